// What holds no words: white space, and marks that cannot be seen.

const NO_WORDS = /^[\s\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]*$/u;

/** White space and marks that cannot be seen; a line of them holds no words. */
export function isBlank(text: string): boolean {
  // Nearly every line begins with a letter: no need to ask the pattern.
  const first = text.charCodeAt(0);
  if (first > 0x20 && first < 0x7f) return false;
  return NO_WORDS.test(text);
}
