/** Sizes in the units of the drawing: at its full width one unit is a pixel. */
export const labelSize = 13;
export const smallSize = 12;

/** Advances of Inter in hundredths of the size, by the characters that share one (rounded to twentieths). */
const advances: readonly [number, string][] = [
  [25, "Iijl’"],
  [30, " !',.:;`·"],
  [35, "()/[\\]ft|"],
  [40, "1r›"],
  [45, '"-^_{}“”'],
  [50, "*?–"],
  [55, "7JLacksvxyz"],
  [60, "235689EFbdeghnopqu"],
  [65, "04#$&+<=>BKPRSTZ~−"],
  [70, "ADVXY"],
  [75, "CGHNOQU"],
  [80, "w"],
  [85, "…"],
  [90, "Mm"],
  [95, "@"],
  [100, "%W—"],
];
const advanceOf = new Map(advances.flatMap(([advance, marks]) => [...marks].map((mark) => [mark, advance] as const)));
const wideMark = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;

/** Computed, not measured: the server draws the same picture before any font is there. A little more than the truth. */
export function textWidth(text: string, size: number = labelSize, bold = false): number {
  let sum = 0;
  for (const mark of text.normalize("NFC")) {
    if (/\p{M}/u.test(mark)) continue;
    sum += advanceOf.get(mark) ?? (wideMark.test(mark) ? 105 : (advanceOf.get(mark.normalize("NFD").charAt(0)) ?? 65));
  }
  return (sum / 100) * size * (bold ? 1.06 : 1.03);
}

/** The text, or as much of it as fits, with "…". */
export function cutText(text: string, width: number, size: number = labelSize, bold = false): string {
  if (textWidth(text, size, bold) <= width) return text;
  const marks = [...text];
  let [fits, over] = [0, marks.length];
  while (over - fits > 1) {
    const middle = (fits + over) >> 1;
    if (textWidth(`${marks.slice(0, middle).join("")}…`, size, bold) <= width) fits = middle;
    else over = middle;
  }
  return `${marks.slice(0, fits).join("").trimEnd()}…`;
}

/** At most so many lines, broken between words; what does not fit is cut with "…". */
export function wrapText(text: string, width: number, lines: number, size: number = labelSize, bold = false): string[] {
  const words = text.split(/\s+/).filter(Boolean);
  const out: string[] = [];
  let line = "";
  while (words.length > 0) {
    const next = line === "" ? (words[0] ?? "") : `${line} ${words[0]}`;
    if (textWidth(next, size, bold) <= width) {
      line = next;
      words.shift();
    } else if (out.length === lines - 1) {
      line = [line, ...words.splice(0)].filter(Boolean).join(" ");
    } else if (line !== "") {
      out.push(line);
      line = "";
    } else {
      line = words.shift() ?? "";
    }
  }
  if (line !== "") out.push(line);
  return out.map((one) => cutText(one, width, size, bold));
}
