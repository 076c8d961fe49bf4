// What undo and redo are called: by the act that a person did, its code and its document, however often it went back and forth.
import { afterEach, beforeEach, expect, test } from "vitest";
import { idOf, makeStudy, type Study } from "../study-fixture";
import type { deskCodings } from "./desk-codings";

type Answer = ReturnType<typeof deskCodings.run>;

let study: Study;
beforeEach(async () => {
  study = await makeStudy();
});
afterEach(() => study.end());

function names() {
  const { undo, redo } = study.read(study.a, "desk-codings", { documentId: study.documentId("group") }) as Answer;
  return { undo, redo };
}

const inInterview = () => ({ documentId: study.documentId("interview"), documentName: "interview" });

test("an act in another document is named with that document and its code", () => {
  expect(names()).toEqual({ undo: null, redo: null });
  const { staffing } = study.codes;
  const codingId = study.apply(study.a, "interview", "four short", staffing);
  const applied = { act: "apply-code", codeId: staffing, ...inInterview() };
  expect(names()).toEqual({ undo: applied, redo: null });
  study.act(study.a, "write-memo", { codingId, memoId: idOf("m"), wording: 0, text: "x" });
  expect(names().undo).toEqual({ act: "write-memo", codeId: staffing, ...inInterview() });
  study.act(study.a, "undo");
  expect(names()).toEqual({ undo: applied, redo: { act: "write-memo", codeId: staffing, ...inInterview() } });
  study.act(study.a, "remove-coding", { codingId });
  expect(names().undo).toEqual({ act: "remove-coding", codeId: staffing, ...inInterview() });
});

test("back and forth it keeps the name of what was done, for several codings at once too", () => {
  const { staffing, team } = study.codes;
  const ids = ["four short", "three short"].map((words) => study.apply(study.a, "interview", words, staffing));
  study.act(study.a, "recode-codings", { codingIds: ids, codeId: team });
  const recoded = { act: "recode-codings", codeId: team, ...inInterview() };
  const applied = { act: "apply-code", codeId: staffing, ...inInterview() };
  for (let i = 0; i < 3; i++) {
    expect(names()).toEqual({ undo: recoded, redo: null });
    study.act(study.a, "undo");
    expect(names()).toEqual({ undo: applied, redo: recoded });
    study.act(study.a, "undo");
    expect(names().redo).toEqual(applied);
    study.act(study.a, "redo");
    expect(names()).toEqual({ undo: applied, redo: recoded });
    study.act(study.a, "redo");
  }
});

test("what concerns no document has none, and what others did is not named", () => {
  study.apply(study.b, "interview", "four short", study.codes.staffing);
  expect(names()).toEqual({ undo: null, redo: null });
  study.act(study.a, "write-memo", { codeId: study.codes.work, memoId: idOf("m"), wording: 0, text: "x" });
  expect(names().undo).toEqual({
    act: "write-memo",
    codeId: study.codes.work,
    documentId: null,
    documentName: null,
  });
  study.act(study.a, "write-memo", {
    documentId: study.documentId("group"),
    memoId: idOf("n"),
    wording: 0,
    text: "x",
  });
  expect(names().undo).toMatchObject({ act: "write-memo", documentName: "group" });
});
