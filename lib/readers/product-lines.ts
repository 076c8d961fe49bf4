// Lines that a product wrote around the talk: keywords, lists of attendees, who started the transcription, its footer.
import type { Block, Finding, ReadOptions } from "./read-result";

const LONGEST_LINE = 300;
const MOST_EXAMPLES = 5;
const LONGEST_EXAMPLE = 120;
const OWN =
  /^[\s#*_]*(?:transcribed by https:\/\/otter\.ai|transcription ended after\b|this editable transcript was computer generated\b|transcript\s*[*_]*$|\S.{0,60} (?:started|stopped) transcription\W*$)/iu;
/** Otter's and Meet's lists and Word's audio file: the line after the title belongs to it. */
const TITLE = /^[\s#*_]*(?:SUMMARY KEYWORDS|SPEAKERS|Attendees|Invited|Audio file)[\s*_]*(?:\n|$)/u;

/**
 * They stay in the text, for nobody, unless `leaveOut` says otherwise: a person decides, since a line of a house style
 * may look the same. `verbatim` looks for none.
 */
export function withProductLines(
  blocks: readonly Block[],
  options: ReadOptions,
): { blocks: Block[]; findings: Finding[] } {
  if (options.verbatim) return { blocks: [...blocks], findings: [] };
  const found = new Set<number>();
  for (const [i, block] of blocks.entries()) {
    if (block.label !== null || block.raw.length > LONGEST_LINE) continue;
    if (OWN.test(block.raw)) found.add(i);
    if (!TITLE.test(block.raw)) continue;
    found.add(i);
    const isTitleAlone = !block.raw.trim().includes("\n");
    if (isTitleAlone && blocks[i + 1]?.label === null) found.add(i + 1);
  }
  if (found.size === 0) return { blocks: [...blocks], findings: [] };
  const removed = options.leaveOut?.includes("product-lines") ?? false;
  const examples = [...found].slice(0, MOST_EXAMPLES).map((i) => shortened(blocks[i]?.raw ?? ""));
  const kept = blocks.flatMap((block, i) => {
    if (!found.has(i)) return [block];
    return removed ? [] : [{ ...block, standsAlone: true }];
  });
  return { blocks: kept, findings: [{ kind: "product-lines", count: found.size, examples, removed }] };
}

/** For a reader's result: nothing at all where nothing was found. */
export function listed(...each: readonly (readonly Finding[])[]): { readonly findings?: readonly Finding[] } {
  const findings = each.flat();
  return findings.length > 0 ? { findings } : {};
}

function shortened(raw: string): string {
  return raw
    .replace(/\s+/gu, " ")
    .trim()
    .slice(0, LONGEST_EXAMPLE)
    .replace(/[\uD800-\uDBFF]$/, "");
}
