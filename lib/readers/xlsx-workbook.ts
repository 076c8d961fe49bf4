// What a workbook says of itself: its sheets in order, where each lies, its number formats and its count of days.
import { Refusal } from "../refusal";
import { builtInFormat, formatOfCode, type NumberFormat } from "./xlsx-number";
import { visitXml } from "./xml";

export interface WorkbookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** The part that holds its cells; null for a chart or a sheet that is not there. */
  readonly part: string | null;
}

export interface Workbook {
  readonly sheets: readonly WorkbookSheet[];
  readonly from1904: boolean;
  /** By the style number of a cell. */
  readonly formats: readonly NumberFormat[];
  readonly stringsPart: string | null;
}

/** The parts that `readWorkbook` needs, and no sheet. */
export function isWorkbookPart(name: string): boolean {
  return /^_rels\/\.rels$|^xl\/(?:[^/]*\.xml|_rels\/[^/]*\.rels)$/i.test(name);
}

/** Throws Refusal: file-damaged, file-doctype, file-too-deep. */
export function readWorkbook(parts: ReadonlyMap<string, Uint8Array>): Workbook {
  const main = relations(parts.get("_rels/.rels"), "").find(({ type }) => type === "officeDocument")?.target;
  const path = main !== undefined && parts.has(main) ? main : "xl/workbook.xml";
  const part = parts.get(path);
  if (!part) throw new Refusal("file-damaged", 422);
  const slash = path.lastIndexOf("/");
  const folder = path.slice(0, slash + 1);
  const links = relations(parts.get(`${folder}_rels/${path.slice(slash + 1)}.rels`), folder);
  const sheets: WorkbookSheet[] = [];
  let from1904 = false;
  visitXml(part, {
    open({ local, attribute }) {
      if (local === "workbookPr") from1904 = /^(?:1|true)$/.test(attribute("date1904") ?? "");
      if (local !== "sheet") return;
      const link = links.find(({ id }) => id === attribute("id"));
      sheets.push({
        name: attribute("name") ?? `${sheets.length + 1}`,
        hidden: /^(?:veryH|h)idden$/.test(attribute("state") ?? ""),
        part: link?.type === "worksheet" ? link.target : null,
      });
    },
  });
  const styles = links.find(({ type }) => type === "styles")?.target;
  return {
    sheets,
    from1904,
    formats: formatsOf(styles === undefined ? undefined : parts.get(styles)),
    stringsPart: links.find(({ type }) => type === "sharedStrings")?.target ?? null,
  };
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** What lies outside the file is nobody's part. */
function relations(part: Uint8Array | undefined, folder: string): Relation[] {
  const found: Relation[] = [];
  if (!part) return found;
  visitXml(part, {
    open({ local, attribute }) {
      if (local !== "Relationship" || attribute("TargetMode") === "External") return;
      const target = attribute("Target") ?? "";
      const type = attribute("Type") ?? "";
      found.push({
        id: attribute("Id") ?? "",
        type: type.slice(type.lastIndexOf("/") + 1),
        target: target.startsWith("/") ? target.slice(1) : folder + target.replace(/^\.\//, ""),
      });
    },
  });
  return found;
}

function formatsOf(part: Uint8Array | undefined): NumberFormat[] {
  const codes = new Map<number, NumberFormat>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  if (!part) return formats;
  visitXml(part, {
    open({ local, attribute }) {
      const id = Number(attribute("numFmtId") ?? "0");
      if (local === "numFmt") codes.set(id, formatOfCode(attribute("formatCode") ?? ""));
      else if (local === "cellXfs") inCells = true;
      else if (local === "xf" && inCells) formats.push(codes.get(id) ?? builtInFormat(id));
    },
    close({ local }) {
      if (local === "cellXfs") inCells = false;
    },
  });
  return formats;
}
