// Lines of a file → blocks with the speakers' labels, times and line numbers found at their heads.
import { acceptLabels } from "./accept-labels";
import { isBlank } from "./blank";
import type { LineStyle } from "./label-candidate";
import { type LineHead, lineHeads } from "./line-heads";
import type { Block, Emphasis, Finding, Problem } from "./read-result";

export { isBlank };

/** One line as a reader found it. A cue brings its times; a known label (`<v Name>`, a table's column) its length. */
export interface SourceLine {
  readonly text: string;
  readonly startMs?: number | null;
  readonly endMs?: number | null;
  readonly boldLength?: number;
  /** How long the first line of a subtitle is that has several. */
  readonly firstLength?: number;
  readonly emphasis?: readonly Emphasis[];
  /** A line after a soft break: without a label of its own it belongs to the block before. */
  readonly sameParagraph?: boolean;
  readonly standsAlone?: boolean;
  /** A further voice of the cue before it. */
  readonly sameCue?: boolean;
  readonly known?: { readonly label: string | null; readonly length: number };
}

const LONGEST_AFTERWORD = 300;
const AFTERWORD =
  /^\W*(?:(?:end|start|beginning) of (?:tape|recording|side|interview|transcript|session)\b|(?:tape|side) (?:\d+|[a-d])\b(?: side [a-d])?(?: (?:begins|starts|ends|continues))?\W*$|transcribed by https:\/\/otter\.ai|transcription ended after|this editable transcript was computer generated|\S.{0,60} (?:started|stopped) transcription\W*$)/iu;

/** A label or a time on a line of its own, which heads the next line that has words. */
interface Waiting {
  readonly raw: string;
  readonly emphasis: Emphasis[];
  readonly label: string | null;
  readonly startMs: number | null;
  readonly endMs: number | null;
}
interface OpenBlock extends Block {
  readonly emphasis?: Emphasis[];
  standsAlone?: boolean;
  sameCue?: boolean;
}
const NOTHING: Waiting = { raw: "", emphasis: [], label: null, startMs: null, endMs: null };

export function labelBlocks(
  lines: readonly SourceLine[],
  style: LineStyle,
): { blocks: Block[]; problems: Problem[]; findings: Finding[] } {
  const filled = lines.filter((line) => !isBlank(line.text));
  const heads = lineHeads(filled, style);
  const accepted = acceptLabels(
    heads.map((head, i) => (filled[i]?.known ? null : head.candidate)),
    { lines: filled.filter((line) => !line.sameParagraph).length, cue: style.cue ?? false },
  );
  const sinceFirst = clockFromFirst();
  const blocks: OpenBlock[] = [];
  let waiting = NOTHING;
  for (const [i, line] of filled.entries()) {
    const head = heads[i] as LineHead;
    const found = !line.known && head.candidate && accepted(head.candidate) ? head.candidate : null;
    const labelled = line.known !== undefined || found !== null;
    const own = line.known ? line.known.label : (found?.label ?? null);
    const taken = line.known ? line.known.length : (found?.length ?? head.length);
    const clock = line.startMs ?? found?.startMs ?? head.startMs;
    const ownMs = found?.wallClock && clock !== null ? sinceFirst(clock) : clock;
    if (labelled && waiting.label !== null) {
      blocks.push(wordless(waiting));
      waiting = NOTHING;
    }
    const label = own ?? waiting.label;
    const startMs = ownMs ?? waiting.startMs;
    const last = blocks.at(-1);
    if (taken > 0 && !line.known && line.startMs === undefined && isBlank(line.text.slice(taken))) {
      const emphasis = joined(waiting, line);
      waiting = { raw: `${waiting.raw}${line.text}\n`, emphasis, label, startMs, endMs: head.endMs ?? waiting.endMs };
      continue;
    }
    if (!labelled && waiting.raw === "" && line.sameParagraph && last) {
      // One list grows in place: a paragraph may have more lines than can be copied for each of them.
      const grown = last.emphasis ?? [];
      for (const span of shifted(line.emphasis, last.raw.length + 1)) grown.push(span);
      blocks[blocks.length - 1] = {
        ...last,
        raw: `${last.raw}\n${line.text}`,
        ...(grown.length > 0 ? { emphasis: grown } : {}),
      };
      continue;
    }
    const alone = label === null && (line.standsAlone === true || isAfterword(line.text));
    const raw = waiting.raw + line.text;
    const emphasis = joined(waiting, line);
    const block: OpenBlock = {
      raw,
      ...(emphasis.length > 0 ? { emphasis } : {}),
      label,
      labelLength: waiting.raw.length + taken,
      startMs,
      endMs: line.endMs ?? head.endMs ?? waiting.endMs,
    };
    if (alone) block.standsAlone = true;
    if (line.sameCue) block.sameCue = true;
    blocks.push(block);
    waiting = NOTHING;
  }
  if (waiting.raw !== "") blocks.push(wordless(waiting));
  const problems: Problem[] = [];
  if (sinceFirst.used()) problems.push({ code: "clock-times", params: {} });
  if (blocks.every((block) => block.label === null)) problems.push({ code: "no-speakers-found", params: {} });
  return { blocks, problems, findings: lineNumbers(heads) };
}

/** Typed line numbers are no speech: they are left out, and a person can have them back. */
function lineNumbers(heads: readonly LineHead[]): Finding[] {
  const numbers = heads.map((head) => head.number).filter((number) => number !== "");
  if (numbers.length === 0) return [];
  return [{ kind: "line-numbers", count: numbers.length, examples: numbers.slice(0, 5), removed: true }];
}

function isAfterword(text: string): boolean {
  return text.length <= LONGEST_AFTERWORD && AFTERWORD.test(text);
}

function joined(waiting: Waiting, line: SourceLine): Emphasis[] {
  return line.emphasis ? [...waiting.emphasis, ...shifted(line.emphasis, waiting.raw.length)] : waiting.emphasis;
}

function shifted(emphasis: readonly Emphasis[] | undefined, by: number): Emphasis[] {
  return emphasis?.map((span) => ({ ...span, start: span.start + by, end: span.end + by })) ?? [];
}

function wordless({ raw, emphasis, label, startMs, endMs }: Waiting): OpenBlock {
  return { raw, ...(emphasis.length > 0 ? { emphasis } : {}), label, labelLength: raw.length, startMs, endMs };
}

/** Times of day → times since the first of them, which is as near to the start of the recording as the file gets. */
function clockFromFirst(): { (clock: number): number; used: () => boolean } {
  let first: number | null = null;
  const sinceFirst = (clock: number) => {
    first ??= clock;
    // A recording that passes midnight goes on.
    return (clock - first + 86_400_000) % 86_400_000;
  };
  return Object.assign(sinceFirst, { used: () => first !== null });
}
