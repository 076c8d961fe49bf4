// Letters of the fonts Symbol and Wingdings, which office files write as private-use places, as the characters they show.

const FROM_20 = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
const FROM_A0 =
  "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪\uFFFD〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭";

/** Those that people and Word's autocorrection put into transcripts. */
const WINGDINGS: Readonly<Record<number, string>> = {
  32: " ",
  40: "☎",
  74: "☺",
  75: "😐",
  76: "☹",
  108: "●",
  110: "■",
  111: "□",
  113: "❑",
  118: "❖",
  167: "▪",
  168: "◻",
  216: "➢",
  223: "←",
  224: "→",
  225: "↑",
  226: "↓",
  231: "⇐",
  232: "➔",
  243: "⬄",
  251: "✗",
  252: "✓",
  253: "☒",
  254: "☑",
};

/** The character that a place in such a font shows, or null where it is not known. */
export function symbolOf(font: string, code: number): string | null {
  const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (place > 0xff) return null;
  if (/^symbol/i.test(font)) return symbol(place);
  return WINGDINGS[place] ?? (/^wingdings/i.test(font) ? null : symbol(place));
}

function symbol(place: number): string | null {
  const shown = place >= 0xa0 ? FROM_A0[place - 0xa0] : place >= 0x20 ? FROM_20[place - 0x20] : undefined;
  return shown === undefined || shown === "\uFFFD" ? null : shown;
}
