// A correction of a coded transcript: codings, memos, places and unsent acts land where their words are, and come back.
import { asc, eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { wordsHash } from "@/lib/text/words-hash";
import type { Actor } from "../actor";
import { frozenSetHash } from "../frozen-set";
import { coding, codingMove, codingSet, journal, memo, readingPlace, revision, roundDocument } from "../schema";
import { attempt, idOf, makeStudy, type Study } from "../study-fixture";

let study: Study;
beforeEach(async () => {
  study = await makeStudy();
});
afterEach(() => study.end());

const documentId = () => study.documentId("interview");

function revisions() {
  return study.db
    .select()
    .from(revision)
    .where(eq(revision.documentId, documentId()))
    .orderBy(asc(revision.number))
    .all();
}

const newest = () => revisions().at(-1) ?? { id: "", text: "", number: 0, sha256: "" };

/** One word or phrase of the newest text for another. */
function change(words: string, insert: string) {
  const from = newest().text.indexOf(words);
  if (from < 0) throw new RangeError(`the text has no “${words}”`);
  return { from, to: from + words.length, insert };
}

const correction = (...changes: ReturnType<typeof change>[]) => ({
  documentId: documentId(),
  revisionId: newest().id,
  changes: changes.toSorted((a, b) => a.from - b.from),
});

const correct = (...changes: ReturnType<typeof change>[]) =>
  study.act(study.lead, "correct-transcript", correction(...changes));

/** The words under a coding now; null when it is taken off. */
function wordsOf(codingId: string): string | null {
  const row = study.db
    .select({ start: coding.start, end: coding.end, removedAt: coding.removedAt, text: revision.text })
    .from(coding)
    .innerJoin(codingSet, eq(codingSet.id, coding.setId))
    .innerJoin(revision, eq(revision.id, codingSet.revisionId))
    .where(eq(coding.id, codingId))
    .get();
  return row && row.removedAt === null ? row.text.slice(row.start, row.end) : null;
}

interface Moved {
  codings: { codingId: string; before: string | null; after: string | null; code: string; open: boolean }[];
}

const movedOf = (actor: Actor) =>
  (study.read(actor, "moved-codings", { documentId: documentId() }) as Moved).codings.map(
    ({ codingId, before, after }) => ({ codingId, before, after }),
  );

describe("a correction", () => {
  it("moves every coding to its words and tells each coder of their own alone", () => {
    const under = study.apply(study.a, "interview", "four short", study.codes.staffing);
    const beside = study.apply(study.a, "interview", "carry it", study.codes.work);
    const theirs = study.apply(study.b, "interview", "nobody said so", study.codes.support);
    const gone = study.apply(study.b, "interview", "🙂", study.codes.work);
    correct(change("four", "five"), change("was the year", "has the last year been"), change(" 🙂", ""));
    expect([under, beside, theirs, gone].map(wordsOf)).toEqual(["five short", "carry it", "nobody said so", null]);
    expect(movedOf(study.a)).toEqual([{ codingId: under, before: "four short", after: "five short" }]);
    expect(movedOf(study.b)).toEqual([{ codingId: gone, before: "🙂", after: null }]);
    expect([study.lead, study.observer].map(movedOf)).toEqual([[], []]);
    expect(study.db.select().from(roundDocument).where(eq(roundDocument.documentId, documentId())).get()).toMatchObject(
      {
        revisionId: newest().id,
      },
    );
    expect(newest()).toMatchObject({ number: 2, reason: "correction", createdBy: study.lead.userId });
  });

  it("keeps words out of the journal and everybody's counts out of the answer", () => {
    study.apply(study.a, "interview", "four short", study.codes.staffing);
    const result = correct(change("four", "zeugmatic"));
    expect(result).toEqual({ revisionId: newest().id, number: 2 });
    const entry = study.db.select().from(journal).where(eq(journal.act, "correct-transcript")).get();
    const said = JSON.stringify(entry);
    expect(said).not.toMatch(/zeugmatic|four|moved|changed|lost/);
    const from = revisions()[0]?.text.indexOf("four");
    expect(entry?.input).toMatchObject({ changes: [from, (from ?? 0) + 4, 9], sha256: newest().sha256, frozen: [] });
  });

  it("freezes a revealed round's sets anew and remembers both hashes; a submitted set stays locked", () => {
    const codingId = study.apply(study.a, "interview", "four short", study.codes.staffing);
    study.apply(study.b, "interview", "four short", study.codes.staffing);
    study.submitAll();
    correct(change("How", "So how"));
    const setId = study.setOf(study.a, "interview");
    const setRow = () => study.db.select().from(codingSet).where(eq(codingSet.id, setId)).get();
    expect(setRow()).toMatchObject({ state: "submitted", frozenSha256: null, revisionId: newest().id });
    study.reveal();
    const before = setRow()?.frozenSha256;
    correct(change("four", "five"), change("So how", "How"));
    expect(setRow()).toMatchObject({ state: "frozen", frozenSha256: frozenSetHash(study.db, setId) });
    const entry = study.db.select().from(journal).where(eq(journal.act, "correct-transcript")).all().at(-1);
    const frozen = (entry?.input.frozen ?? []) as { setId: string; before: string; after: string }[];
    expect(frozen.find((each) => each.setId === setId)).toEqual({ setId, before, after: setRow()?.frozenSha256 });
    const consensus = study.db.select().from(codingSet).where(eq(codingSet.kind, "consensus")).all();
    const laid = study.db.select().from(coding).all();
    const agreed = laid.find((row) => consensus.some((set) => set.id === row.setId));
    expect(wordsOf(agreed?.id ?? "")).toBe("five short");
    expect(wordsOf(codingId)).toBe("five short");
  });

  it("takes memos, bookmarks and reading places along", () => {
    const setId = study.setOf(study.a, "interview");
    const onWords = { setId, memoId: idOf("m"), wording: 0, text: "why" };
    study.act(study.a, "write-memo", { ...onWords, ...study.span("interview", "nobody said so") });
    const place = { documentId: documentId(), revisionId: newest().id };
    study.act(study.a, "keep-reading-place", {
      ...place,
      last: study.text("interview").indexOf("And now"),
      bookmarks: [0, 30],
    });
    correct(change("How", "So, how"));
    const row = study.db
      .select()
      .from(memo)
      .where(eq(memo.id, idOf("m")))
      .get();
    expect(newest().text.slice(row?.start ?? 0, row?.end ?? 0)).toBe("nobody said so");
    expect(study.db.select().from(readingPlace).get()).toMatchObject({
      revisionId: newest().id,
      last: newest().text.indexOf("And now"),
      bookmarks: [0, 34],
    });
  });

  it("lets codings of one code take each other's place", () => {
    const one = study.apply(study.a, "interview", "short", study.codes.work);
    const at = study.text("interview").indexOf("short");
    const next = { ...study.stretch("interview", at + 5, at + 10), codingId: idOf("next"), codeId: study.codes.work };
    study.act(study.a, "apply-code", { setId: study.setOf(study.a, "interview"), ...next });
    correct(change("How", "So, yes, how"));
    correct(change("So, yes, how", "Oh, how"));
    expect([wordsOf(one), wordsOf(idOf("next"))]).toEqual(["short", ", and"]);
  });

  it("makes one of two codings of one code that meet, and two again on the way back", () => {
    const wide = study.apply(study.b, "interview", "You just carry it", study.codes.work);
    const narrow = study.apply(study.b, "interview", "carry it", study.codes.work);
    correct(change("You just ", ""));
    expect([wordsOf(wide), wordsOf(narrow)].filter((words) => words !== null)).toEqual(["carry it"]);
    study.act(study.lead, "undo");
    expect([wordsOf(wide), wordsOf(narrow)]).toEqual(["You just carry it", "carry it"]);
  });

  it("gives a turn another speaker of the document", () => {
    const input = { ...correction(), speakers: [{ turn: 2, label: "INT" }] };
    study.act(study.lead, "correct-transcript", input);
    const labels = () =>
      (study.read(study.lead, "coding-desk", { documentId: documentId() }) as { turns: { label: string }[] }).turns.map(
        (turn) => turn.label,
      );
    expect(labels()).toEqual(["INT", "INT", "INT", "P1"]);
    const wrong = { ...correction(), speakers: [{ turn: 2, label: "Nobody" }] };
    expect(attempt(() => study.act(study.lead, "correct-transcript", wrong))).toBe("not-found 404 {}");
    study.act(study.lead, "undo");
    expect(labels()).toEqual(["INT", "P1", "INT", "P1"]);
  });

  it("is refused on an older text, without a change, without a word left, and to those who do not lead", () => {
    const stale = correction(change("four", "five"));
    correct(change("Long", "Short"));
    const say = (input: Record<string, unknown>, actor = study.lead) =>
      attempt(() => study.act(actor, "correct-transcript", input));
    expect(say(stale)).toBe("text-changed-meanwhile 409 {}");
    expect(say(correction())).toBe("nothing-corrected 422 {}");
    expect(say(correction({ from: 0, to: newest().text.length, insert: " " }))).toBe("text-would-be-empty 422 {}");
    expect(say(correction({ from: 5, to: 3, insert: "x" }))).toMatch(/^span-outside-text/);
    expect(say({ ...correction(), changes: [{ from: 0, to: 1, insert: "a\u0000" }] })).toMatch(/^input-not-understood/);
    expect(say(correction(change("four", "five")), study.a)).toMatch(/^role-may-not/);
    expect(say(correction(change("four", "five")), study.outsider)).toBe("not-found 404 {}");
    correct(change("short", "short\r\nof hands"));
    expect(newest().text).toContain("short\nof hands");
  });
});

describe("the way back of a correction", () => {
  it("lays the text before again, with every coding where it was, also those that were lost", () => {
    const ids = ["four short", "nobody said so", "year", "🙂"].map((words) =>
      study.apply(study.a, "interview", words, study.codes.work),
    );
    const before = study.db.select().from(coding).orderBy(coding.id).all();
    correct(change("four", "five"), change("nobody said so", ""), change("was the year", "is it"));
    expect(ids.map(wordsOf)).toEqual(["five short", null, "is it", "🙂"]);
    study.act(study.lead, "undo");
    expect(newest()).toMatchObject({ number: 3, text: study.text("interview"), sha256: revisions()[0]?.sha256 });
    const places = (rows: typeof before) =>
      rows.map(({ id, start, end, removedAt }) => ({ id, start, end, removedAt }));
    expect(places(study.db.select().from(coding).orderBy(coding.id).all())).toEqual(places(before));
    expect(movedOf(study.a)).toEqual([]);
    study.act(study.lead, "redo");
    expect(ids.map(wordsOf)).toEqual(["five short", null, "is it", "🙂"]);
    expect(movedOf(study.a)).toHaveLength(3);
    study.act(study.lead, "undo");
    expect(ids.map(wordsOf)).toEqual(["four short", "nobody said so", "year", "🙂"]);
  });

  it("leaves alone what a coder did in between", () => {
    const moved = study.apply(study.a, "interview", "four short", study.codes.work);
    const lost = study.apply(study.a, "interview", "🙂", study.codes.work);
    correct(change("four", "five"), change(" 🙂", ""));
    const text = newest().text;
    const start = text.indexOf("We were");
    study.act(study.a, "move-coding", { codingId: moved, ...spanOf(text, start, text.indexOf(" short")) });
    study.act(study.lead, "undo");
    expect(wordsOf(moved)).toBe("We were four");
    expect(wordsOf(lost)).toBe("🙂");
  });

  it("is refused once another text stands there", () => {
    correct(change("four", "five"));
    study.workspace.sqlite.prepare("update member set role = 'lead' where user_id = ?").run(study.a.userId);
    study.act(study.a, "correct-transcript", correction(change("five", "six")));
    expect(attempt(() => study.act(study.lead, "undo"))).toBe("text-changed-meanwhile 409 {}");
    study.act(study.a, "undo");
    expect(newest().text).toContain("five short");
  });
});

/** As a client names a stretch of any text. */
function spanOf(text: string, start: number, end: number) {
  const first = study.stretch("interview", 0, 1);
  return { ...first, start, end, wordsHash: hashOf(text.slice(start, end)) };
}

const hashOf = wordsHash;

describe("an act that was made on the text before", () => {
  const setId = () => study.setOf(study.a, "interview");
  const send = (span: Record<string, unknown>, codingId = idOf("late"), name = "apply-code") =>
    study.act(study.a, name, { setId: setId(), codingId, codeId: study.codes.work, ...span });

  it("lands where its words are now, and its coder hears when they changed", () => {
    const old = { ...study.span("interview", "nobody said so"), revisionId: newest().id };
    const changed = { ...study.span("interview", "four short"), revisionId: newest().id };
    correct(change("How", "So, how"), change("four", "five"));
    send(old);
    expect(wordsOf(idOf("late"))).toBe("nobody said so");
    expect(movedOf(study.a)).toEqual([]);
    send({ codings: [{ codingId: idOf("later"), codeId: study.codes.team, ...changed }] }, idOf("x"), "apply-codes");
    expect(wordsOf(idOf("later"))).toBe("five short");
    expect(movedOf(study.a)).toEqual([{ codingId: idOf("later"), before: "four short", after: "five short" }]);
    study.act(study.a, "move-coding", { codingId: idOf("late"), ...changed });
    expect(wordsOf(idOf("late"))).toBe("five short");
    study.act(study.a, "write-memo", { setId: setId(), memoId: idOf("m"), wording: 0, text: "x", ...old });
    const row = study.db
      .select()
      .from(memo)
      .where(eq(memo.id, idOf("m")))
      .get();
    expect(newest().text.slice(row?.start ?? 0, row?.end ?? 0)).toBe("nobody said so");
  });

  it("is refused with a sentence when its words are gone, were others, or stood in another document", () => {
    const gone = { ...study.span("interview", "🙂"), revisionId: newest().id };
    const other = { ...study.span("interview", "four"), revisionId: newest().id, wordsHash: hashOf("three") };
    const foreign = study.db
      .select()
      .from(revision)
      .all()
      .find((row) => row.documentId !== documentId())?.id;
    correct(change(" 🙂", ""), change("How", "So, how"));
    expect(attempt(() => send(gone))).toBe("words-corrected-away 409 {}");
    expect(attempt(() => send(other))).toBe("words-do-not-match 409 {}");
    expect(attempt(() => send({ ...study.span("interview", "four"), revisionId: foreign }))).toBe("not-found 404 {}");
    expect(attempt(() => send({ ...study.span("interview", "four"), revisionId: idOf("none") }))).toBe(
      "not-found 404 {}",
    );
    expect(wordsOf(idOf("late"))).toBe(null);
  });

  it("is undone on its words, though they stand elsewhere since", () => {
    const codingId = study.apply(study.a, "interview", "four short", study.codes.work);
    study.act(study.a, "move-coding", { codingId, ...study.span("interview", "short") });
    correct(change("How", "So, how"));
    study.act(study.a, "undo");
    expect(wordsOf(codingId)).toBe("four short");
    study.act(study.a, "redo");
    expect(wordsOf(codingId)).toBe("short");
  });

  it("lets the steps before it be undone when its own words are gone", () => {
    const first = study.apply(study.a, "interview", "four short", study.codes.work);
    const lost = study.apply(study.a, "interview", "🙂", study.codes.work);
    correct(change(" 🙂", ""));
    expect(attempt(() => study.act(study.a, "undo"))).toBe("words-corrected-away 409 {}");
    expect(attempt(() => study.act(study.a, "revive-coding", { codingId: lost }))).toBe("words-corrected-away 409 {}");
    study.act(study.a, "undo");
    expect(wordsOf(first)).toBe(null);
  });
});

describe("looking at codings whose words changed", () => {
  it("is each coder's own", () => {
    const mine = study.apply(study.a, "interview", "four short", study.codes.work);
    const theirs = study.apply(study.b, "interview", "four", study.codes.work);
    correct(change("four", "five"));
    const check = (codingIds: string[]) => attempt(() => study.act(study.a, "check-moved-codings", { codingIds }));
    expect([check([theirs]), check([mine, theirs]), check([idOf("none")])]).toEqual(Array(3).fill("not-found 404 {}"));
    expect(movedOf(study.b)).toHaveLength(1);
    correct(change("five", "six"));
    expect(movedOf(study.a)).toEqual([{ codingId: mine, before: "four short", after: "six short" }]);
    expect(check([mine])).toBe("{}");
    expect([movedOf(study.a), movedOf(study.b).length]).toEqual([[], 1]);
    expect(study.db.select().from(codingMove).all()).toHaveLength(4);
  });
});

describe("before a correction is confirmed", () => {
  interface Preview {
    touched: number;
    codings: { coder: string | null; before: string; after: string | null }[];
  }
  const preview = () =>
    study.read(study.lead, "correction-preview", correction(change("four", "five"), change(" 🙂", ""))) as Preview;

  it("the lead sees codings of revealed rounds, and nothing of a blind one", () => {
    const nothing = JSON.stringify(preview());
    study.apply(study.a, "interview", "four short", study.codes.work);
    study.apply(study.b, "interview", "🙂", study.codes.work);
    expect(JSON.stringify(preview())).toBe(nothing);
    study.submitAll();
    study.reveal();
    expect(preview().codings.map(({ coder, before, after }) => [coder, before, after])).toEqual([
      ["Ada Coder", "four short", "five short"],
      ["Ben Coder", "🙂", null],
    ]);
    expect(newest().number).toBe(1);
  });

  it("old texts can be read by the lead until they are sealed", () => {
    const first = newest();
    correct(change("four", "five"), change("Long.", "A long one."));
    const list = () => study.read(study.lead, "document-revisions", { documentId: documentId() });
    expect(list()).toMatchObject({
      revisions: [
        { number: 2, reason: "correction", by: "Lena Lead", changedWords: 4, sealed: false },
        { number: 1, reason: "import", changedWords: null },
      ],
    });
    const old = () => study.read(study.lead, "old-revision", { documentId: documentId(), revisionId: first.id });
    expect(old()).toMatchObject({
      number: 1,
      text: first.text,
      turns: [{ label: "INT", start: 0, end: 17 }, {}, {}, {}],
    });
    study.db
      .update(revision)
      .set({ text: "", sealedText: Buffer.from("x") })
      .where(eq(revision.id, first.id))
      .run();
    expect(attempt(old)).toBe("revision-sealed 409 {}");
    expect(attempt(() => study.act(study.lead, "undo"))).toBe("revision-sealed 409 {}");
    expect(attempt(() => study.read(study.a, "document-revisions", { documentId: documentId() }))).toMatch(
      /^role-may-not/,
    );
  });
});
