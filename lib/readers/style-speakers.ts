// Where nobody is labelled: whose every word is bold or italic, as typists write the interviewer, becomes the label.
import { isBlank } from "./label-blocks";
import type { Block } from "./read-result";

type Style = "Plain" | "Bold" | "Italic" | "Bold italic";

const FEWEST_OF_A_STYLE = 2;
const FEWEST_CHANGES = 3;
const SPOKEN_END = /[.!?…。！？]["'”’»)\]]*\s*$/u;

/** Whole paragraphs take turns in two styles, and those that are not plain read like speech and not like headings. */
export function styleMightLabel(blocks: readonly Block[]): boolean {
  if (blocks.some((block) => block.label !== null)) return false;
  const styles = blocks.map(styleOf);
  const styled = blocks.filter((_, i) => styles[i] !== "Plain" && styles[i] !== null);
  const plain = styles.filter((style) => style === "Plain").length;
  const told = styles.filter((style) => style !== null);
  const changes = told.filter((style, i) => i > 0 && style !== told[i - 1]).length;
  const kinds = new Set(told);
  const pairs = plain >= FEWEST_OF_A_STYLE || (plain === 0 && kinds.size > 1);
  if (styled.length < FEWEST_OF_A_STYLE || !pairs || changes < FEWEST_CHANGES) return false;
  const spoken = styled.filter((block) => SPOKEN_END.test(block.raw.slice(-20))).length;
  return spoken * 2 >= styled.length;
}

/** A block whose style is that of the one before goes on with the same turn. */
export function labelByStyle(blocks: readonly Block[]): Block[] {
  let before: Style | null = null;
  return blocks.map((block) => {
    const style = styleOf(block);
    if (style === null) return block;
    const label = style === before ? null : style;
    before = style;
    const { standsAlone: _, ...rest } = block;
    return { ...rest, label };
  });
}

/**
 * The style of all the block's letters. White space and marks count for nothing, and neither does the first letter of a
 * word: a typist's marking begins one letter late. Null where there are no words.
 */
function styleOf(block: Block): Style | null {
  const { raw, labelLength } = block;
  if (isBlank(raw.slice(labelLength))) return null;
  const spans = block.emphasis ?? [];
  const first = raw.slice(labelLength).search(/[\p{L}\p{N}]/u);
  const isWithinWord = first !== -1 && hasLetters(raw.slice(labelLength + first + 1, labelLength + first + 2));
  const from = labelLength + (isWithinWord ? first + 1 : Math.max(0, first));
  const isBold = covers(
    raw,
    from,
    spans.filter((span) => span.bold),
  );
  const isItalic = covers(
    raw,
    from,
    spans.filter((span) => span.italic),
  );
  if (isBold) return isItalic ? "Bold italic" : "Bold";
  return isItalic ? "Italic" : "Plain";
}

function covers(raw: string, from: number, spans: readonly { readonly start: number; readonly end: number }[]) {
  let at = from;
  for (const span of spans) {
    if (span.end <= at) continue;
    if (span.start > at && hasLetters(raw.slice(at, span.start))) return false;
    at = span.end;
  }
  return at > from && !hasLetters(raw.slice(at));
}

function hasLetters(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}
