// Word documents: paragraphs, tables and text boxes as they are shown, with the two layouts of Teams recognised.
import { Refusal } from "../refusal";
import { CUE_CLOCK, cueClockMs } from "./clock";
import { type DocxElement, type DocxParagraph, readDocxBody } from "./docx-body";
import { type Numbering, readDocxNumbering, type ShownNumber } from "./docx-numbering";
import { type DocxStyles, readDocxStyles } from "./docx-styles";
import { tableLines } from "./docx-table";
import { isBlank, labelBlocks, type SourceLine } from "./label-blocks";
import { labelCandidate } from "./label-candidate";
import type { Problem, ReadResult } from "./read-result";
import { checkIsDocx } from "./sniff";
import { visitXml } from "./xml";
import { readZip } from "./zip";

const WANTED = /^(?:_rels\/\.rels|[^/]+\/(?:document|numbering|styles)[^/]*\.xml)$/i;
const TEAMS_TIMING = new RegExp(`^\\s*(${CUE_CLOCK})\\s*-->\\s*(${CUE_CLOCK})\\s*$`);
const TEAMS_NAMELESS = /^\s*(\d{1,3}(?::\d{2}){1,2})\s*$/;

/** Throws Refusal: those of `readZip`, `visitXml` and `checkIsDocx`. */
export async function readDocx(bytes: Uint8Array, options: { verbatim?: boolean } = {}): Promise<ReadResult> {
  const { names, parts } = await readZip(bytes, (name) => WANTED.test(name));
  checkIsDocx(names);
  const main = mainPart(parts.get("_rels/.rels"), parts);
  const folder = main.replace(/[^/]*$/, "");
  const part = parts.get(main);
  if (!part) throw new Refusal("file-damaged", 422);
  const styles = readDocxStyles(parts.get(`${folder}styles.xml`));
  const numbering = readDocxNumbering(parts.get(`${folder}numbering.xml`));
  const { content, counts } = readDocxBody(part, styles.hidden);
  const numbers = { rebuilt: 0, left: 0 };
  const lines = sourceLines(content, styles, numbering, numbers);
  const found = labelBlocks(lines, { verbatim: options.verbatim ?? false });
  const bold = boldParagraphs(content);
  const nobody = found.blocks.every((block) => block.label === null);
  const counted: readonly (readonly [string, number])[] = [
    ["hidden-text-left-out", counts.hiddenCharacters],
    ["tracked-insertions-kept", counts.insertions],
    ["tracked-deletions-left-out", counts.deletions],
    ["symbols-unknown", counts.symbols],
    ["automatic-numbers-rebuilt", numbers.rebuilt],
    ["automatic-numbers-left-out", numbers.left],
    ["bold-paragraphs", nobody && bold.some && bold.questions ? bold.count : 0],
    ["comments-left-out", names.filter((name) => /\/comments\.xml$/i.test(name)).length],
    ["notes-left-out", names.filter((name) => /\/(?:foot|end)notes\.xml$/i.test(name)).length],
    ["macros-present", names.filter((name) => /vbaProject\.bin$/i.test(name)).length],
  ];
  const problems: Problem[] = counted
    .filter(([, count]) => count > 0)
    .map(([code, count]) => ({ code, params: { count } }));
  return {
    format: "docx",
    encoding: null,
    unit: "paragraph",
    blocks: found.blocks,
    problems: [...problems, ...found.problems],
  };
}

/** The part that the package calls its document; most writers call it word/document.xml. */
function mainPart(relations: Uint8Array | undefined, parts: ReadonlyMap<string, Uint8Array>): string {
  let target: string | null = null;
  if (relations) {
    visitXml(relations, {
      open(element) {
        if (element.local !== "Relationship" || !/\/officeDocument$/.test(element.attribute("Type") ?? "")) return;
        target ??= (element.attribute("Target") ?? "").replace(/^\.?\//, "");
      },
    });
  }
  if (target !== null && parts.has(target)) return target;
  return [...parts.keys()].find((name) => /^word\/document[^/]*\.xml$/i.test(name)) ?? "";
}

function sourceLines(
  content: readonly DocxElement[],
  styles: DocxStyles,
  numbering: Numbering,
  numbers: { rebuilt: number; left: number },
): SourceLine[] {
  const teams = isTeamsLayout(content);
  return content.flatMap((element): SourceLine[] => {
    if (element.kind === "table") return tableLines(element);
    const teamsTurn = oldTeamsTurn(element) ?? (teams ? namelessTeamsTurn(element) : null);
    if (teamsTurn) return [teamsTurn];
    const number = numberOf(element, styles, numbering);
    // Only a number with letters in it says who speaks; the rest is layout.
    const isLabel = number?.named === true && !element.lines.every((line) => isBlank(line.text));
    if (number !== null) numbers[isLabel ? "rebuilt" : "left"]++;
    const lines = element.lines.map((line, i): SourceLine => {
      const same = { sameParagraph: i > 0, boldLength: line.boldLength };
      if (i === 0 && isLabel) return { ...same, text: `${number.text} ${line.text}`, boldLength: 0 };
      return { ...same, text: line.text, standsAlone: element.boxed || teams };
    });
    // The first line with words begins the paragraph, wherever it stands in it.
    const first = lines.findIndex((line) => !isBlank(line.text));
    return lines.map((line, i) => (i === first ? { ...line, sameParagraph: false } : line));
  });
}

function numberOf(paragraph: DocxParagraph, styles: DocxStyles, numbering: Numbering): ShownNumber | null {
  const numbered =
    paragraph.numbering ?? (paragraph.style === null ? undefined : styles.numbering.get(paragraph.style));
  if (!numbered || numbered.id === "0") return null;
  return numbering.next(numbered.id, numbered.level);
}

/** Teams until 2023: one paragraph a cue, holding the times, the name and the words. */
function oldTeamsTurn({ lines }: DocxParagraph): SourceLine | null {
  const texts = lines.map((line) => line.text);
  const timing = TEAMS_TIMING.exec(texts[0] ?? "");
  if (!timing || texts.length < 2) return null;
  const named = texts.length > 2;
  const head = texts
    .slice(0, named ? 2 : 1)
    .map((line) => `${line}\n`)
    .join("");
  const label = named ? (texts[1] ?? "").trim() : "";
  return {
    text: head + texts.slice(named ? 2 : 1).join("\n"),
    // This product never pads: its `.90` stands beside `.480`.
    startMs: cueClockMs(timing[1] ?? "", true),
    endMs: cueClockMs(timing[2] ?? "", true),
    known: { label: label === "" ? null : label, length: head.length },
    standsAlone: label === "",
  };
}

/** Teams now: one paragraph a turn, whose first line is a name and a time, and its words after a soft break. */
function isTeamsLayout(content: readonly DocxElement[]): boolean {
  const turns = content.filter((element) => {
    if (element.kind === "table") return false;
    const [head, ...words] = element.lines.filter((line) => !isBlank(line.text));
    return head !== undefined && words.length > 0 && labelCandidate(head.text, 0, {})?.form === "header";
  });
  return turns.length > 1;
}

/** A turn whose name Teams left empty belongs to nobody that the file knows, least of all to the speaker before. */
function namelessTeamsTurn({ lines }: DocxParagraph): SourceLine | null {
  const filled = lines.map((line) => line.text).filter((line) => !isBlank(line));
  const time = TEAMS_NAMELESS.exec(filled[0] ?? "");
  if (!time || filled.length < 2) return null;
  const head = `${filled[0]}\n`;
  const startMs = cueClockMs(time[1] ?? "", false);
  return {
    text: head + filled.slice(1).join("\n"),
    startMs,
    known: { label: null, length: head.length },
    standsAlone: true,
  };
}

/** An interviewer whose every word is bold has no label: a person must be told. */
function boldParagraphs(content: readonly DocxElement[]): { count: number; some: boolean; questions: boolean } {
  const texts = content.flatMap((element) => (element.kind === "paragraph" ? [element.lines] : []));
  const filled = texts.filter((lines) => lines.some((line) => !isBlank(line.text)));
  const bold = filled.filter((lines) => lines.every((line) => line.boldLength === line.text.length));
  const questions = bold.filter((lines) => /\?\s*$/u.test(lines.at(-1)?.text ?? "")).length;
  return {
    count: bold.length,
    some: bold.length > 2 && filled.length > bold.length,
    questions: questions * 2 >= bold.length,
  };
}
