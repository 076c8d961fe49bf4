// Many codings as one act: all or nothing, in the set and on the words that they name, and undone by one undo.
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { frozenSetHash } from "../frozen-set";
import { coding } from "../schema";
import { attempt, idOf, makeStudy, type Study } from "../study-fixture";

let study: Study;
let setId: string;
beforeEach(async () => {
  study = await makeStudy();
  setId = study.setOf(study.a, "interview");
});
afterEach(() => study.end());

const WORDS = ["four short", "nobody said so", "carry it"] as const;

function codings(codeId = study.codes.staffing, salt = "") {
  return WORDS.map((words) => ({
    codingId: idOf(`${words} ${codeId} ${salt}`),
    codeId,
    ...study.span("interview", words),
  }));
}
function act(name: string, input: Record<string, unknown> = {}, actor = study.a) {
  return attempt(() => study.act(actor, name, input));
}
/** What stands, in the order of the text. */
function standing(): string[] {
  const text = study.text("interview");
  return study.db
    .select()
    .from(coding)
    .all()
    .filter((row) => row.removedAt === null)
    .sort((one, other) => one.start - other.start)
    .map((row) => {
      const name = Object.entries(study.codes).find(([, id]) => id === row.codeId)?.[0];
      return `${text.slice(row.start, row.end)}: ${name}${row.starred ? " *" : ""}`;
    });
}
function journaled(): number {
  return Number(study.workspace.sqlite.prepare("select count(*) from journal").pluck().get());
}
const all = (name: string) => WORDS.map((words) => `${words}: ${name}`);
const ids = () => codings().map((each) => each.codingId);

describe("applying codes", () => {
  it("is one act with one undo and one redo", () => {
    const before = journaled();
    expect(act("apply-codes", { setId, codings: codings() })).toBe('{"codings":3}');
    expect(standing()).toEqual(all("staffing"));
    expect(journaled()).toBe(before + 1);
    expect(act("undo")).toContain('"act":"apply-codes"');
    expect(standing()).toEqual([]);
    act("redo");
    expect(standing()).toEqual(all("staffing"));
    expect(act("undo")).toContain('"act":"apply-codes"');
    expect(standing()).toEqual([]);
  });

  it("takes several codes on one span, with offsets in UTF-16 units beside an emoji", () => {
    const span = study.span("interview", "so. 🙂 You");
    const two = [study.codes.work, study.codes.team].map((codeId) => ({ codingId: idOf(codeId), codeId, ...span }));
    expect(act("apply-codes", { setId, codings: two })).toBe('{"codings":2}');
    expect(standing().toSorted()).toEqual(["so. 🙂 You: team", "so. 🙂 You: work"]);
  });

  it("is all or nothing, whichever of them is refused and why", () => {
    const good = codings();
    const last = (more: Record<string, unknown>) => good.map((each, i) => (i === 2 ? { ...each, ...more } : each));
    const length = study.text("interview").length;
    for (const [more, refusal] of [
      [{ wordsHash: "0".repeat(32) }, "words-do-not-match 409 {}"],
      [{ end: length + 1 }, "span-outside-text 422 {}"],
      [{ end: 1 }, "span-outside-text 422 {}"],
      [{ codeId: idOf("no code") }, "not-found 404 {}"],
      [{ codingId: good[0]?.codingId }, "id-taken 409 {}"],
      [{ ...good[0], codingId: idOf("again") }, "already-coded 409 {}"],
    ] as const) {
      expect(act("apply-codes", { setId, codings: last(more) })).toBe(refusal);
      expect(standing()).toEqual([]);
    }
    expect(act("apply-codes", { setId, codings: [] })).toMatch(/^input-not-understood/);
    expect(act("apply-codes", { setId, codings: good }, study.b)).toBe("not-found 404 {}");
    study.act(study.a, "submit-coding", { setId });
    expect(act("apply-codes", { setId, codings: good })).toMatch(/^set-is-locked/);
  });

  it("leaves no words and no hash of words in the journal", () => {
    act("apply-codes", { setId, codings: codings() });
    const entry = study.workspace.sqlite.prepare("select input || inverse from journal order by sequence desc").pluck();
    expect(String(entry.get())).not.toMatch(/wordsHash|four short/);
    expect(String(entry.get())).toContain(study.codes.staffing);
  });

  it("takes two thousand as one act, and takes them back as one", () => {
    const text = study.text("interview");
    const spans = Array.from({ length: 2000 }, (_, i) => [i % 50, 51 + Math.floor(i / 50)] as const);
    const many = spans.map(([start, end], i) => ({
      codingId: idOf(`many ${i}`),
      codeId: study.codes.work,
      ...study.span("interview", text.slice(start, end)),
      start,
      end,
    }));
    expect(act("apply-codes", { setId, codings: many })).toBe('{"codings":2000}');
    act("undo");
    expect(standing()).toEqual([]);
  });
});

describe("removing codings", () => {
  it("is one act, undone as one, and nobody else's are", () => {
    act("apply-codes", { setId, codings: codings() });
    expect(act("remove-codings", { codingIds: ids() }, study.b)).toBe("not-found 404 {}");
    expect(act("remove-codings", { codingIds: [...ids(), idOf("none")] })).toBe("not-found 404 {}");
    expect(standing()).toEqual(all("staffing"));
    expect(act("remove-codings", { codingIds: ids() })).toBe('{"removed":3}');
    expect(standing()).toEqual([]);
    expect(act("undo")).toContain('"act":"remove-codings"');
    expect(standing()).toEqual(all("staffing"));
  });
});

describe("recoding codings", () => {
  it("removes what would repeat a coding that is there, and brings both back", () => {
    act("apply-codes", { setId, codings: codings() });
    study.apply(study.a, "interview", "carry it", study.codes.team);
    const before = standing();
    expect(act("recode-codings", { codingIds: ids(), codeId: study.codes.team })).toBe('{"recoded":2,"removed":1}');
    expect(standing()).toEqual(all("team"));
    act("undo");
    expect(standing()).toEqual(before);
    act("redo");
    expect(standing()).toEqual(all("team"));
  });

  it("keeps two codes on the same words from becoming one coding twice", () => {
    act("apply-codes", { setId, codings: codings() });
    act("apply-codes", { setId, codings: codings(study.codes.work) });
    const both = [...ids(), ...codings(study.codes.work).map((each) => each.codingId)];
    expect(act("recode-codings", { codingIds: both, codeId: study.codes.team })).toBe('{"recoded":3,"removed":3}');
    expect(standing()).toEqual(all("team"));
    act("undo");
    expect(standing()).toHaveLength(6);
  });

  it("has nothing to do when all have the code, and says so", () => {
    act("apply-codes", { setId, codings: codings() });
    expect(act("recode-codings", { codingIds: ids(), codeId: study.codes.staffing })).toBe("already-coded 409 {}");
    expect(act("recode-codings", { codingIds: ids(), codeId: idOf("no code") })).toBe("not-found 404 {}");
  });
});

describe("starring", () => {
  it("is undone, raises the version, and is no change of a submitted coding's words", () => {
    const codingId = study.apply(study.a, "interview", "carry it", study.codes.work);
    const row = () => study.db.select().from(coding).where(eq(coding.id, codingId)).get();
    expect(act("star-coding", { codingId, starred: true })).toBe('{"version":2}');
    expect(act("star-coding", { codingId, starred: true })).toBe("changed-meanwhile 409 {}");
    expect(act("star-coding", { codingId, starred: false }, study.b)).toBe("not-found 404 {}");
    act("undo");
    expect(row()).toMatchObject({ starred: false, version: 3 });
    act("redo");
    study.act(study.a, "submit-coding", { setId });
    expect(act("star-coding", { codingId, starred: false })).toBe('{"version":5}');
    expect(row()?.starred).toBe(false);
  });

  it("leaves the hash that freezes a set as it is, and a frozen set alone", () => {
    const codingId = study.apply(study.a, "interview", "carry it", study.codes.work);
    const before = frozenSetHash(study.db, setId);
    act("star-coding", { codingId, starred: true });
    expect(frozenSetHash(study.db, setId)).toBe(before);
    study.submitAll();
    study.reveal();
    expect(act("star-coding", { codingId, starred: false })).toMatch(/^set-is-locked/);
  });
});
