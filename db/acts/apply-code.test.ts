// Coding the text: whose set it is, where a span may lie, which codes may be used, and that memos keep every wording.
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { coding, memoWording } from "../schema";
import { attempt, idOf, makeStudy, type Study } from "../study-fixture";

let study: Study;
let codingId: string;
let n = 0;
beforeAll(async () => {
  study = await makeStudy();
});
afterAll(() => study.end());
beforeEach(() => {
  n++;
  codingId = study.apply(study.a, "interview", "nobody said so", study.codes.staffing, String(n));
  return () => study.act(study.a, "remove-coding", { codingId });
});

function row() {
  return study.db.select().from(coding).where(eq(coding.id, codingId)).get();
}

function applying(more: Record<string, unknown>) {
  const words = study.span("interview", "four short");
  return () =>
    study.act(study.a, "apply-code", {
      setId: study.setOf(study.a, "interview"),
      codingId: idOf(`new ${n}`),
      codeId: study.codes.work,
      ...words,
      ...more,
    });
}

describe("applying a code", () => {
  it("takes a span across an emoji in UTF-16 code units, and only with the hash of its words", () => {
    const span = study.span("interview", "so. 🙂 You");
    expect(span.end - span.start).toBe(10);
    expect(attempt(applying({ ...span, wordsHash: "0".repeat(32) }))).toBe("words-do-not-match 409 {}");
    expect(attempt(applying({ ...span, start: span.start + 1 }))).toBe("words-do-not-match 409 {}");
    applying(span)();
    study.act(study.a, "undo");
  });

  it("refuses spans outside the text, empty and reversed", () => {
    const length = study.text("interview").length;
    expect(attempt(applying({ start: length - 1, end: length + 1 }))).toMatch(/^span-outside-text 422/);
    expect(attempt(applying({ start: 5, end: 5 }))).toMatch(/^span-outside-text 422/);
    expect(attempt(applying({ start: 9, end: 5 }))).toMatch(/^span-outside-text 422/);
    expect(attempt(applying({ start: 1.5, end: 5 }))).toMatch(/^input-not-understood 400/);
  });

  it("knows no set but one's own", () => {
    expect(attempt(applying({ setId: study.setOf(study.b, "interview") }))).toBe("not-found 404 {}");
    expect(attempt(() => study.act(study.lead, "remove-coding", { codingId }))).toBe("not-found 404 {}");
    for (const act of ["remove-coding", "revive-coding"]) {
      expect(attempt(() => study.act(study.b, act, { codingId }))).toBe("not-found 404 {}");
    }
  });

  it("codes the same words with the same code once per coder, and several codes on one passage", () => {
    const again = study.span("interview", "nobody said so");
    expect(attempt(applying({ ...again, codeId: study.codes.staffing }))).toBe("already-coded 409 {}");
    applying({ ...again, codeId: study.codes.work })();
    study.act(study.a, "undo");
    study.apply(study.b, "interview", "nobody said so", study.codes.staffing, `b ${n}`);
    expect(attempt(applying({ codingId }))).toBe("id-taken 409 {}");
  });

  it("stamps the codebook version that the round pinned", () => {
    expect(row()?.codebookVersionId).toMatch(/^[0-9a-f]{32}$/);
  });
});

describe("removing, reviving, moving and recoding", () => {
  it("revives the same row, and neither twice", () => {
    study.act(study.a, "remove-coding", { codingId });
    expect(attempt(() => study.act(study.a, "remove-coding", { codingId }))).toBe("changed-meanwhile 409 {}");
    study.act(study.a, "revive-coding", { codingId });
    expect(attempt(() => study.act(study.a, "revive-coding", { codingId }))).toBe("changed-meanwhile 409 {}");
    expect(row()?.removedAt).toBeNull();
  });

  it("does not revive beside its own double", () => {
    study.act(study.a, "remove-coding", { codingId });
    const double = study.apply(study.a, "interview", "nobody said so", study.codes.staffing, `double ${n}`);
    expect(attempt(() => study.act(study.a, "revive-coding", { codingId }))).toBe("already-coded 409 {}");
    study.act(study.a, "remove-coding", { codingId: double });
    study.act(study.a, "revive-coding", { codingId });
  });

  it("moves boundaries with the words proved, refuses a stale version, and undo puts them back", () => {
    const before = row();
    const span = study.span("interview", "and nobody said so");
    expect(attempt(() => study.act(study.a, "move-coding", { codingId, ...span, wordsHash: "1".repeat(32) }))).toMatch(
      /^words-do/,
    );
    expect(study.act(study.a, "move-coding", { codingId, ...span, version: 1 })).toEqual({ version: 2 });
    expect(attempt(() => study.act(study.a, "move-coding", { codingId, ...span, version: 1 }))).toBe(
      "changed-meanwhile 409 {}",
    );
    study.act(study.a, "undo");
    expect(row()).toEqual({ ...before, version: 3 });
    study.act(study.a, "redo");
    expect(row()).toMatchObject({ start: span.start, end: span.end });
  });

  it("recodes in place and keeps the span", () => {
    const before = row();
    study.act(study.a, "recode-coding", { codingId, codeId: study.codes.team });
    expect(row()).toEqual({ ...before, codeId: study.codes.team, version: 2 });
    const same = attempt(() => study.act(study.a, "recode-coding", { codingId, codeId: study.codes.team }));
    expect(same).toBe("already-coded 409 {}");
  });
});

describe("memos", () => {
  it("keep every wording, refuse a stale one, and come back with the coding", () => {
    const write = (wording: number, text: string) =>
      study.act(study.a, "write-memo", { codingId, memoId: idOf(`memo ${n}`), wording, text });
    write(0, "first");
    expect(attempt(() => write(0, "blind overwrite"))).toBe("changed-meanwhile 409 {}");
    write(1, "second");
    study.act(study.a, "undo");
    const words = () =>
      JSON.parse(attempt(() => study.read(study.a, "desk-codings", { documentId: study.documentId("interview") })));
    const memo = () => words().codings.find((each: { id: string }) => each.id === codingId)?.memo;
    expect(memo()).toBe("first");
    study.act(study.a, "redo");
    study.act(study.a, "remove-coding", { codingId });
    study.act(study.a, "undo");
    expect(memo()).toBe("second");
    const kept = study.db
      .select()
      .from(memoWording)
      .where(eq(memoWording.memoId, idOf(`memo ${n}`)))
      .all();
    expect(kept.map((each) => each.text)).toEqual(["first", "second", "first", "second"]);
    expect(
      attempt(() => study.act(study.b, "write-memo", { codingId, memoId: idOf("x"), wording: 0, text: "" })),
    ).toMatch(/^not-found/);
  });
});

describe("a set that is locked", () => {
  it("takes nothing until the lead reopens it with a reason", () => {
    const set = { setId: study.setOf(study.a, "interview") };
    study.act(study.a, "submit-coding", set);
    const locked = /^set-is-locked 409 .*submitted/;
    expect(attempt(applying({}))).toMatch(locked);
    for (const [act, more] of [
      ["remove-coding", {}],
      ["recode-coding", { codeId: study.codes.work }],
      ["move-coding", study.span("interview", "four short")],
    ] as const) {
      expect(attempt(() => study.act(study.a, act, { codingId, ...more }))).toMatch(locked);
    }
    expect(attempt(() => study.act(study.a, "undo"))).toMatch(locked);
    expect(attempt(() => study.act(study.a, "submit-coding", set))).toMatch(locked);
    const seat = { roundId: study.roundId, documentId: study.documentId("interview"), coderId: study.coderId(study.a) };
    expect(attempt(() => study.act(study.a, "reopen-coding", { ...seat, reason: "please" }))).toMatch(/^role-may-not/);
    expect(attempt(() => study.act(study.lead, "reopen-coding", { ...seat, reason: "" }))).toMatch(
      /^input-not-understood/,
    );
    study.act(study.lead, "reopen-coding", { ...seat, reason: "missed a page" });
    expect(attempt(() => study.act(study.lead, "reopen-coding", { ...seat, reason: "again" }))).toMatch(
      /^not-submitted/,
    );
  });
});
