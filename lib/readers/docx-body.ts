// The body of a Word document as it is shown: deleted and hidden words, field codes and repeated fallbacks left out.
import type { Numbering } from "./docx-numbering";
import { type DocxStyles, isOn, TOGGLES, type Toggles } from "./docx-styles";
import type { Flow } from "./page-flow";
import { type Look, PageFlowWriter } from "./page-flow-writer";
import { symbolOf } from "./symbol-font";
import { WORD } from "./word-namespace";
import { visitXml, type XmlElement } from "./xml";

const MATH = new Set([
  "http://schemas.openxmlformats.org/officeDocument/2006/math",
  "http://purl.oclc.org/ooxml/officeDocument/math",
]);
const COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006";

/** Their words are not what the page shows: deleted text, field codes, properties as they once were, ruby glosses. */
const SKIPPED =
  /^(?:del|moveFrom|delText|delInstrText|instrText|rt|[a-zA-Z]+PrChange|numberingChange|tblGridChange|fldData)$/;

interface OpenParagraph {
  style: string | null;
  numberId: string | null;
  level: number | null;
}

interface OpenRun extends Toggles {
  style: string | null;
  look: Look | null;
}

/** Throws Refusal as `visitXml` does. */
export function readDocxBody(part: Uint8Array, styles: DocxStyles, numbering: Numbering): Flow {
  const writer = new PageFlowWriter();
  const { counts } = writer;
  const paragraphs: OpenParagraph[] = [];
  const runs: OpenRun[] = [];
  const path: string[] = [];
  const choices: boolean[] = [];
  /** Open fields: whether their code is still being read. */
  const fields: boolean[] = [];
  let codes = 0;
  let skipping = 0;
  let inText = 0;

  const lookNow = (): Look => {
    const run = runs.at(-1);
    if (run?.look) return run.look;
    const look = lookOf(run, paragraphs.at(-1)?.style ?? null, styles);
    if (run) run.look = look;
    return look;
  };
  const append = (words: string) => {
    if (codes === 0) writer.words(words, lookNow());
  };
  const breakLine = () => {
    if (codes === 0 && !lookNow().hidden) writer.breakLine();
  };
  const toggled = (element: XmlElement) => {
    const run = runs.at(-1);
    const toggle = TOGGLES[element.local];
    // The run's own properties, not those of a paragraph mark.
    if (run && toggle !== undefined && path.at(-2) === "rPr" && path.at(-3) === "r") {
      run[toggle] = isOn(element);
      run.look = null;
    }
  };
  const field = (element: XmlElement) => {
    const type = element.attribute("fldCharType");
    if (type === "begin") {
      fields.push(true);
      codes++;
    } else {
      if (fields.at(-1)) codes--;
      if (type === "end") fields.pop();
      else if (fields.length > 0) fields[fields.length - 1] = false;
    }
  };

  const opened: Readonly<Record<string, (element: XmlElement) => void>> = {
    p: () => {
      paragraphs.push({ style: null, numberId: null, level: null });
      writer.openParagraph();
    },
    r: () => runs.push({ style: null, look: null }),
    t: () => inText++,
    tbl: () => writer.openTable(),
    tr: () => writer.openRow(),
    tc: () => writer.openCell(),
    vMerge: (element) => writer.shapeCell({ merged: element.attribute("val") !== "restart" }),
    hMerge: (element) => writer.shapeCell({ covered: element.attribute("val") !== "restart" }),
    gridSpan: (element) => writer.shapeCell({ columns: Number(element.attribute("val") ?? "1") }),
    txbxContent: () => writer.openBox(),
    pStyle: (element) => {
      const paragraph = paragraphs.at(-1);
      if (paragraph) paragraph.style = element.attribute("val") ?? null;
    },
    rStyle: (element) => {
      const run = runs.at(-1);
      if (run && path.at(-2) === "rPr" && path.at(-3) === "r") run.style = element.attribute("val") ?? null;
    },
    numId: (element) => {
      const paragraph = paragraphs.at(-1);
      if (paragraph) paragraph.numberId = element.attribute("val") ?? null;
    },
    ilvl: (element) => {
      const paragraph = paragraphs.at(-1);
      if (paragraph) paragraph.level = Number(element.attribute("val") ?? "0") || 0;
    },
    b: toggled,
    i: toggled,
    vanish: toggled,
    fldChar: field,
    ins: () => counts.insertions++,
    moveTo: () => counts.insertions++,
    commentReference: () => counts.comments++,
    footnoteReference: () => counts.notes++,
    endnoteReference: () => counts.notes++,
    altChunk: () => counts.embedded++,
    subDoc: () => counts.embedded++,
    tab: () => {
      if (path.at(-2) === "r") append("\t");
    },
    ptab: () => append("\t"),
    br: breakLine,
    cr: breakLine,
    noBreakHyphen: () => append("\u2011"),
    softHyphen: () => append("\u00AD"),
    sym: (element) => {
      const code = Number.parseInt(element.attribute("char") ?? "", 16);
      const known = symbolOf(element.attribute("font") ?? "", code);
      const isPrivate = !(code > 0x1f && code < 0xd800);
      if (known === null && isPrivate) counts.symbols++;
      append(known ?? (isPrivate ? "\uFFFD" : String.fromCodePoint(code)));
    },
  };
  const closed: Readonly<Record<string, () => void>> = {
    p: () => {
      const paragraph = paragraphs.pop();
      if (!paragraph) return;
      writer.closeParagraph(numberOf(paragraph, styles, numbering));
      // A field whose code never ends must not swallow the rest of the file.
      codes = 0;
      fields.fill(false);
    },
    r: () => runs.pop(),
    t: () => inText--,
    tbl: () => writer.closeTable(),
    tr: () => writer.closeRow(),
    tc: () => writer.closeCell(),
    txbxContent: () => writer.closeBox(),
  };

  visitXml(part, {
    open(element) {
      const isWord = WORD.has(element.uri);
      path.push(isWord ? element.local : "");
      if (skipping > 0 || skips(element, isWord, choices)) {
        if (skipping === 0 && isWord && /^(?:del|moveFrom)$/.test(element.local)) counts.deletions++;
        skipping++;
        return;
      }
      if (isWord) {
        if (Object.hasOwn(opened, element.local)) opened[element.local]?.(element);
      } else if (MATH.has(element.uri) && element.local === "t") inText++;
    },
    close(element) {
      path.pop();
      if (skipping > 0) skipping--;
      else if (element.uri === COMPATIBILITY && element.local === "AlternateContent") choices.pop();
      else if (WORD.has(element.uri)) {
        if (Object.hasOwn(closed, element.local)) closed[element.local]?.();
      } else if (MATH.has(element.uri) && element.local === "t") inText--;
    },
    text(words) {
      // A line end inside a text run shows as a space; real breaks have an element of their own.
      if (skipping === 0 && inText > 0) append(words.replace(/[\r\n]/g, " "));
    },
  });
  return writer.flow;
}

/** The same picture or text box stands in an AlternateContent two or three times: the first choice is the one to read. */
function skips(element: XmlElement, isWord: boolean, choices: boolean[]): boolean {
  if (isWord) return SKIPPED.test(element.local);
  if (element.uri !== COMPATIBILITY) return false;
  if (element.local === "AlternateContent") choices.push(false);
  if (element.local === "Choice") {
    const taken = choices.at(-1) ?? false;
    if (choices.length > 0) choices[choices.length - 1] = true;
    return taken;
  }
  return element.local === "Fallback" && (choices.at(-1) ?? false);
}

/** What the run says itself holds; two styles that both say bold undo each other (ISO 29500-1, 17.7.3). */
function lookOf(run: OpenRun | undefined, paragraphStyle: string | null, styles: DocxStyles): Look {
  const ofParagraph = styles.toggles(paragraphStyle);
  const ofRun = run?.style ? styles.toggles(run.style) : {};
  const isSet = (toggle: keyof Toggles): boolean =>
    run?.[toggle] ?? (styles.defaults[toggle] === true || (ofParagraph[toggle] ?? false) !== (ofRun[toggle] ?? false));
  return { bold: isSet("bold"), italic: isSet("italic"), hidden: isSet("hidden") };
}

function numberOf(paragraph: OpenParagraph, styles: DocxStyles, numbering: Numbering) {
  const ofStyle = styles.numbering(paragraph.style);
  const id = paragraph.numberId ?? ofStyle?.id;
  if (id === undefined || id === "0") return null;
  return numbering.next(id, paragraph.level ?? ofStyle?.level ?? 0);
}
