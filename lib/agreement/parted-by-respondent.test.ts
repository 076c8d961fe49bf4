import { describe, expect, it } from "vitest";
import type { AgreementProject } from "./agreement-project";
import { agreementReport } from "./agreement-report";
import { partedByRespondent, reportOfClusters, withoutVastBootstrap } from "./parted-by-respondent";
import { sumTables } from "./table2x2";

// Two questions to three respondents, ten characters an answer and one between them; and an interview.
const turns = [0, 11, 22].map((start) => ({ start, end: start + 10 }));
const answers = (ids: readonly string[]) =>
  turns.slice(0, ids.length).map((turn, i) => ({ ...turn, respondent: ids[i] ?? "" }));
const coding = (documentId: string, coderId: string, start: number, end: number) => ({
  documentId,
  coderId,
  codeId: "c",
  start,
  end,
});
const project: AgreementProject = {
  documents: [
    { id: "why", length: 32, units: { turn: turns, sentence: turns } },
    { id: "how", length: 21, units: { turn: turns.slice(0, 2) } },
    { id: "talk", length: 40, units: { turn: [{ start: 0, end: 40 }] } },
  ],
  codes: [{ id: "c", parentId: null }],
  coders: ["a", "b"],
  codings: [
    coding("why", "a", 0, 10),
    coding("why", "b", 5, 25),
    coding("how", "a", 11, 21),
    coding("how", "b", 11, 15),
    coding("talk", "a", 3, 9),
  ],
};
const who = new Map([
  ["why", answers(["r1", "r2", "r3"])],
  ["how", answers(["r1", "r2"])],
]);

describe("documents of a survey, parted by respondent", () => {
  it("are one for each respondent, across the questions; the others stay", () => {
    const parted = partedByRespondent(project, who);
    expect(parted.documents.map(({ id, length }) => [id.trim(), length])).toEqual([
      ["talk", 40],
      ["r1", 22],
      ["r2", 21],
      ["r3", 10],
    ]);
    expect(parted.documents[2]?.units?.turn).toEqual([
      { start: 0, end: 10 },
      { start: 11, end: 21 },
    ]);
    // The long coding counts in all three answers that it covers.
    expect(parted.codings.filter(({ coderId }) => coderId === "b").map(({ start, end }) => end - start)).toEqual([
      6, 11, 3, 4,
    ]);
  });

  it.each(["character", "turn"] as const)("add up to the same table by %s", (unit) => {
    const options = { coders: ["a", "b"] as const, unit, rollUp: false };
    const report = agreementReport(project, options);
    const clusters = reportOfClusters(report, project, who, options);
    expect(clusters.documents).toHaveLength(4);
    expect(sumTables(clusters.codes[0]?.tables ?? [])).toEqual(sumTables(report.codes[0]?.tables ?? []));
  });

  it("are left whole where the document is the unit, and where there is no survey", () => {
    const options = { coders: ["a", "b"] as const, unit: "document" as const, rollUp: false };
    const report = agreementReport(project, options);
    expect(reportOfClusters(report, project, who, options)).toBe(report);
    expect(reportOfClusters(report, project, new Map(), { ...options, unit: "turn" })).toBe(report);
  });

  it("keep apart what other coders code", () => {
    const assignments = ["why", "how", "talk"].flatMap((documentId) =>
      (documentId === "how" ? ["a"] : ["a", "b"]).map((coderId) => ({ documentId, coderId })),
    );
    const parted = partedByRespondent({ ...project, assignments }, who);
    expect(parted.documents).toHaveLength(6);
    const alone = parted.assignments?.filter(({ documentId }) => documentId.startsWith("r2")) ?? [];
    expect(alone.map(({ coderId }) => coderId)).toEqual(["a", "b", "a"]);
  });
});

it("draws no bootstrap that would not fit", () => {
  const options = { bootstrap: { replicates: 2_000, seed: 1 } };
  expect(withoutVastBootstrap(options, 400)).toBe(options);
  expect(withoutVastBootstrap(options, 20_000)).toEqual({ bootstrap: undefined });
});
