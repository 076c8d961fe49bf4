// Memos on words without a code, on codes and on documents: whose they are, what they may stand on, and that none is lost.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { memo } from "../schema";
import { attempt, idOf, makeStudy, type Study } from "../study-fixture";

let study: Study;
let setId: string;
beforeEach(async () => {
  study = await makeStudy();
  setId = study.setOf(study.a, "interview");
});
afterEach(() => study.end());

function write(input: Record<string, unknown>, actor = study.a): string {
  return attempt(() => study.act(actor, "write-memo", { memoId: idOf("memo"), wording: 0, text: "words", ...input }));
}
/** The newest wording of every memo that says something, by id. */
function standing(): Record<string, string> {
  const rows = study.workspace.sqlite
    .prepare("select id, text from memo join memo_wording on memo_id = id and number = wording where text <> ''")
    .all() as { id: string; text: string }[];
  return Object.fromEntries(rows.map((row) => [row.id, row.text]));
}
const words = () => ({ setId, ...study.span("interview", "carry it") });
const document = () => ({ documentId: study.documentId("interview") });

describe("what a memo is about", () => {
  it("is exactly one thing", () => {
    for (const target of [
      {},
      { ...words(), ...document() },
      { ...document(), codeId: study.codes.work },
      { setId },
      { setId, start: 1, end: 2 },
      { ...document(), start: 1, end: 2 },
    ]) {
      expect(write(target)).toMatch(/^input-not-understood 400/);
    }
    expect(standing()).toEqual({});
  });

  it("is words of one's own set, as the client saw them, as often as wanted", () => {
    expect(write({ ...words(), wordsHash: "0".repeat(32) })).toBe("words-do-not-match 409 {}");
    expect(write({ ...words(), end: 100_000 })).toBe("span-outside-text 422 {}");
    expect(write(words(), study.b)).toBe("not-found 404 {}");
    expect(write(words())).toContain('"wording":1');
    expect(write({ ...words(), memoId: idOf("another"), text: "more" })).toContain('"wording":1');
    expect(standing()).toEqual({ [idOf("memo")]: "words", [idOf("another")]: "more" });
    // The same id on other words, in another set, or of somebody else is taken.
    expect(write({ setId, ...study.span("interview", "Long.") })).toBe("id-taken 409 {}");
    expect(write({ setId: study.setOf(study.a, "group"), ...study.span("group", "Not me") })).toBe("id-taken 409 {}");
    const theirs = { setId: study.setOf(study.b, "interview"), ...study.span("interview", "carry it") };
    expect(write(theirs, study.b)).toBe("id-taken 409 {}");
    expect(write({ ...words(), wording: 1, text: "again" })).toContain('"wording":2');
  });

  it("is a code or a document once for each coder", () => {
    for (const target of [{ codeId: study.codes.work }, document()]) {
      const id = idOf(JSON.stringify(target));
      expect(write({ ...target, memoId: id })).toBe(JSON.stringify({ memoId: id, wording: 1 }));
      expect(write({ ...target, memoId: idOf("other") })).toBe("changed-meanwhile 409 {}");
      expect(write({ ...target, memoId: idOf("other"), wording: 1 })).toBe(JSON.stringify({ memoId: id, wording: 2 }));
      expect(write({ ...target, memoId: idOf(`${id} b`), wording: 1 }, study.b)).toBe("changed-meanwhile 409 {}");
      expect(write({ ...target, memoId: idOf(`${id} b`) }, study.b)).toContain(idOf(`${id} b`));
      expect(write({ ...target, memoId: idOf(`${id} o`) }, study.observer)).toMatch(/^role-may-not/);
    }
    expect(study.db.select().from(memo).all()).toHaveLength(4);
  });

  it("is no code and no document that one may not know of", () => {
    study.addCode("secret", study.codes.work, study.b, { setId: study.setOf(study.b, "interview") });
    expect(write({ codeId: idOf("secret") })).toBe("not-found 404 {}");
    expect(write({ codeId: idOf("never") })).toBe("not-found 404 {}");
    expect(write({ codeId: idOf("secret") }, study.b)).toContain('"wording":1');
    expect(write({ documentId: idOf("never"), memoId: idOf("x") })).toBe("not-found 404 {}");
  });
});

describe("taking a memo away", () => {
  it("is writing nothing; undo brings the words back, and a new one may begin anew", () => {
    for (const target of [words(), { codeId: study.codes.work }, document()]) {
      const memoId = idOf(JSON.stringify(target));
      write({ ...target, memoId });
      write({ ...target, memoId, wording: 1, text: "" });
      expect(standing()).not.toHaveProperty(memoId);
      study.act(study.a, "undo");
      expect(standing()[memoId]).toBe("words");
      study.act(study.a, "redo");
      expect(standing()).not.toHaveProperty(memoId);
      expect(write({ ...target, memoId, text: "anew" })).toContain(memoId);
      expect(standing()[memoId]).toBe("anew");
      study.act(study.a, "undo");
      expect(standing()).not.toHaveProperty(memoId);
    }
  });
});

describe("restoring a memo", () => {
  it("is its writer's alone, on whatever it stands", () => {
    for (const target of [words(), { codeId: study.codes.work }, document()]) {
      const memoId = idOf(JSON.stringify(target));
      write({ ...target, memoId });
      for (const actor of [study.b, study.lead]) {
        expect(attempt(() => study.act(actor, "restore-memo", { memoId, wording: 0 }))).toBe("not-found 404 {}");
      }
      expect(attempt(() => study.act(study.a, "restore-memo", { memoId, wording: 9 }))).toBe("not-found 404 {}");
      expect(standing()[memoId]).toBe("words");
      study.act(study.a, "restore-memo", { memoId, wording: 0 });
      expect(standing()).not.toHaveProperty(memoId);
    }
  });
});

describe("a memo", () => {
  it("leaves its words out of the journal, whatever it is about", () => {
    const said = "Zeugmatic thoughts";
    for (const target of [words(), { codeId: study.codes.work }, document()]) {
      write({ ...target, memoId: idOf(JSON.stringify(target)), text: said });
    }
    expect(study.rows(["memo_wording"])).toContain(said);
    expect(study.rows(["journal", "event", "idempotency", "memo"])).not.toContain(said);
  });

  it("may still be written on what was submitted, and not on what is frozen", () => {
    study.submitAll();
    expect(write(words())).toContain('"wording":1');
    study.reveal();
    expect(write({ ...words(), wording: 1 })).toMatch(/^set-is-locked 409 .*frozen/);
    expect(attempt(() => study.act(study.a, "undo"))).toMatch(/^set-is-locked 409 .*frozen/);
    expect(write({ ...document(), memoId: idOf("d") })).toContain('"wording":1');
  });
});
