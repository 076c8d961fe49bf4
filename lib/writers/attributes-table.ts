// Attributes with a row for each participant or document → a csv, or a workbook whose cells have their kinds.
import { type AttributeKind, isDate } from "../attributes/attribute-value";
import { NAME_HEADING } from "../attributes/document-columns";
import { guardedCell } from "../attributes/guarded-cell";
import { type CsvCell, csvText } from "./csv";
import { type SheetCell, xlsxFile } from "./xlsx";

export interface AttributesTable {
  readonly columns: readonly { readonly name: string; readonly kind: AttributeKind }[];
  readonly rows: readonly { readonly name: string; readonly values: readonly (string | null)[] }[];
}

const FIGURE = /^-?(?:0|[1-9]\d{0,14})(?:\.\d+)?$/;

/** A number only where it is written again in the same letters: `0007` and `1.50` are words. */
function asNumber(value: string): number | null {
  return FIGURE.test(value) && String(Number(value)) === value ? Number(value) : null;
}

export function attributesCsv({ columns, rows }: AttributesTable): string {
  const header = [NAME_HEADING, ...columns.map((column) => guardedCell(column.name))];
  const cell = (kind: AttributeKind | undefined, value: string | null): CsvCell => {
    if (value === null) return null;
    return (kind === "number" ? asNumber(value) : null) ?? guardedCell(value);
  };
  return csvText(
    header,
    rows.map(({ name, values }) => [guardedCell(name), ...values.map((value, i) => cell(columns[i]?.kind, value))]),
  );
}

export function attributesXlsx({ columns, rows }: AttributesTable, sheet: string): Promise<Uint8Array> {
  const cell = (kind: AttributeKind | undefined, value: string | null): SheetCell => {
    if (value === null) return null;
    if (kind === "number") return asNumber(value) ?? value;
    return kind === "date" && isDate(value) ? { date: value } : value;
  };
  return xlsxFile({
    sheet,
    header: [NAME_HEADING, ...columns.map((column) => column.name)],
    rows: rows.map(({ name, values }) => [name, ...values.map((value, i) => cell(columns[i]?.kind, value))]),
  });
}
