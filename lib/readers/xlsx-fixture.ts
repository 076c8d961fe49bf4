// For tests alone: small workbooks made part by part, as programs write them and as only hostile files are.
import { zipBytes } from "./zip-fixture";

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

export interface SheetFixture {
  readonly name: string;
  readonly hidden?: boolean;
  /** What stands between `<worksheet>` and its end; `xml` is the whole part instead. */
  readonly body?: string;
  readonly xml?: string;
}

export interface WorkbookFixture {
  readonly sheets: readonly SheetFixture[];
  readonly strings?: string;
  readonly styles?: string;
  readonly from1904?: boolean;
  readonly more?: Readonly<Record<string, string>>;
}

export function xlsxBytes({ sheets, strings, styles, from1904, more = {} }: WorkbookFixture): Uint8Array {
  const listed = sheets.map(
    ({ name, hidden }, i) =>
      `<sheet name="${name}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ""} r:id="rId${i + 1}"/>`,
  );
  const links = sheets.map((_, i) => link(`rId${i + 1}`, "worksheet", `worksheets/sheet${i + 1}.xml`));
  if (strings !== undefined) links.push(link("rIdS", "sharedStrings", "sharedStrings.xml"));
  if (styles !== undefined) links.push(link("rIdF", "styles", "styles.xml"));
  const parts: Record<string, string> = {
    "_rels/.rels": `<Relationships xmlns="${PACKAGE}">${link("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><workbookPr${from1904 ? ' date1904="1"' : ""}/><sheets>${listed.join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}">${links.join("")}</Relationships>`,
    ...(strings === undefined ? {} : { "xl/sharedStrings.xml": `<sst xmlns="${MAIN}">${strings}</sst>` }),
    ...(styles === undefined ? {} : { "xl/styles.xml": `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>` }),
    ...more,
  };
  for (const [i, { body = "<sheetData/>", xml }] of sheets.entries()) {
    parts[`xl/worksheets/sheet${i + 1}.xml`] = xml ?? `<worksheet xmlns="${MAIN}">${body}</worksheet>`;
  }
  return zipBytes(Object.entries(parts).map(([name, data]) => ({ name, data })));
}

/** A sheet of inline strings, row by row; null is a cell that is not there. */
export function sheetOf(rows: readonly (readonly (string | null)[])[], after = ""): string {
  const xml = rows.map((row, r) => {
    const cells = row.map((text, c) =>
      text === null
        ? ""
        : `<c r="${String.fromCharCode(65 + c)}${r + 1}" t="inlineStr"><is><t>${escaped(text)}</t></is></c>`,
    );
    return `<row r="${r + 1}">${cells.join("")}</row>`;
  });
  return `<sheetData>${xml.join("")}</sheetData>${after}`;
}

function link(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${LINKS}/${type}" Target="${target}"/>`;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
