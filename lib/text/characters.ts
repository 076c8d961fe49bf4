// Characters as people take them: an emoji, a letter with its accents, half of a pair never alone.

/** Longer than any character that a person would take for one. */
const WINDOW = 64;

const characters = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** The edge of the next or the previous character; the offset itself at the ends of the text. */
export function characterStep(text: string, offset: number, step: 1 | -1): number {
  if (step === 1) {
    const [first] = characters.segment(text.slice(offset, offset + WINDOW));
    return offset + (first?.segment.length ?? 0);
  }
  const last = [...characters.segment(text.slice(Math.max(0, offset - WINDOW), offset))].at(-1);
  return offset - (last?.segment.length ?? 0);
}
