// All of one's own excerpts of a code over the documents: one's own alone, in order, with who speaks and what was noted.
import { afterEach, beforeEach, expect, test } from "vitest";
import { attempt, idOf, makeStudy, type Study } from "../study-fixture";
import type { codeExcerpts } from "./code-excerpts";

type Answer = ReturnType<typeof codeExcerpts.run>;

let study: Study;
beforeEach(async () => {
  study = await makeStudy();
});
afterEach(() => study.end());

const look = (codeId: string, who = study.a) => study.read(who, "code-excerpts", { codeId }) as Answer;

test("excerpts of all documents come in order with their place, their speaker, their memo and their star", () => {
  const { staffing, team } = study.codes;
  study.apply(study.a, "group", "They cover for me", staffing);
  const late = study.apply(study.a, "interview", "three short", staffing);
  const first = study.apply(study.a, "interview", "four short", staffing);
  study.apply(study.a, "interview", "four short", team);
  study.act(study.a, "write-memo", { codingId: first, memoId: idOf("m"), wording: 0, text: "telling" });
  study.act(study.a, "write-memo", { codingId: late, memoId: idOf("n"), wording: 0, text: "" });
  study.act(study.a, "star-coding", { codingId: late, starred: true });
  const { codings, more } = look(staffing);
  expect(more).toBe(0);
  const { start, end } = study.span("interview", "four short");
  expect(codings[0]).toEqual({
    codingId: first,
    setId: study.setOf(study.a, "interview"),
    documentId: study.documentId("interview"),
    documentName: "interview",
    roundId: study.roundId,
    roundName: "Round 1",
    openCodebook: false,
    state: "open",
    start,
    end,
    version: expect.any(Number),
    starred: false,
    memo: "telling",
    words: "four short",
    before: "Long. We were ",
    after: ", and nobody said so. 🙂 You just carry it.",
    speaker: "P1",
    turn: expect.any(Number),
  });
  expect(codings.map(({ words, speaker, starred, memo }) => [words, speaker, starred, memo])).toEqual([
    ["four short", "P1", false, "telling"],
    ["three short", "P1", true, null],
    ["They cover for me", "P3", false, null],
  ]);
  const turns = (
    study.read(study.a, "coding-desk", { documentId: study.documentId("interview") }) as {
      turns: { start: number; end: number }[];
    }
  ).turns;
  const numbers = study.workspace.sqlite
    .prepare("select number from turn where revision_id = (select revision_id from coding_set where id = ?) order by 1")
    .pluck()
    .all(study.setOf(study.a, "interview"));
  const at = turns.findIndex((turn) => turn.start <= start && end <= turn.end);
  expect(codings[0]?.turn).toBe(numbers[at]);
});

test("what was taken back is gone, and another coder's work is never there, not even after the reveal", () => {
  const { staffing } = study.codes;
  const own = study.apply(study.a, "interview", "four short", staffing);
  study.apply(study.b, "interview", "three short", staffing);
  study.apply(study.b, "group", "They cover for me", staffing);
  expect(look(staffing).codings.map(({ codingId }) => codingId)).toEqual([own]);
  study.submitAll();
  study.reveal();
  expect(look(staffing).codings).toMatchObject([{ codingId: own, state: "frozen" }]);
  expect(look(staffing, study.observer).codings).toEqual([]);
  expect(look(staffing, study.lead)).toEqual({ codings: [], more: 0 });
});

test("a code that is somebody's secret is answered as one that does not exist", () => {
  const secret = study.addCode("secret", null, study.b, { setId: study.setOf(study.b, "interview") });
  study.apply(study.b, "interview", "four short", secret);
  expect(look(secret, study.b).codings).toHaveLength(1);
  for (const who of [study.a, study.lead, study.observer]) {
    expect(attempt(() => look(secret, who))).toBe(attempt(() => look(idOf("no such code"), who)));
  }
  expect(attempt(() => look(secret))).toBe("not-found 404 {}");
});

test("a thousand come, the rest is counted", () => {
  const insert = study.workspace.sqlite.prepare(
    "insert into coding (id, set_id, code_id, start, end, created_at) values (?, ?, ?, ?, ?, '')",
  );
  const setId = study.setOf(study.a, "interview");
  study.workspace.sqlite.transaction(() => {
    for (let i = 0; i < 1003; i++) insert.run(idOf(`c${i}`), setId, study.codes.work, i % 50, 51 + Math.floor(i / 50));
  })();
  const { codings, more } = look(study.codes.work);
  expect([codings.length, more]).toEqual([1000, 3]);
});

test("as many come as their words fit into one answer, the rest is counted", () => {
  const { sqlite } = study.workspace;
  const setId = study.setOf(study.a, "interview");
  const letters = 1_500_000;
  sqlite
    .prepare("update revision set text = ?, length = ? where id = (select revision_id from coding_set where id = ?)")
    .run("x".repeat(letters), letters, setId);
  const insert = sqlite.prepare(
    "insert into coding (id, set_id, code_id, start, end, created_at) values (?, ?, ?, ?, ?, '')",
  );
  for (let i = 0; i < 5; i++) insert.run(idOf(`c${i}`), setId, study.codes.work, i, letters);
  const { codings, more } = look(study.codes.work);
  expect([codings.length, more]).toEqual([2, 3]);
});
