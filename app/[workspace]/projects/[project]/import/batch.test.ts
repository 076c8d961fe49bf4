import { expect, it } from "vitest";
import type { ImportPreview } from "@/app/api/imports/import-preview";
import type { LabelDecision } from "@/lib/readers/read-result";
import { alsoSpeaksIn, type BatchFile, batchAfter, labelsElsewhere, namesInUse } from "./batch";

const speaker = (label: string, role: LabelDecision["role"] = "participant"): LabelDecision => ({
  label,
  treatment: "speaker",
  name: label,
  role,
});

function preview(labels: readonly LabelDecision[]): ImportPreview {
  return {
    stageId: "stage",
    fileName: "file.txt",
    sha256: "",
    bytes: 1,
    format: "txt",
    encoding: "utf-8",
    unit: "line",
    blocks: 1,
    labels: labels.map((proposal) => ({ label: proposal.label, turns: 1, example: "", proposal })),
    problems: [],
    turns: [],
    opening: [],
    expiresAt: "",
  };
}

function batch(files: Readonly<Record<string, readonly LabelDecision[]>>): readonly BatchFile[] {
  const names = Object.keys(files);
  const added = names.map((key) => ({ key, documentId: key, file: new File(["x"], `${key}.txt`) }));
  return names.reduce(
    (state, key) => batchAfter(state, { type: "read", key, preview: preview(files[key] ?? []) }),
    batchAfter([], { type: "added", files: added }),
  );
}

it("guesses the kind anew with each decision, until a person has chosen it", () => {
  let files = batch({ one: [speaker("P1"), speaker("P2"), speaker("P3")] });
  expect(files[0]).toMatchObject({ status: "ready", name: "One", kind: "focus-group" });
  files = batchAfter(files, { type: "decided", key: "one", decision: { ...speaker("P3"), treatment: "not-speaker" } });
  expect(files[0]?.kind).toBe("interview");
  files = batchAfter(files, { type: "kind", key: "one", kind: "field-note" });
  files = batchAfter(files, { type: "decided", key: "one", decision: speaker("P3") });
  expect(files[0]?.kind).toBe("field-note");
});

it("carries decisions over to the same labels of the other files", () => {
  let files = batch({ one: [speaker("INT", "interviewer"), speaker("P1")], two: [speaker("INT", "interviewer")] });
  expect(labelsElsewhere(files, "one")).toEqual([]);
  files = batchAfter(files, {
    type: "decided",
    key: "one",
    decision: { ...speaker("INT", "interviewer"), name: "Ina" },
  });
  expect(labelsElsewhere(files, "one")).toEqual(["INT"]);
  files = batchAfter(files, { type: "applied", from: "one" });
  expect(files[1]?.decisions[0]?.name).toBe("Ina");
  expect(labelsElsewhere(files, "one")).toEqual([]);
});

it("says where a person of the same name speaks, in the project or in the batch, whatever the case", () => {
  const files = batch({ one: [speaker("P1")], two: [speaker("p1"), speaker("P10"), speaker("P9")] });
  const known = [{ name: "P1", documents: [{ name: "Interview A" }] }];
  expect(alsoSpeaksIn(files, "one", speaker("P1"), known)).toEqual(["Interview A", "Two"]);
  expect(alsoSpeaksIn(files, "two", speaker("P9"), known)).toEqual([]);
  expect(namesInUse(files, known)).toEqual(["P1", "P9", "P10"]);
});

it("keeps the good files when one cannot be read", () => {
  const files = batchAfter(batch({ one: [speaker("P1")], two: [] }), {
    type: "failed",
    key: "two",
    problem: "No words.",
  });
  expect(files.map((file) => file.status)).toEqual(["ready", "failed"]);
  expect(batchAfter(files, { type: "removed", key: "two" })).toHaveLength(1);
});
