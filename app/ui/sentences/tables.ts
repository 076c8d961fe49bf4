import type { RefusalParams } from "@/lib/refusal";
import type { Sentences } from "../sentences";

/** `one` where the count is 1, `many` otherwise, with the count in front. */
const counted =
  (one: string, many: string, rest: string) =>
  ({ count }: RefusalParams) =>
    `${count === 1 ? one : `${Number(count).toLocaleString("en-GB")} ${many}`} ${rest}`;

/** Tables and surveys: what was found in them, and why one cannot be used. */
export const tableSentences: Sentences = {
  "sheet-unknown": () => "The workbook has no sheet of this name. Nothing was read. Choose one of its sheets.",
  "table-too-large": ({ columns, cells }) =>
    `The table is larger than what is read: at most ${Number(columns).toLocaleString("en-GB")} columns, and ${Number(cells).toLocaleString("en-GB")} cells in all. A single cell far from the others may be the reason; delete it and add the file again.`,
  "quote-unclosed": ({ row }) =>
    `A quotation mark in row ${row} is never closed. It was kept as a letter, and the rows behind it were read one by one. Compare that row with the file.`,
  "quotes-stray": counted("One cell has", "cells have", "quotation marks in unusual places. Their words were kept."),
  "rows-short": counted(
    "One row has",
    "rows have",
    "fewer cells than the first. The missing ones were taken to be empty at the end.",
  ),
  "rows-long": counted(
    "One row has",
    "rows have",
    "more cells than the first. They stand in columns of their own; a delimiter inside an answer may be the reason.",
  ),
  "other-sheets": counted("One other sheet was", "other sheets were", "not read. A sheet can be chosen."),
  "hidden-sheets": counted("One sheet is hidden and was", "sheets are hidden and were", "not read."),
  "rows-hidden": counted("One row is", "rows are", "hidden in the workbook. It is all here, as the other rows are."),
  "columns-hidden": counted(
    "One range of columns is",
    "ranges of columns are",
    "hidden in the workbook. They are here, as the other columns are.",
  ),
  "formulas-without-value": counted(
    "One formula has",
    "formulas have",
    "no value in the file and came out empty. Open the file in a spreadsheet program, save it, and add it again.",
  ),
  "cells-with-errors": counted("One cell shows", "cells show", "an error such as #N/A, which was kept as text."),
  "merged-cells": counted(
    "One merged range below the titles was",
    "merged ranges below the titles were",
    "read as a single cell, its first.",
  ),
  "line-breaks-restored": counted(
    "One answer had",
    "answers had",
    "line breaks written as “\\n”; they are line breaks again.",
  ),
  "columns-left-out": counted(
    "One further column of the table is",
    "further columns of the table are",
    "not part of the talk and were left out.",
  ),
  "rows-above-titles": counted("One row above the titles was", "rows above the titles were", "left out."),
  "times-unreadable": counted("One time was", "times were", "not understood, and is missing."),
  "survey-no-rows": () => "Below the header rows there is no row of answers. Nothing was stored.",
  "survey-two-identifiers": () => "Only one column can name the respondents. Nothing was stored.",
  "survey-columns-missing": ({ count }) =>
    `${count === 1 ? "One column" : `${count} columns`} of the survey ${count === 1 ? "is" : "are"} missing from this file. Nothing was added. Export it from the same survey with the same options.`,
  "survey-has-pseudonyms": () =>
    "In this survey’s documents names are replaced by pseudonyms, and later rows would bring names back. Nothing was added. Give the passphrase of the pseudonyms, and the names in the new rows are replaced as well.",
  "survey-no-identifier": () =>
    "In this survey no column names the respondents, so rows that are new cannot be told from those that are here already. Nothing was added. Import the file as a survey of its own.",
};
