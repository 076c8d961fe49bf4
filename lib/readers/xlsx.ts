// A workbook's sheet → its rows as the sheet shows them, behind the limits on what it unpacks to. No macro is looked at.
import { Refusal } from "../refusal";
import type { Problem } from "./read-result";
import type { TableRead, TableRows } from "./table";
import { checkTableSize } from "./table-size";
import { type NumberFormat, shownNumber } from "./xlsx-number";
import { columnOf, type SheetFrame, visitSheet } from "./xlsx-sheet";
import { cellWords, sharedStrings } from "./xlsx-strings";
import { isWorkbookPart, readWorkbook, type Workbook } from "./xlsx-workbook";
import { listZip, readZip, ZIP_LIMITS } from "./zip";

const GENERAL: NumberFormat = { kind: "general" };
/** Titles over several columns stand in the first rows; further down a merged cell is one answer. */
const TITLE_ROWS = 3;

/** Whether a package is a workbook that this reader reads, by the names of its parts. Throws Refusal as `listZip` does. */
export async function isWorkbook(bytes: Uint8Array): Promise<boolean> {
  const names = (await listZip(bytes)).map((entry) => entry.name);
  return names.some((name) => /^xl\/.*\.xml$/i.test(name)) && !names.some((name) => /^word\//i.test(name));
}

/**
 * `sheet` names the one to read; without it, the first that is not hidden and has cells.
 * Throws Refusal as `readZip` does, and file-damaged, file-doctype, file-too-deep, table-too-large, sheet-unknown.
 */
export async function readXlsx(bytes: Uint8Array, sheet?: string): Promise<Omit<TableRead, "format">> {
  const { parts } = await readZip(bytes, isWorkbookPart);
  const workbook = readWorkbook(parts);
  let left = ZIP_LIMITS.unpackedBytes - [...parts.values()].reduce((sum, part) => sum + part.length, 0);
  const strings = lazily(() => {
    const part = workbook.stringsPart === null ? undefined : parts.get(workbook.stringsPart);
    return part ? sharedStrings(part) : [];
  });
  const names = workbook.sheets.filter((each) => each.part !== null).map((each) => each.name);
  const shown = workbook.sheets.filter((each) => each.part !== null && !each.hidden);
  const asked = sheet === undefined ? undefined : workbook.sheets.find((each) => each.name === sheet && each.part);
  if (sheet !== undefined && !asked) throw new Refusal("sheet-unknown", 422);
  const candidates = asked ? [asked] : shown.length > 0 ? shown : workbook.sheets.filter((each) => each.part !== null);
  let empty = 0;
  for (const candidate of candidates) {
    const unpacked = await readZip(bytes, (name) => name === candidate.part, {
      ...ZIP_LIMITS,
      unpackedBytes: ZIP_LIMITS.unpackedBytes,
    });
    const part = unpacked.parts.get(candidate.part ?? "");
    if (!part) throw new Refusal("file-damaged", 422);
    left -= part.length;
    if (left < 0) throw new Refusal("file-unpacks-too-big", 422, { megabytes: ZIP_LIMITS.unpackedBytes / 1024 / 1024 });
    const read = sheetRows(part, workbook, strings);
    if (read.rows.length === 0 && candidate !== candidates.at(-1)) {
      empty++;
      continue;
    }
    const others = shown.filter((each) => each !== candidate).length - empty;
    const hidden = workbook.sheets.filter((each) => each.hidden && each.part !== null && each !== candidate).length;
    return {
      encoding: null,
      sheets: names,
      sheet: candidate.name,
      rows: read.rows,
      problems: [...counted({ "other-sheets": others, "hidden-sheets": hidden }), ...read.problems],
    };
  }
  throw new Refusal("file-empty", 422);
}

function sheetRows(part: Uint8Array, workbook: Workbook, strings: () => readonly string[]): TableRows {
  const rows: string[][] = [];
  const numbers: number[] = [];
  let row: string[] = [];
  let number = 0;
  let isHidden = false;
  let widest = 0;
  const counts = { hidden: 0, formulas: 0, errors: 0 };
  const frame = visitSheet(part, {
    row(given, hidden) {
      number = given ?? number + 1;
      isHidden = hidden;
      row = [];
    },
    cell(column, type, style, value, formula) {
      if (value === null || value === "") {
        if (formula) counts.formulas++;
        return;
      }
      const text = cellText(type, value, workbook.formats[style] ?? GENERAL, workbook.from1904, strings);
      if (text === "") return;
      if (type === "e") counts.errors++;
      if (row.length === 0) {
        rows.push(row);
        numbers.push(number);
        if (isHidden) counts.hidden++;
      }
      if (column >= widest) {
        widest = column + 1;
        checkTableSize(number, widest);
      }
      while (row.length < column) row.push("");
      row[column] = text;
    },
  });
  const size = rows.length === 0 ? 0 : Math.max(...numbers.slice(-1));
  checkTableSize(size, widest);
  const merged = spreadTitles(rows, numbers, frame);
  const problems = counted({
    "rows-hidden": counts.hidden,
    "columns-hidden": frame.hiddenColumns,
    "formulas-without-value": counts.formulas,
    "cells-with-errors": counts.errors,
    "merged-cells": merged,
  });
  return { rows, problems };
}

function cellText(
  type: string,
  value: string,
  format: NumberFormat,
  from1904: boolean,
  strings: () => readonly string[],
): string {
  switch (type) {
    case "s": {
      const words = strings()[Number(value)];
      if (words === undefined) throw new Refusal("file-damaged", 422);
      return words;
    }
    case "inlineStr":
    case "e":
      return value;
    case "str":
      return cellWords(value);
    case "b":
      return value === "1" ? "TRUE" : value === "0" ? "FALSE" : value;
    case "d":
      return value.replace(/T00:00:00(?:\.0+)?Z?$/, "").replace(/^(\d{4}-\d\d-\d\d)T/, "$1 ");
    default:
      return shownNumber(value, format, from1904);
  }
}

/** A title merged over several columns heads each of them. Returns how many merged ranges stand elsewhere. */
function spreadTitles(rows: readonly string[][], numbers: readonly number[], { merges }: SheetFrame): number {
  let elsewhere = 0;
  for (const merge of merges) {
    const range = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(merge);
    const at = numbers.indexOf(Number(range?.[2]));
    const row = rows[at];
    const from = columnOf(range?.[1] ?? "");
    const to = columnOf(range?.[3] ?? "");
    if (!row || from === null || to === null) continue;
    const title = row[from] ?? "";
    if (at >= TITLE_ROWS) elsewhere++;
    else if (title !== "") for (let column = from + 1; column <= to && column < 1_000; column++) row[column] ||= title;
    for (let column = 0; column < row.length; column++) row[column] ??= "";
  }
  return elsewhere;
}

function counted(counts: Readonly<Record<string, number>>): Problem[] {
  return Object.entries(counts).flatMap(([code, count]) => (count > 0 ? [{ code, params: { count } }] : []));
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
