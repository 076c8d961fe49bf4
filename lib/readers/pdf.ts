// PDF files: positioned words put back into lines and paragraphs, as well as that can be done.
import { Refusal } from "../refusal";
import { type FlowParagraph, noCounts } from "./page-flow";
import { flowResult } from "./page-flow-result";
import { withoutLineNumbers } from "./pdf-line-numbers";
import { type PdfLine, pdfLines } from "./pdf-lines";
import { type PdfPage, readPdfPages } from "./pdf-pages";
import { pdfParagraphs } from "./pdf-paragraphs";
import { type PageFurniture, pageFurniture } from "./pdf-running-heads";
import { checkPdfUnpacked } from "./pdf-unpacked";
import type { Finding, FindingKind, Problem, ReadOptions, ReadResult } from "./read-result";

/** Letters on the page in the middle, when the pages are put in the order of how many they hold. */
const TOO_FEW_LETTERS = 5;
const FEW_LETTERS = 20;
const NOISE_SHARE = 0.4;
const NOISE_FROM = 100;
const MOST_EXAMPLES = 5;
const LONGEST_EXAMPLE = 120;

/**
 * Throws Refusal: file-password-needed, file-password-wrong, file-damaged, file-too-many-pages, file-no-text-layer,
 * file-too-dense.
 */
export async function readPdf(bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadResult> {
  const exact = options.verbatim === true;
  await checkPdfUnpacked(bytes);
  const words = await readPdfPages(bytes, options.password, exact);
  const numbered = withoutLineNumbers(words.pages);
  const keepNumbers = exact || keeps(options, "line-numbers");
  const pages = keepNumbers ? words.pages : numbered.pages;
  const lines = pages.map((page, i) => pdfLines(page, i, exact));
  const furniture = pageFurniture(pages, lines);
  const letters = lettersOf(lines, new Set(furniture.map(({ line }) => line)));
  const middle = [...letters].sort((a, b) => a - b)[Math.floor(letters.length / 2)] ?? 0;
  if (middle < TOO_FEW_LETTERS) throw new Refusal("file-no-text-layer", 422, { count: pages.length });

  const kept = new Set(furniture.filter(({ kind }) => exact || keeps(options, kind)).map(({ line }) => line));
  const left = new Set(furniture.map(({ line }) => line).filter((line) => !kept.has(line)));
  const flow = lines.flat().filter((line) => !left.has(line));
  const { elements, hyphensKept } = exact
    ? { elements: flow.map(wholeLine), hyphensKept: 0 }
    : pdfParagraphs(flow, kept);
  const read = flowResult("pdf", { content: elements, counts: noCounts() }, options);
  const removed = (kind: FindingKind) => !exact && !keeps(options, kind);
  const findings = [...findingsOf(furniture, numbered.numbers, removed), ...(read.findings ?? [])];
  const counted: readonly (readonly [string, number])[] = [
    ["line-end-hyphens-kept", hyphensKept],
    ["letters-doubtful", doubtfulLetters(flow)],
    ["turned-text-left-out", words.turned],
    ["pages-unreadable", words.unreadable],
    ["pages-without-text", letters.filter((count) => count === 0).length - words.unreadable],
  ];
  return {
    ...read,
    problems: [
      { code: "pdf-best-effort", params: { count: pages.length } },
      ...noiseProblem(pages),
      ...(middle < FEW_LETTERS ? [{ code: "pdf-few-letters", params: {} }] : []),
      ...counted.filter(([, count]) => count > 0).map(([code, count]) => ({ code, params: { count } })),
      ...read.problems,
    ],
    ...(findings.length > 0 ? { findings } : {}),
  };
}

function keeps(options: ReadOptions, kind: FindingKind): boolean {
  return options.keep?.includes(kind) ?? false;
}

function wholeLine({ text, emphasis }: PdfLine): FlowParagraph {
  return { kind: "paragraph", lines: [{ text, emphasis }], boxed: false };
}

/** How many letters each page holds, heads and page numbers apart. */
function lettersOf(lines: readonly (readonly PdfLine[])[], apart: ReadonlySet<PdfLine>): number[] {
  return lines.map((own) =>
    own.reduce((sum, line) => sum + (apart.has(line) ? 0 : (line.text.match(/\p{L}/gu)?.length ?? 0)), 0),
  );
}

function findingsOf(
  furniture: readonly PageFurniture[],
  lineNumbers: readonly string[],
  removed: (kind: FindingKind) => boolean,
): Finding[] {
  const texts = (kind: FindingKind) => furniture.filter((one) => one.kind === kind).map(({ line }) => line.text.trim());
  const found: readonly (readonly [FindingKind, readonly string[]])[] = [
    ["running-heads", texts("running-heads")],
    ["page-numbers", texts("page-numbers")],
    ["line-numbers", lineNumbers],
  ];
  return found
    .filter(([, all]) => all.length > 0)
    .map(([kind, all]) => ({
      kind,
      count: all.length,
      examples: [...new Set(all)].slice(0, MOST_EXAMPLES).map((text) => [...text].slice(0, LONGEST_EXAMPLE).join("")),
      removed: removed(kind),
    }));
}

/** Recognition that failed leaves crumbs: most pieces are one or two letters. Scripts without spaces do so by nature. */
function noiseProblem(pages: readonly PdfPage[]): Problem[] {
  const pieces = pages
    .flatMap((page) => page.pieces)
    .filter(({ text }) => !/^[\d\s]+$/.test(text) && !/[\p{Lo}\p{M}]/u.test(text));
  const crumbs = pieces.filter(({ text }) => text.trim().length < 3).length;
  if (pieces.length < NOISE_FROM || crumbs < pieces.length * NOISE_SHARE) return [];
  return [{ code: "pdf-noise-layer", params: { percent: Math.round((crumbs / pieces.length) * 100) } }];
}

/** A font without the letters of a script draws one sign for all of them, and that is what the file then says. */
function doubtfulLetters(lines: readonly PdfLine[]): number {
  return lines.reduce((sum, { text }) => {
    const runs = text.match(/(\p{Lo})\1{5,}/gu) ?? [];
    return sum + runs.reduce((letters, run) => letters + [...run].length, 0);
  }, 0);
}
