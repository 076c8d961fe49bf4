// Page numbers and running heads: what stands at the head or the foot of most pages and belongs to none of them.
import type { PdfLine } from "./pdf-lines";
import type { PdfPage } from "./pdf-pages";
import type { Finding } from "./read-result";

export interface PageFurniture {
  readonly kind: Extract<Finding["kind"], "page-numbers" | "running-heads">;
  readonly line: PdfLine;
}

const PAGE_NUMBER =
  /^[\s[(|–—-]*(?:(?:page|pag\.?|p\.|seite|s\.|página|pagina|pág\.|side|sida|strona|стр\.|עמוד|صفحة)\s*)?(\d{1,4})(?:\s*(?:\/|of|von|de|di|du|sur|van|av|af|z|из|מתוך|من|\|)\s*(\d{1,4}))?[\s\])|–—-]*$/iu;
const ROMAN_NUMBER = /^[\s–—-]*[ivxl]{1,6}[\s–—-]*$/;
const LINES_LOOKED_AT = 4;
const MOST_LINES_OF_FURNITURE = 2;
/** Of the page's height. */
const MARGIN = 0.12;
const SAME_PLACE = 3;
/** In usual steps from line to line. */
const APART = 1.3;

interface Candidate {
  readonly line: PdfLine;
  readonly page: number;
  readonly edge: "head" | "foot";
}

export function pageFurniture(pages: readonly PdfPage[], read: readonly (readonly PdfLine[])[]): PageFurniture[] {
  const lines = read.map((own) => [...own].sort((a, b) => a.y - b.y));
  const step = usualStep(lines);
  const candidates = lines.flatMap((own, page) => [
    ...edgeOf(own, page, pages[page]?.height ?? 0, step, "head"),
    ...edgeOf(own, page, pages[page]?.height ?? 0, step, "foot"),
  ]);
  const filled = lines.filter((own) => own.length > 0).length;
  const numbers = pageNumbers(candidates, filled, lines);
  const taken = new Set(numbers.map(({ line }) => line));
  const heads = runningHeads(
    candidates.filter(({ line }) => !taken.has(line)),
    filled,
  );
  return [
    ...numbers.map(({ line }): PageFurniture => ({ kind: "page-numbers", line })),
    ...heads.map(({ line }): PageFurniture => ({ kind: "running-heads", line })),
  ];
}

/** The lines at that edge of the page, up to the first gap that parts them from the talk. */
function edgeOf(
  lines: readonly PdfLine[],
  page: number,
  height: number,
  step: number,
  edge: "head" | "foot",
): Candidate[] {
  const inwards = edge === "head" ? lines : [...lines].reverse();
  const found: Candidate[] = [];
  for (const [i, line] of inwards.slice(0, LINES_LOOKED_AT).entries()) {
    const inMargin = edge === "head" ? line.y < height * MARGIN : line.y > height * (1 - MARGIN);
    if (!inMargin) break;
    found.push({ line, page, edge });
    const next = inwards[i + 1];
    if (next && Math.abs(next.y - line.y) > step * APART) return found;
    // Beside a picture there may be nothing else; more lines than two are the talk itself.
    if (next === undefined && lines.length <= MOST_LINES_OF_FURNITURE) return found;
  }
  return found.filter(({ line }) => PAGE_NUMBER.test(line.text) || ROMAN_NUMBER.test(line.text));
}

/** A number that counts the pages along, or the only one on a page of its own far from the words. */
function pageNumbers(
  candidates: readonly Candidate[],
  filled: number,
  lines: readonly (readonly PdfLine[])[],
): Candidate[] {
  const numbered = candidates.flatMap((candidate) => {
    const match = PAGE_NUMBER.exec(candidate.line.text);
    return match ? [{ candidate, number: Number(match[1]), of: match[2] === undefined ? null : Number(match[2]) }] : [];
  });
  const offsets = new Map<number, typeof numbered>();
  for (const one of numbered) {
    const offset = one.number - one.candidate.page;
    offsets.set(offset, [...(offsets.get(offset) ?? []), one]);
  }
  const best = [...offsets.values()].sort((a, b) => b.length - a.length)[0] ?? [];
  if (best.length > 1 && best.length * 2 >= filled) return best.map(({ candidate }) => candidate);
  const [only] = numbered;
  const alone = filled === 1 && only !== undefined && only.number <= (only.of ?? 1) && (lines[0]?.length ?? 0) > 1;
  if (alone && numbered.length === 1) return [only.candidate];
  const romans = candidates.filter(({ line }) => ROMAN_NUMBER.test(line.text));
  return romans.length > 1 && romans.length * 2 >= filled ? romans : [];
}

/** The same words at the same height, but for their digits; odd and even pages may have heads of their own. */
function runningHeads(candidates: readonly Candidate[], filled: number): Candidate[] {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const key = `${candidate.edge} ${candidate.line.text.trim().replace(/\d+/gu, "#")}`;
    const group = groups.get(key) ?? [];
    const [first] = group;
    if (first && Math.abs(first.line.y - candidate.line.y) > SAME_PLACE) continue;
    groups.set(key, [...group, candidate]);
  }
  return [...groups.values()].filter((group) => group.length > 1 && group.length >= filled * 0.4).flat();
}

/** From one line to the next, as most of them stand. */
function usualStep(lines: readonly (readonly PdfLine[])[]): number {
  const counts = new Map<number, number>();
  for (const own of lines) {
    for (const [i, line] of own.entries()) {
      const before = own[i - 1];
      if (!before) continue;
      const step = Math.round((line.y - before.y) * 2) / 2;
      if (step > 0) counts.set(step, (counts.get(step) ?? 0) + 1);
    }
  }
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  // Lines of one paragraph stand closest: the smallest step that is no accident.
  const common = [...counts].filter(([, count]) => count >= total * 0.1).map(([step]) => step);
  return common.length === 0 ? 0 : Math.min(...common);
}
