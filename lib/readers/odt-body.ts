// The body of an OpenDocument text as it is shown: deleted and hidden words, notes and comments left out.
import { DRAW, OFFICE, SVG, TABLE, TEXT } from "./odf-namespace";
import { OdtLists } from "./odt-lists";
import type { OdtLook, OdtStyles } from "./odt-styles";
import { type Flow, noCounts } from "./page-flow";
import { type Look, PageFlowWriter, type ShownNumber } from "./page-flow-writer";
import { visitXml, type XmlElement } from "./xml";

/** By namespace: their words are not what the page shows. */
const SKIPPED: ReadonlyMap<string, RegExp> = new Map([
  [
    OFFICE,
    /^(?:annotation|forms|scripts|binary-data|change-info|meta|settings|font-face-decls|styles|automatic-styles|master-styles)$/,
  ],
  [TEXT, /^(?:tracked-changes|note|ruby-text|number|script|hidden-text|bibliography-configuration)$/],
  [DRAW, /^(?:object|object-ole|plugin|applet|floating-frame)$/],
  [SVG, /^(?:title|desc)$/],
]);
/** Shapes that hold words of their own. */
const BOX =
  /^(?:text-box|custom-shape|rect|ellipse|circle|polygon|regular-polygon|polyline|path|line|connector|caption|measure|control)$/;
const MOST_SPACES = 10_000;
const MOST_COLUMNS = 1_000;

interface OpenParagraph {
  readonly number: ShownNumber | null;
  /** White space of the file shows as one space, and at the head of a paragraph as none. */
  afterSpace: boolean;
}

/** Throws Refusal as `visitXml` does. */
export function readOdtBody(part: Uint8Array, styles: OdtStyles): Flow {
  // A deletion that never ends would swallow the rest: then it is no deletion.
  return readBody(part, styles, true) ?? readBody(part, styles, false) ?? { content: [], counts: noCounts() };
}

/** Null where a deletion within the text begins and does not end. */
function readBody(part: Uint8Array, styles: OdtStyles, dropsDeletions: boolean): Flow | null {
  const writer = new PageFlowWriter();
  const { counts } = writer;
  const lists = new OdtLists(styles);
  const paragraphs: OpenParagraph[] = [];
  const looks: Look[] = [];
  const hiddenSections: boolean[] = [];
  /** For each open table, how many rows below each column are still covered by a cell above. */
  const tables: { spans: Map<number, number>; column: number }[] = [];
  /** Regions of deleted words that a flat file leaves where they stood. */
  const deletions = new Set<string>();
  const deleting = new Set<string>();
  let region = "";
  let skipping = 0;
  counts.headers = styles.headers;

  const look = (): Look => looks.at(-1) ?? { bold: false, italic: false, hidden: false };
  const shown = (words: string) => {
    const paragraph = paragraphs.at(-1);
    if (!paragraph || deleting.size > 0) return;
    paragraph.afterSpace = false;
    writer.words(words, look());
  };
  const opensParagraph = (element: XmlElement) => {
    const style = element.attribute("style-name");
    paragraphs.push({ number: lists.next(style), afterSpace: true });
    const base = { bold: false, italic: false, hidden: hiddenSections.includes(true) };
    looks.push(over(base, styles.look("paragraph", style)));
    writer.openParagraph();
  };
  const closesParagraph = () => {
    looks.pop();
    writer.closeParagraph(paragraphs.pop()?.number ?? null);
  };
  const opensSpan = (element: XmlElement) =>
    looks.push(over(look(), styles.look("text", element.attribute("style-name"))));

  const text: Readonly<Record<string, (element: XmlElement) => void>> = {
    p: opensParagraph,
    h: opensParagraph,
    span: opensSpan,
    a: opensSpan,
    s: (element) => shown(" ".repeat(Math.min(MOST_SPACES, Math.max(0, Number(element.attribute("c") ?? "1") || 0)))),
    tab: () => shown("\t"),
    "line-break": () => {
      const paragraph = paragraphs.at(-1);
      if (!paragraph || look().hidden || deleting.size > 0) return;
      paragraph.afterSpace = false;
      writer.breakLine();
    },
    list: (element) =>
      lists.openList(
        element.attribute("style-name"),
        element.attribute("continue-numbering") === "true" || element.attribute("continue-list") !== undefined,
      ),
    "list-item": () => lists.openItem(),
    "change-start": (element) => {
      const id = element.attribute("change-id") ?? "";
      if (dropsDeletions && deletions.has(id)) deleting.add(id);
    },
    "change-end": (element) => deleting.delete(element.attribute("change-id") ?? ""),
    section: (element) =>
      hiddenSections.push(element.attribute("display") === "none" || element.attribute("is-hidden") === "true"),
    "hidden-paragraph": (element) => {
      if (element.attribute("is-hidden") === "true") writer.hideParagraph();
    },
  };
  const textClosed: Readonly<Record<string, () => void>> = {
    p: closesParagraph,
    h: closesParagraph,
    span: () => looks.pop(),
    a: () => looks.pop(),
    list: () => lists.closeList(),
    "list-item": () => lists.closeItem(),
    section: () => hiddenSections.pop(),
  };
  /** How many columns the cell takes; a cell that spans several is followed by those it covers. */
  const nextColumn = (element: XmlElement) => {
    const columns = Math.min(MOST_COLUMNS, Number(element.attribute("number-columns-repeated") ?? "1") || 1);
    const open = tables.at(-1);
    if (open) open.column += columns;
    return columns;
  };
  const table: Readonly<Record<string, (element: XmlElement) => void>> = {
    table: () => {
      tables.push({ spans: new Map(), column: 0 });
      writer.openTable();
    },
    "table-row": () => {
      const open = tables.at(-1);
      if (open) open.column = 0;
      writer.openRow();
    },
    "table-cell": (element) => {
      const rows = Number(element.attribute("number-rows-spanned") ?? "1") || 1;
      const open = tables.at(-1);
      if (open && rows > 1) open.spans.set(open.column, rows - 1);
      writer.openCell();
      writer.shapeCell({ columns: nextColumn(element) });
    },
    // Covered from above it is a cell that goes on; covered from the left it is part of that cell.
    "covered-table-cell": (element) => {
      const open = tables.at(-1);
      const left = open?.spans.get(open.column) ?? 0;
      if (left > 0) open?.spans.set(open.column, left - 1);
      writer.openCell();
      writer.shapeCell({ merged: left > 0, covered: left === 0, columns: nextColumn(element) });
    },
  };
  const tableClosed: Readonly<Record<string, () => void>> = {
    table: () => {
      tables.pop();
      writer.closeTable();
    },
    "table-row": () => writer.closeRow(),
    "table-cell": () => writer.closeCell(),
    "covered-table-cell": () => writer.closeCell(),
  };

  visitXml(part, {
    open(element) {
      const { uri, local } = element;
      if (skipping > 0) {
        skipping++;
        if (uri === TEXT && local === "changed-region") region = element.attribute("id") ?? "";
        if (uri === TEXT && local === "deletion") {
          counts.deletions++;
          deletions.add(region);
        }
        if (uri === TEXT && local === "insertion") counts.insertions++;
        return;
      }
      if (SKIPPED.get(uri)?.test(local)) {
        if (local === "annotation") counts.comments++;
        if (local === "note") counts.notes++;
        if (local === "hidden-text") counts.hiddenCharacters += element.attribute("string-value")?.trim().length ?? 0;
        skipping++;
      } else if (uri === TEXT) {
        if (Object.hasOwn(text, local)) text[local]?.(element);
      } else if (uri === TABLE) {
        if (Object.hasOwn(table, local)) table[local]?.(element);
      } else if (uri === DRAW && BOX.test(local)) writer.openBox();
    },
    close({ uri, local }) {
      if (skipping > 0) skipping--;
      else if (uri === TEXT) {
        if (Object.hasOwn(textClosed, local)) textClosed[local]?.();
      } else if (uri === TABLE) {
        if (Object.hasOwn(tableClosed, local)) tableClosed[local]?.();
      } else if (uri === DRAW && BOX.test(local)) writer.closeBox();
    },
    text(words) {
      const paragraph = paragraphs.at(-1);
      if (skipping > 0 || !paragraph || deleting.size > 0) return;
      const collapsed = words.replace(/[ \t\r\n]+/g, " ");
      const own = paragraph.afterSpace && collapsed.startsWith(" ") ? collapsed.slice(1) : collapsed;
      if (own === "") return;
      writer.words(own, look());
      paragraph.afterSpace = own.endsWith(" ");
    },
  });
  return deleting.size > 0 ? null : writer.flow;
}

function over(base: Look, own: OdtLook): Look {
  return {
    bold: own.bold ?? base.bold,
    italic: own.italic ?? base.italic,
    hidden: base.hidden || (own.hidden ?? false),
  };
}
