// Joins the lines of one paragraph: what a hyphen at a line's end was, the document's own words say, or it stays.
import { joint } from "./join-words";

export interface LineJoiner {
  /** What stands between the two lines, and whether the hyphen that ends the first is dropped. */
  join(before: string, after: string): { readonly between: "" | " "; readonly dropHyphen: boolean };
  /** Hyphens at line ends that nothing decided: they were kept, and the two halves stand together. */
  readonly undecided: () => number;
}

const SOFT = /\p{L}\u00AD\s*$/u;
const HARD = /([\p{L}\p{N}]+)[-\u2010]$/u;
const WORD_AFTER = /^\s*([\p{L}\p{N}]+)/u;

/** `lines`: all lines of the document, of which the words are taken as known. */
export function lineJoiner(lines: readonly { readonly text: string }[]): LineJoiner {
  let undecided = 0;
  let known: Vocabulary | null = null;
  return {
    undecided: () => undecided,
    join(before, after) {
      if (SOFT.test(before.slice(-40))) return { between: "", dropHyphen: true };
      const left = HARD.exec(before.slice(-60))?.[1];
      const right = WORD_AFTER.exec(after.slice(0, 60))?.[1];
      if (left === undefined || right === undefined) return { between: joint(before, after), dropHyphen: false };
      // After a number, or before a capital, a hyphen belongs to what is written: 2010-2012, Müller-Lüdenscheidt.
      if (!/^\p{Ll}/u.test(right)) return { between: /^[\p{Lu}\p{N}]/u.test(left) ? "" : " ", dropHyphen: false };
      known ??= vocabulary(lines);
      const first = left.toLowerCase();
      const second = right.toLowerCase();
      if (known.hyphenated.has(`${first}-${second}`)) return { between: "", dropHyphen: false };
      // "thi- think": somebody broke off and began again.
      if (second.startsWith(first) || known.brokenOff.has(first)) return { between: " ", dropHyphen: false };
      if (known.whole.has(first + second)) return { between: "", dropHyphen: true };
      undecided++;
      return { between: "", dropHyphen: false };
    },
  };
}

interface Vocabulary {
  readonly whole: ReadonlySet<string>;
  readonly hyphenated: ReadonlySet<string>;
  /** What stands before a hyphen and a space within a line. */
  readonly brokenOff: ReadonlySet<string>;
}

function vocabulary(lines: readonly { readonly text: string }[]): Vocabulary {
  const whole = new Set<string>();
  const hyphenated = new Set<string>();
  const brokenOff = new Set<string>();
  for (const { text } of lines) {
    for (const [word] of text.matchAll(/[\p{L}\p{N}]+(?:[-\u2010][\p{L}\p{N}]+)*[-\u2010]?/gu)) {
      const plain = word.toLowerCase().replace(/\u2010/gu, "-");
      if (!plain.endsWith("-")) (plain.includes("-") ? hyphenated : whole).add(plain);
    }
    for (const [, word = ""] of text.matchAll(/([\p{L}\p{N}]+)[-\u2010]\s+\S/gu)) brokenOff.add(word.toLowerCase());
  }
  return { whole, hyphenated, brokenOff };
}
