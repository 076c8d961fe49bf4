import { describe, expect, it } from "vitest";
import type { TranscriptPreview } from "@/app/api/imports/import-preview";
import type { LabelDecision } from "@/lib/readers/read-result";
import { type BatchFile, batchAfter } from "./batch";
import { alsoSpeaksIn, labelsElsewhere, nameChoices } from "./batch-people";
import type { SpeakerRule } from "./speaker-rule";

const speaker = (label: string, role: LabelDecision["role"] = "participant"): LabelDecision => ({
  label,
  treatment: "speaker",
  name: label,
  role,
});

function preview(labels: readonly LabelDecision[], more: Partial<TranscriptPreview> = {}): TranscriptPreview {
  return {
    kind: "transcript",
    stageId: "stage",
    fileName: "file.txt",
    sha256: JSON.stringify(labels),
    bytes: 1,
    duplicateOf: null,
    options: {},
    format: "txt",
    encoding: "utf-8",
    unit: "line",
    blocks: 1,
    labels: labels.map((proposal) => ({ label: proposal.label, turns: 1, example: "", proposal })),
    problems: [],
    findings: [],
    styleMightLabel: false,
    turns: [],
    opening: [],
    expiresAt: "",
    ...more,
  };
}

const added = (key: string) => ({
  key,
  documentId: key,
  fileName: `${key}.txt`,
  source: { kind: "file" as const, file: new File(["x"], `${key}.txt`) },
});

function batch(
  files: Readonly<Record<string, readonly LabelDecision[]>>,
  rules: readonly SpeakerRule[] = [],
): readonly BatchFile[] {
  const names = Object.keys(files);
  return names.reduce(
    (state, key) => batchAfter(state, { type: "read", key, preview: preview(files[key] ?? []), rules }),
    batchAfter([], { type: "added", files: names.map(added) }),
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

it("carries decisions over to the same labels of the other files, but not which turns are whose", () => {
  let files = batch({ one: [speaker("INT", "interviewer"), speaker("P1")], two: [speaker("INT", "interviewer")] });
  expect(labelsElsewhere(files, "one")).toEqual([]);
  const parts = [{ name: "Ana", role: "participant" as const, blocks: [1] }];
  files = batchAfter(files, {
    type: "decided",
    key: "one",
    decision: { ...speaker("INT", "interviewer"), name: "Ina", parts },
  });
  expect(labelsElsewhere(files, "one")).toEqual(["INT"]);
  files = batchAfter(files, { type: "applied", from: "one" });
  expect(files[1]?.decisions[0]).toMatchObject({ name: "Ina", parts: undefined });
  expect(labelsElsewhere(files, "one")).toEqual([]);
});

it("says where a person of the same name speaks, in the project or in the batch, whatever the case", () => {
  const files = batch({ one: [speaker("P1")], two: [speaker("p1"), speaker("P10"), speaker("P9")] });
  const known = [{ id: "k", name: "P1", documents: [{ name: "Interview A" }] }];
  expect(alsoSpeaksIn(files, "one", speaker("P1"), known)).toEqual(["Interview A", "Two"]);
  expect(alsoSpeaksIn(files, "two", speaker("P9"), known)).toEqual([]);
  expect(nameChoices(files, known)).toEqual({
    inProject: [{ name: "P1", participantId: "k" }],
    inBatch: [{ name: "P9" }, { name: "P10" }],
  });
});

it("keeps the good files when one cannot be read, and clears all but what is imported", () => {
  let files = batchAfter(batch({ one: [speaker("P1")], two: [] }), {
    type: "failed",
    key: "two",
    problem: "No words.",
  });
  expect(files.map((file) => file.status)).toEqual(["ready", "failed"]);
  expect(batchAfter(files, { type: "removed", key: "two" })).toHaveLength(1);
  files = batchAfter(files, { type: "imported", key: "one", made: "one" });
  expect(batchAfter(files, { type: "cleared" }).map((file) => file.key)).toEqual(["one"]);
});

it("puts the files of an archive where the archive was", () => {
  const files = batchAfter(batchAfter([], { type: "added", files: ["a", "zip", "b"].map(added) }), {
    type: "unpacked",
    key: "zip",
    files: ["x", "y"].map(added),
  });
  expect(files.map((file) => [file.key, file.status])).toEqual([
    ["a", "waiting"],
    ["x", "waiting"],
    ["y", "waiting"],
    ["b", "waiting"],
  ]);
});

describe("the same bytes twice", () => {
  const read = (state: readonly BatchFile[], key: string, more: Partial<TranscriptPreview>) =>
    batchAfter(state, { type: "read", key, preview: preview([speaker("P1")], more), rules: [] });

  it("are set aside, in the batch as in the project, and imported when a person says so", () => {
    let files = batchAfter([], { type: "added", files: ["one", "two", "three"].map(added) });
    files = read(files, "one", { sha256: "s" });
    files = read(files, "two", { sha256: "s" });
    files = read(files, "three", { sha256: "t", duplicateOf: { documentId: "d", name: "Interview A" } });
    expect(files.map((file) => [file.status, file.sameAs])).toEqual([
      ["ready", null],
      ["aside", "One"],
      ["aside", "Interview A"],
    ]);
    files = batchAfter(files, { type: "all-the-same", key: "two" });
    expect(files[1]).toMatchObject({ status: "ready", sameAs: null });
    files = batchAfter(files, {
      type: "read",
      key: "two",
      preview: preview([], { sha256: "s" }),
      rules: [],
      again: true,
    });
    expect(files[1]?.status).toBe("ready");
  });
});

describe("a rule", () => {
  const rule: SpeakerRule = {
    id: "r",
    name: "House",
    savedAt: "",
    decisions: [{ ...speaker("int", "interviewer"), name: "Ina" }, speaker("Q2")],
  };

  it("decides about a file whose labels it knows, is told, and can be taken back", () => {
    let files = batch({ one: [speaker("INT"), speaker("P7")], two: [speaker("A"), speaker("B"), speaker("INT")] }, [
      rule,
    ]);
    expect(files[0]).toMatchObject({
      rule: { id: "r", name: "House" },
      decisions: [
        { label: "INT", name: "Ina", role: "interviewer" },
        { label: "P7", name: "P7" },
      ],
    });
    expect(files[1]?.rule).toBeNull();
    files = batchAfter(files, { type: "rule", key: "one", rule: null });
    expect(files[0]).toMatchObject({ rule: null, decisions: [{ name: "INT" }, { name: "P7" }] });
  });

  it("does not come again when the file is read again, and what was decided stays", () => {
    let files = batch({ one: [speaker("INT"), speaker("P7")] }, [rule]);
    files = batchAfter(files, { type: "decided", key: "one", decision: { ...speaker("P7"), name: "Ana" } });
    const again = preview([speaker("INT"), speaker("P7"), speaker("P8")]);
    files = batchAfter(files, { type: "read", key: "one", preview: again, rules: [rule], again: true });
    expect(files[0]?.decisions.map((each) => each.name)).toEqual(["Ina", "Ana", "P8"]);
  });
});

it("keeps what was decided about a survey while other files are looked at, until it is read in another way", () => {
  const survey = {
    surveyId: "s",
    into: null,
    decisions: { kinds: ["ignore" as const], titles: ["Age"], leaveOut: [] },
  };
  let files = batch({ one: [], two: [speaker("P1")] });
  files = batchAfter(files, { type: "survey", key: "one", survey });
  files = batchAfter(files, { type: "named", key: "two", name: "Another" });
  expect(files.map((file) => file.survey)).toEqual([survey, null]);
  const [one] = files;
  if (!one?.preview) throw new Error("there is no first file");
  const { kind: _, ...read } = preview([]);
  const rest = { rowCount: 1, sampleRows: [] };
  const columns = { producer: "plain" as const, headerRows: 1, sheets: [], sheet: null, columns: [], filters: [] };
  const again = {
    ...{ ...read, ...rest, kind: "survey" as const },
    survey: { ...columns, filtered: 0, format: "csv" as const, encoding: "utf-8", problems: [] },
  };
  files = batchAfter(files, { type: "read", key: "one", preview: again, rules: [], again: true });
  expect(files[0]?.survey).toBeNull();
});
