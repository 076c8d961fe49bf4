// Joins stretches of speech that a file broke for its own reasons: one space, but none within scripts that use none.

const SPACELESS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\u3000-\u303F\uFF00-\uFF60]/u;

/** What goes between two stretches: one space, or nothing where white space already stands or the script has none. */
export function joint(before: string, after: string): "" | " " {
  const end = before.charCodeAt(before.length - 1);
  const start = after.charCodeAt(0);
  if (end > 0x20 && end < 0x7f && start > 0x20 && start < 0x7f) return " ";
  const last = lastCharacter(before);
  const first = String.fromCodePoint(after.codePointAt(0) ?? 0x20);
  if (/\s/u.test(last) || /\s/u.test(first)) return "";
  return SPACELESS.test(last) && SPACELESS.test(first) ? "" : " ";
}

export function joinWords(pieces: readonly string[]): string {
  if (pieces.length === 1) return pieces[0] ?? "";
  const joined: string[] = [];
  let before = "";
  for (const piece of pieces) {
    if (piece === "") continue;
    joined.push(joint(before, piece), piece);
    before = piece;
  }
  return joined.join("");
}

/** A space where there is none: nothing needs to be put between nothing and a word. */
function lastCharacter(text: string): string {
  if (text === "") return " ";
  const unit = text.charCodeAt(text.length - 1);
  const isLow = unit >= 0xdc00 && unit <= 0xdfff && text.length > 1;
  return String.fromCodePoint(text.codePointAt(text.length - (isLow ? 2 : 1)) ?? 0x20);
}
