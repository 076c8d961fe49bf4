import { expect, it } from "vitest";
import type { SurveyPreview } from "@/app/api/imports/import-preview";
import type { SurveyColumn, SurveyColumnKind } from "@/lib/readers/survey-read";
import {
  importInput,
  type KnownSurvey,
  lackOf,
  matchingSurveys,
  outcomeOf,
  proposedDecisions,
  withIdentifier,
  withKind,
  withTitle,
} from "./survey-decisions";

function column(index: number, name: string, kind: SurveyColumnKind, question = name): SurveyColumn {
  return { index, name, question, kind, sensitive: false, filled: 4, distinct: 4, examples: [], values: [] };
}

const columns = [
  column(0, "Id", "identifier"),
  column(1, "Q1", "closed", "How\nare  you?"),
  column(2, "Q2", "free-text", "Why?"),
  column(3, "Mail", "ignore"),
];
const preview: SurveyPreview = {
  kind: "survey",
  stageId: "s",
  fileName: "a.csv",
  sha256: "",
  bytes: 1,
  duplicateOf: null,
  expiresAt: "",
  options: {},
  rowCount: 10,
  sampleRows: [],
  survey: {
    format: "csv",
    encoding: "utf-8",
    producer: "qualtrics",
    headerRows: 3,
    sheets: [],
    sheet: null,
    columns,
    filters: [
      { kind: "previews", count: 2 },
      { kind: "incomplete", count: 3 },
    ],
    filtered: 4,
    problems: [],
  },
};

it("proposes what the reader found, with previews left out and questions on one line", () => {
  const decisions = proposedDecisions(preview);
  expect(decisions).toEqual({
    kinds: ["identifier", "closed", "free-text", "ignore"],
    titles: ["Id", "How are you?", "Why?", "Mail"],
    leaveOut: ["previews"],
  });
  expect(outcomeOf(preview, decisions)).toEqual({ documents: 1, attributes: 1, respondents: 8, ignored: 1 });
  // A row can be both.
  expect(outcomeOf(preview, { ...decisions, leaveOut: ["previews", "incomplete"] }).respondents).toBe(6);
});

it("lets one column name the respondents, or none", () => {
  const decisions = proposedDecisions(preview);
  expect(withKind(decisions, 1, "identifier").kinds).toEqual(["ignore", "identifier", "free-text", "ignore"]);
  expect(withIdentifier(decisions, null).kinds).not.toContain("identifier");
});

it("says what is lacking, and sends every column as it was decided", () => {
  const decisions = proposedDecisions(preview);
  const outcome = outcomeOf(preview, decisions);
  expect(lackOf(decisions, outcome, "Staff")).toBeNull();
  expect(lackOf(decisions, outcome, " ")).toMatch(/name/);
  expect(lackOf(withTitle(decisions, 2, " "), outcome, "Staff")).toMatch(/document/);
  expect(lackOf(decisions, { ...outcome, respondents: 0 }, "Staff")).toMatch(/every row/);
  expect(lackOf(decisions, { ...outcome, documents: 0, attributes: 0 }, "Staff")).toMatch(/every column/);
  expect(importInput("p", preview, "v", "Staff", decisions)).toMatchObject({
    headerRows: 3,
    leaveOut: ["previews"],
    columns: [
      { index: 0, kind: "identifier", name: "Id" },
      {},
      { kind: "free-text", name: "Why?" },
      { kind: "ignore" },
    ],
  });
});

it("offers a survey for later rows when its columns are all there and one names the respondents", () => {
  const kept = (names: readonly string[], headerRows = 3): KnownSurvey => ({
    id: names.join(),
    name: "Staff",
    addedAt: "",
    version: 1,
    producer: "qualtrics",
    headerRows,
    sheet: null,
    leaveOut: [],
    columns: names.map((name) => ({ column: name, kind: name === "Id" ? "identifier" : "closed", title: name })),
    respondents: 1,
    pseudonymised: false,
    attributes: 1,
    documents: [],
  });
  const known = [kept(["Id", "Q1"]), kept(["Id", "Q9"]), kept(["Q1", "Q2"]), kept(["Id", "Q1"], 2)];
  expect(matchingSurveys(known, preview).map(({ id }) => id)).toEqual(["Id,Q1"]);
});
