// Lines of a PDF → paragraphs: a wider step, an early end, an indent or a speaker's label begins the next one.
import { CUE_CLOCK } from "./clock";
import { type LabelCandidate, labelCandidate } from "./label-candidate";
import { isFormField } from "./label-words";
import { type LineJoiner, lineJoiner } from "./line-end-hyphens";
import { timedName } from "./line-heads";
import type { FlowElement, FlowLine } from "./page-flow";
import type { PdfLine } from "./pdf-lines";
import { flowTable, type JoinLines, type PdfTable, tablesOf } from "./pdf-tables";
import type { Emphasis } from "./read-result";

export interface PdfParagraphs {
  readonly elements: readonly FlowElement[];
  /** Line ends with a hyphen that may or may not belong to the word. */
  readonly hyphensKept: number;
}

/** In heights of letters. */
const INDENT = 0.8;
const SPACE = 0.25;
const SLACK = 0.6;
const WIDER_STEP = 1.22;
const OTHER_SIZE = 0.12;
const TIME = /^\s*[[(]?\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?[\])]?(?=\s|$)/;
/** What may stand before a label: the number of a line, and a time. */
const HEAD = new RegExp(`^(?:\\s*\\d{1,5}[.)]?(?=\\s))?(?:${TIME.source.slice(1)})?`);
/** The line over each caption of the older Teams layout. */
const CAPTION = new RegExp(`^\\s*${CUE_CLOCK}\\s*-->\\s*${CUE_CLOCK}\\s*$`);
const BULLET = /^\s*[•▪◦‣●■–]\s/u;
const SENTENCE_END = /[.?!…。！？]["'”’»)\]]*\s*$/u;
const TIMES_BEGIN_LINES = 3;
const FEWEST_CAPTIONS = 2;
const LAST = { between: "", dropHyphen: false } as const;
const STICKING_OUT = 0.03;
const FEWEST_OF_A_PAGE = 12;
const MOST_SHIFTED = 40;
const SAME_LINE = 0.8;
const ENOUGH_FULL_LINES = 8;
const COMMON_STEP = 0.1;

/** `read`: the lines in the order in which they are read; those of `alone` stand by themselves (a page's number that is kept). */
export function pdfParagraphs(read: readonly PdfLine[], alone: ReadonlySet<PdfLine>): PdfParagraphs {
  const tables = tablesOf(read.filter((line) => !alone.has(line)));
  const flow = read.filter((line) => !tables.has(line));
  const roomAfter = roomFinder(flow);
  const { begins, headers } = labelledLines(flow);
  const leading = usualLeading(flow, roomAfter);
  const joiner = lineJoiner(read);
  const groups: (PdfLine[] | PdfTable)[] = [];
  for (const [i, line] of read.entries()) {
    const table = tables.get(line);
    const before = read[i - 1];
    const last = groups.at(-1);
    if (table) {
      if (last !== table) groups.push(table);
      continue;
    }
    const group = Array.isArray(last) ? last : null;
    const apart = [before, line].some((one) => one === undefined || alone.has(one)) || begins.has(line);
    const joins = before && group && !apart && !headers.has(before) && roomAfter(before) <= needed(line);
    if (joins && continues(before, line, group.length === 1, leading)) group.push(line);
    else groups.push([line]);
  }
  const join: JoinLines = (lines) => joinedLines(lines, joiner);
  const elements = groups.map((group): FlowElement => {
    if ("columns" in group) return flowTable(group, join);
    return { kind: "paragraph", lines: [join(group)], boxed: group.some((line) => alone.has(line)) };
  });
  return { elements: captionsTogether(tablesTogether(elements)), hyphensKept: joiner.undecided() };
}

/** A table goes on over the page's end, under the titles that stand on its first page. */
function tablesTogether(elements: readonly FlowElement[]): FlowElement[] {
  const together: FlowElement[] = [];
  for (const element of elements) {
    const last = together.at(-1);
    if (element.kind === "table" && last?.kind === "table")
      together[together.length - 1] = { kind: "table", rows: [...last.rows, ...element.rows] };
    else together.push(element);
  }
  return together;
}

/** A caption's time, name and words are lines of one paragraph, as its maker has it. */
function captionsTogether(elements: readonly FlowElement[]): FlowElement[] {
  const isCaption = (element: FlowElement) =>
    element.kind === "paragraph" && CAPTION.test(element.lines[0]?.text ?? "");
  if (elements.filter(isCaption).length < FEWEST_CAPTIONS) return [...elements];
  const together: FlowElement[] = [];
  let open: FlowLine[] | null = null;
  for (const element of elements) {
    if (element.kind === "table" || element.boxed) {
      open = null;
      together.push(element);
    } else if (isCaption(element) || open === null) {
      open = isCaption(element) ? [...element.lines] : null;
      together.push(open === null ? element : { ...element, lines: open });
    } else open.push(...element.lines);
  }
  return together;
}

/** The next word would have stood on the line before, had it belonged there. */
function needed(line: PdfLine): number {
  return line.firstWord * 1.1 + (SPACE + SLACK) * line.size;
}

function continues(before: PdfLine, line: PdfLine, isFirst: boolean, leading: number): boolean {
  const size = Math.max(before.size, line.size);
  if (Math.abs(before.size - line.size) > OTHER_SIZE * size || BULLET.test(line.text)) return false;
  if (isWhollyBold(before) !== isWhollyBold(line) && (isWhollyBold(before) || !isFirst)) return false;
  if (before.page !== line.page || before.column !== line.column) return true;
  const step = line.y - before.y;
  if (leading > 0 && step > leading * WIDER_STEP + 0.5) return false;
  const deeper = before.rtl ? before.right - line.right : line.x - before.x;
  // After its first line a paragraph may hang or return; from then on it keeps to its edge.
  return isFirst || Math.abs(deeper) <= INDENT * size;
}

function isWhollyBold({ text, emphasis }: PdfLine): boolean {
  const [first] = emphasis;
  return first?.bold === true && first.start === 0 && first.end >= text.trimEnd().length;
}

/**
 * How much of the line's width is left at its end. Where lines usually end, their page says if it holds enough of them and
 * does not differ much from the others; a few that stick out are not believed.
 */
function roomFinder(lines: readonly PdfLine[]): (line: PdfLine) => number {
  const all = edgesBy(lines, (line) => line.column);
  const own = edgesBy(lines, (line) => `${line.page} ${line.column}`);
  return (line) => {
    const usual = all.get(line.column);
    const here = own.get(`${line.page} ${line.column}`);
    const edge = (side: "left" | "right") => {
      const [wide, near] = [usual?.[side] ?? 0, here?.[side] ?? 0];
      return here && here.lines >= FEWEST_OF_A_PAGE && Math.abs(wide - near) <= MOST_SHIFTED ? near : wide;
    };
    return line.rtl ? line.x - edge("left") : edge("right") - line.right;
  };
}

interface Edges {
  readonly left: number;
  readonly right: number;
  readonly lines: number;
}

function edgesBy(lines: readonly PdfLine[], keyOf: (line: PdfLine) => string): Map<string, Edges> {
  const groups = new Map<string, PdfLine[]>();
  for (const line of lines) {
    const group = groups.get(keyOf(line));
    if (group) group.push(line);
    else groups.set(keyOf(line), [line]);
  }
  const edges = new Map<string, Edges>();
  for (const [key, group] of groups) {
    const few = Math.floor(group.length * STICKING_OUT);
    const rights = group.map((line) => line.right).sort((a, b) => b - a);
    const lefts = group.map((line) => line.x).sort((a, b) => a - b);
    edges.set(key, { left: lefts[few] ?? 0, right: rights[few] ?? 0, lines: group.length });
  }
  return edges;
}

/**
 * From line to line within a paragraph: as full lines are followed, or, where hardly a line is full, the smallest step that
 * is no accident.
 */
function usualLeading(lines: readonly PdfLine[], roomAfter: (line: PdfLine) => number): number {
  const full: number[] = [];
  const counts = new Map<number, number>();
  let total = 0;
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    const step = line.y - (before?.y ?? 0);
    if (before?.page !== line.page || before.column !== line.column || step < SAME_LINE * line.size) continue;
    const rounded = Math.round(step * 2) / 2;
    counts.set(rounded, (counts.get(rounded) ?? 0) + 1);
    total++;
    const isFull = roomAfter(before) <= line.firstWord + SPACE * line.size;
    if (isFull && Math.abs(before.size - line.size) < 0.5) full.push(step);
  }
  full.sort((a, b) => a - b);
  if (full.length >= ENOUGH_FULL_LINES) return full[Math.floor(full.length / 2)] ?? 0;
  const common = [...counts].filter(([, count]) => count >= total * COMMON_STEP).map(([step]) => step);
  return common.length === 0 ? 0 : Math.min(...common);
}

/** Lines that begin with a label that others begin with too, or with a time where several do. */
function labelledLines(lines: readonly PdfLine[]): {
  readonly begins: ReadonlySet<PdfLine>;
  /** A name and a time on a line of their own. */
  readonly headers: ReadonlySet<PdfLine>;
} {
  const found = lines.map((line) => labelCandidate(line.text, HEAD.exec(line.text)?.[0].length ?? 0, {}));
  const counts = new Map<string, number>();
  for (const candidate of found) {
    if (candidate) counts.set(candidate.label, (counts.get(candidate.label) ?? 0) + 1);
  }
  const timed = lines.filter((line) => TIME.test(line.text)).length >= TIMES_BEGIN_LINES;
  const someRecur = [...counts.values()].some((count) => count > 1);
  const rolesAlone = found.some((it) => it?.form === "alone" && it.look === "role" && (counts.get(it.label) ?? 0) > 1);
  const headersThere = found.filter((candidate) => candidate?.form === "header").length > 1;
  const begins = new Set<PdfLine>();
  const headers = new Set<PdfLine>();
  for (const [i, line] of lines.entries()) {
    const candidate = found[i];
    if ((timed && TIME.test(line.text)) || CAPTION.test(line.text)) begins.add(line);
    const time = timed ? (TIME.exec(line.text)?.[0].length ?? 0) : 0;
    // `[00:02] Anna` over her words: a line of times alone has the next time below it.
    if (time > 0 && !TIME.test(lines[i + 1]?.text ?? "") && timedName(line.text, time) !== null) headers.add(line);
    if (!candidate) continue;
    const recurs = (counts.get(candidate.label) ?? 0) > 1;
    const isAlone = candidate.form === "alone" && rolesAlone && recurs;
    if (isFormField(candidate.label)) {
      begins.add(line);
    } else if (isAlone || (candidate.form === "header" && headersThere)) {
      begins.add(line);
      headers.add(line);
    } else if (candidate.form === "colon" && candidate.look !== "heading" && candidate.look !== "lower") {
      // Somebody who speaks once, where others come again: only after a sentence's end, for a line may be wrapped anywhere.
      const begunAnew = someRecur && SENTENCE_END.test(lines[i - 1]?.text ?? "");
      if (recurs || isStrong(candidate) || begunAnew) begins.add(line);
    } else if (candidate.form === "bracket" || candidate.form === "tab" || candidate.form === "stop") {
      const isNamed = candidate.form === "bracket" && isStrong(candidate);
      if ((recurs || isNamed) && candidate.look !== "heading") begins.add(line);
    }
  }
  return { begins, headers };
}

function isStrong({ look }: LabelCandidate): boolean {
  return look === "role" || look === "code";
}

function joinedLines(group: readonly Pick<PdfLine, "text" | "emphasis">[], joiner: LineJoiner): FlowLine {
  const texts: string[] = [];
  const emphasis: Emphasis[] = [];
  let length = 0;
  for (const [i, line] of group.entries()) {
    const next = group[i + 1];
    const { between, dropHyphen } = next ? joiner.join(line.text, next.text) : LAST;
    const text = dropHyphen ? line.text.trimEnd().slice(0, -1) : line.text;
    for (const span of line.emphasis) {
      const start = span.start + length;
      const end = Math.min(span.end, text.length) + length;
      const last = emphasis.at(-1);
      // What goes on bold over a line's end is one stretch, with the space between.
      const goesOn = last && span.start === 0 && last.end >= length - 1 && last.bold === span.bold;
      if (goesOn && last.italic === span.italic) emphasis[emphasis.length - 1] = { ...last, end };
      else if (start < end) emphasis.push({ ...span, start, end });
    }
    texts.push(text, between);
    length += text.length + between.length;
  }
  return { text: texts.join(""), emphasis };
}
