// What a rich text file shows: its words with how they look, in paragraphs and tables; hidden and deleted ones left out.
import { Refusal } from "../refusal";
import type { Flow } from "./page-flow";
import { type CellShape, PageFlowWriter, type ShownNumber } from "./page-flow-writer";
import { isWidePage, pageOfCharset, type RtfFont } from "./rtf-fonts";
import { RtfRows } from "./rtf-rows";
import { RtfText } from "./rtf-text";
import { visitRtf } from "./rtf-tokens";
import { CHARACTERS, HEADERS, MARKED_AND_READ, SKIPPED } from "./rtf-words";

const DEPTH = 2_000;
const DEEPEST_TABLE = 50;
const MOST_FONTS = 10_000;

/** Where a group's words go: to the page, to a font's name, to an automatic number, or nowhere. */
type Target = "page" | "fonts" | "number" | "header" | "twice" | "nowhere";

interface Group {
  target: Target;
  bold: boolean;
  italic: boolean;
  hidden: boolean;
  deleted: boolean;
  font: number;
  /** How many characters stand in for one Unicode escape. */
  fallbacks: number;
  /** The group is a text box: what it holds is a flow of its own. */
  box: Page | null;
}

/** The paragraph and the tables that a stretch of the file is written into. */
interface Page {
  readonly rows: RtfRows;
  open: boolean;
  inTable: boolean;
  depth: number;
  number: string | null;
  shapes: CellShape[];
  shape: { merged: boolean; covered: boolean };
}

/** `source` holds one character a byte. Throws Refusal: file-too-deep. */
export function readRtfBody(source: string): Flow {
  const writer = new PageFlowWriter();
  const { counts } = writer;
  const fonts = new Map<number, RtfFont>();
  const newPage = (): Page => ({
    rows: new RtfRows(writer),
    open: false,
    inTable: false,
    depth: 0,
    number: null,
    shapes: [],
    shape: { merged: false, covered: false },
  });
  let page = newPage();
  let group: Group = {
    target: "page",
    bold: false,
    italic: false,
    hidden: false,
    deleted: false,
    font: 0,
    fallbacks: 1,
    box: null,
  };
  const groups: Group[] = [];
  let filePage = 1252;
  let defaultFont = 0;
  let defining: RtfFont | null = null;
  let marked = false;
  let skipping = 0;
  let headed = false;

  const levelNow = () => (page.depth > 1 ? Math.min(DEEPEST_TABLE, page.depth) : page.inTable ? 1 : 0);
  const openParagraph = () => {
    if (page.open) return;
    page.rows.enter(levelNow());
    writer.openParagraph();
    page.open = true;
  };
  const closeParagraph = () => {
    const number = page.number === null ? null : shownNumber(page.number);
    page.number = null;
    if (page.open) writer.closeParagraph(number);
    page.open = false;
  };
  const text = new RtfText((words) => {
    if (words === "") return;
    if (group.target === "page") {
      if (group.deleted) return;
      openParagraph();
      writer.words(words, group);
    } else if (group.target === "number") page.number = (page.number ?? "") + words;
    else if (group.target === "header") headed ||= /\p{L}/u.test(words);
    else if (group.target === "fonts" && defining) defining.name += words.replace(/;.*/s, "");
  });
  const fontNow = () => fonts.get(group.font);
  const pageNow = () => fontNow()?.page ?? filePage;
  const breakLine = () => {
    if (group.target !== "page" || group.hidden || group.deleted) return;
    openParagraph();
    writer.breakLine();
  };
  const enterBox = () => {
    openParagraph();
    group.box = page;
    group.target = "page";
    page = newPage();
    writer.openBox();
  };
  const startFont = (number: number) => {
    defining = fonts.get(number) ?? { name: "", page: null };
    if (fonts.size < MOST_FONTS) fonts.set(number, defining);
  };

  /** A word that says what the rest of its group is. Tells whether it was one. */
  const destination = (name: string): boolean => {
    const target = destinationOf(name, marked);
    if (target === null) return false;
    if (name === "footnote") counts.notes++;
    if (name === "annotation") counts.comments++;
    if (group.target === "nowhere" || group.target === "header") return true;
    if (name === "shptxt" || name === "dptxbxtext") enterBox();
    else if (target === "same") {
      // The Unicode half of words written twice.
      if (name === "ud" && group.target === "twice") group.target = "page";
    } else group.target = target;
    if (target === "header") headed = false;
    return true;
  };
  const fontWord = (name: string, parameter: number | null) => {
    if (name === "f" && parameter !== null) startFont(parameter);
    else if (name === "fcharset" && parameter !== null && defining) defining.page = pageOfCharset(parameter);
    else if (name === "cpg" && parameter !== null && defining) defining.page = parameter;
  };
  const isOn = (parameter: number | null) => parameter !== 0;
  const paragraphWords: Readonly<Record<string, (parameter: number | null) => void>> = {
    par: closeParagraph,
    sect: closeParagraph,
    line: breakLine,
    page: breakLine,
    column: breakLine,
    pard: () => {
      page.inTable = false;
      page.depth = 0;
    },
    intbl: () => {
      page.inTable = true;
    },
    itap: (parameter) => {
      page.depth = parameter ?? 0;
      if (page.depth > 0) page.inTable = true;
    },
    trowd: () => {
      page.inTable = true;
      page.shapes = [];
    },
    clvmrg: () => {
      page.shape.merged = true;
    },
    clmrg: () => {
      page.shape.covered = true;
    },
    cellx: () => {
      page.shapes.push(page.shape);
      page.shape = { merged: false, covered: false };
    },
    cell: () => {
      closeParagraph();
      page.rows.endCell(1);
    },
    nestcell: () => {
      closeParagraph();
      page.rows.endCell(Math.max(2, levelNow()));
    },
    row: () => {
      closeParagraph();
      page.rows.endRow(1, page.shapes);
    },
    nestrow: () => {
      closeParagraph();
      page.rows.endRow(Math.max(2, levelNow()), page.shapes);
    },
  };
  const groupWords: Readonly<Record<string, (parameter: number | null) => void>> = {
    ansicpg: (parameter) => {
      if (parameter) filePage = parameter;
    },
    mac: () => {
      filePage = 10_000;
    },
    pc: () => {
      filePage = 437;
    },
    pca: () => {
      filePage = 850;
    },
    deff: (parameter) => {
      defaultFont = parameter ?? 0;
      group.font = defaultFont;
    },
    f: (parameter) => {
      group.font = parameter ?? 0;
    },
    uc: (parameter) => {
      group.fallbacks = Math.min(16, Math.max(0, parameter ?? 1));
    },
    u: (parameter) => {
      text.unit(parameter ?? 0, pageNow(), fontNow()?.name ?? "");
      skipping = group.fallbacks;
    },
    plain: () => {
      group.bold = false;
      group.italic = false;
      group.hidden = false;
      group.deleted = false;
      group.font = defaultFont;
    },
    b: (parameter) => {
      group.bold = isOn(parameter);
    },
    i: (parameter) => {
      group.italic = isOn(parameter);
    },
    v: (parameter) => {
      group.hidden = isOn(parameter);
    },
    deleted: (parameter) => {
      group.deleted = isOn(parameter);
      if (group.deleted && group.target === "page") counts.deletions++;
    },
    mvf: (parameter) => {
      group.deleted = isOn(parameter);
      if (group.deleted && group.target === "page") counts.deletions++;
    },
    revised: (parameter) => {
      if (isOn(parameter) && group.target === "page") counts.insertions++;
    },
  };

  visitRtf(source, {
    open() {
      text.flushBytes();
      if (groups.length >= DEPTH) throw new Refusal("file-too-deep", 422, { limit: DEPTH });
      groups.push(group);
      group = { ...group, box: null };
      marked = false;
      skipping = 0;
    },
    close() {
      text.flushBytes();
      if (group.box) {
        text.flush();
        closeParagraph();
        page.rows.enter(0);
        writer.closeBox();
        page = group.box;
      }
      const outer = groups.pop();
      if (outer) {
        if (group.target === "header" && outer.target !== "header" && headed) counts.headers++;
        group = outer;
      }
      marked = false;
      skipping = 0;
    },
    word(name, parameter) {
      if (skipping > 0) {
        skipping--;
        return;
      }
      const isMarked = marked;
      if (destination(name)) {
        marked = false;
        return;
      }
      marked = false;
      if (isMarked) group.target = "nowhere";
      if (group.target === "nowhere") return;
      if (group.target === "fonts") {
        fontWord(name, parameter);
        return;
      }
      const character = CHARACTERS.get(name);
      if (character !== undefined) text.characters(character);
      else if (Object.hasOwn(groupWords, name)) {
        if (name !== "u") text.flushBytes();
        groupWords[name]?.(parameter);
      } else if (group.target === "page" && Object.hasOwn(paragraphWords, name)) {
        text.flush();
        paragraphWords[name]?.(parameter);
      }
    },
    symbol(sign) {
      if (sign === "*") {
        marked = true;
      } else if (skipping > 0) skipping--;
      else if (group.target === "nowhere") return;
      else if (sign === "\n") {
        text.flush();
        if (group.target === "page") closeParagraph();
      } else if (sign === "~") text.characters("\u00A0");
      else if (sign === "_") text.characters("\u2011");
      else if (sign === "-") text.characters("\u00AD");
      else if (/[\\{}]/.test(sign)) {
        if (isWidePage(pageNow())) text.text(sign, pageNow(), "");
        else text.characters(sign);
      }
    },
    byte(byte) {
      if (skipping > 0) skipping--;
      else if (group.target !== "nowhere") text.byte(byte, pageNow(), fontNow()?.name ?? "");
    },
    text(start, end) {
      const from = Math.min(end, start + skipping);
      skipping -= from - start;
      if (from < end && group.target !== "nowhere")
        text.text(source.slice(from, end), pageNow(), fontNow()?.name ?? "");
    },
  });
  text.flush();
  while (writer.inParagraph) writer.closeParagraph();
  page.rows.enter(0);
  counts.symbols += text.symbolsUnknown;
  return writer.flow;
}

function destinationOf(name: string, marked: boolean): Target | "same" | null {
  if (name === "fonttbl") return "fonts";
  if (name === "listtext" || name === "pntext") return "number";
  if (HEADERS.has(name)) return "header";
  if (name === "upr") return "twice";
  if (name === "footnote" || name === "annotation" || SKIPPED.has(name)) return "nowhere";
  if (MARKED_AND_READ.has(name)) return "same";
  return marked ? "nowhere" : null;
}

/** Letters beside a number, or a word, say who speaks: `P1:`, `INT`. One letter or a Roman number is layout. */
function shownNumber(written: string): ShownNumber | null {
  const text = written.trim();
  if (text === "" || !/[\p{L}\p{N}]/u.test(text)) return null;
  const isLayout = !/\p{L}/u.test(text) || /^[([]?(?:[ivxlcdm]+|\p{L}{1,2})[.):\]]*$/iu.test(text);
  return { text, named: !isLayout };
}
