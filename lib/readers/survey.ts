// A table of answers → a survey: what its head says, what each column is, and the rows with the answers.
import { Refusal } from "../refusal";
import type { Problem, ReadOptions } from "./read-result";
import { surveyColumns } from "./survey-columns";
import { surveyFilters } from "./survey-filters";
import { surveyHead } from "./survey-head";
import type { SurveyRead } from "./survey-read";
import type { TableRead } from "./table";

const MOST_HEADER_ROWS = 10;

/** `headerRows` overrules the proposal. Throws Refusal survey-no-rows. */
export function readSurvey(table: TableRead, options: ReadOptions = {}): SurveyRead {
  const head = surveyHead(table.rows);
  const headerRows = Math.min(Math.max(options.headerRows ?? head.headerRows, 0), MOST_HEADER_ROWS);
  const heads = table.rows.slice(0, headerRows);
  let rows: readonly (readonly string[])[] = table.rows.slice(headerRows);
  if (rows.length === 0) throw new Refusal("survey-no-rows", 422);
  const problems: Problem[] = [...table.problems];
  if (head.producer === "limesurvey" && !options.verbatim) {
    const { broken, count } = lineBreaks(rows);
    if (count > 0) problems.push({ code: "line-breaks-restored", params: { count } });
    rows = broken;
  }
  const columns = surveyColumns(heads, rows, table.rows[0]?.length ?? 0, head.producer);
  const { producer } = head;
  return {
    format: table.format,
    encoding: table.encoding,
    producer,
    headerRows,
    sheets: table.sheets,
    sheet: table.sheet,
    columns,
    ...surveyFilters({ producer, columns }, rows),
    rows,
    problems,
  };
}

/** LimeSurvey writes a line break within an answer as a backslash and an n. */
function lineBreaks(rows: readonly (readonly string[])[]) {
  let count = 0;
  const broken = rows.map((row) =>
    row.some((cell) => cell.includes("\\n"))
      ? row.map((cell) => {
          if (!cell.includes("\\n")) return cell;
          count++;
          return cell.replaceAll("\\n", "\n");
        })
      : row,
  );
  return { broken, count };
}
