// A random walk of hundreds of acts, undos and redos by two people ends, when all of it is undone, where it began.

import { max } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import type { Actor } from "../actor";
import { journal } from "../schema";
import { attempt, type DocumentName, idOf, makeStudy, type Study } from "../study-fixture";
import { nextRedo, nextUndo } from "./undo";

const STEPS = 500;
const OPEN = idOf("open round");
const WORDS = {
  interview: ["four short", "nobody said so", "so. 🙂 You", "carry it", "four short, and nobody said so", "Long."],
  group: ["Not me", "my sergeant knows", "Nor me, and my sergeant", "I did, once.", "They cover for me"],
  second: ["a number on a poster", "number", "I never rang it", "There is a number", "I rang it."],
} as const;

/** Every act of the desk and of the codebook that has a way back. */
const ACTS = [
  "apply-code",
  "apply-codes",
  "remove-coding",
  "remove-codings",
  "move-coding",
  "recode-coding",
  "recode-codings",
  "split-coding",
  "merge-codings",
  "star-coding",
  "write-memo",
  "add-code",
  "reword-code",
  "move-code",
  "move-codes",
  "merge-codes",
  "split-code",
  "retire-code",
  "unretire-code",
  "remove-code",
  "undo",
  "redo",
] as const;
type Name = (typeof ACTS)[number];

/** What a step decides: chance for chance, so that a failing walk can be repeated. */
const step = fc.record({
  // Coding more often than changing the codebook, as on a real desk, or there is little to undo.
  act: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<Name>("apply-code", "apply-codes", "undo") },
    { weight: 5, arbitrary: fc.constantFrom<Name>(...ACTS) },
  ),
  lead: fc.boolean(),
  picks: fc.array(fc.nat(10_000), { minLength: 8, maxLength: 8 }),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

class Walk {
  readonly done = new Map<string, number>();
  private turn = 0;

  constructor(
    readonly study: Study,
    /** What was journaled up to here is the ground that the walk stands on. */
    private readonly start: number,
  ) {}

  private all<Row>(query: string, ...of: unknown[]): Row[] {
    return this.study.workspace.sqlite.prepare(query).all(...of) as Row[];
  }

  /** Where the person codes: rounds with a closed and with an open codebook, and outside rounds. */
  private seats(actor: Actor): { setId: string; name: DocumentName }[] {
    const { study } = this;
    return this.all<{ id: string; document_id: string }>(
      "select id, document_id from coding_set where coder_id = ? and state = 'open' order by document_id, round_id",
      study.coderId(actor),
    ).flatMap((row) =>
      (["interview", "group", "second"] as const)
        .filter((name) => study.documentId(name) === row.document_id)
        .map((name) => ({ setId: row.id, name })),
    );
  }

  take({ act, lead, picks }: Step): void {
    const { study } = this;
    const actor = lead ? study.lead : study.a;
    const id = idOf(`step ${this.turn++}`);
    let at = 0;
    const chance = () => picks[at++ % picks.length] ?? 0;
    const pick = <T>(from: readonly T[]): T | undefined => from[chance() % Math.max(1, from.length)];
    const some = <T>(from: readonly T[]): T[] => {
      const first = chance() % Math.max(1, from.length);
      return from.slice(first, first + 1 + (chance() % 3));
    };
    if (act === "undo" && !this.reachable(actor)) return;
    const seat = pick(this.seats(actor));
    if (!seat) return;
    const codings = this.all<{ id: string; code_id: string; set_id: string; start: number; end: number }>(
      `select coding.* from coding join coding_set on coding_set.id = set_id
       where coder_id = ? and removed_at is null order by document_id, round_id, code_id, start, coding.id`,
      study.coderId(actor),
    );
    const rows = this.all<{ id: string; parent_id: string | null; retired_at: string | null }>(
      "select * from code where removed_at is null and (proposed_by is null or proposed_by = ?) order by id",
      study.coderId(actor),
    );
    const codes = rows.map((row) => row.id);
    const span = (name: DocumentName = seat.name) => study.span(name, pick(WORDS[name]) ?? "");
    const code = () => pick(codes) ?? idOf("none");
    const parent = () => pick([null, ...codes]) ?? null;
    const place = () => {
      const parentId = pick([null, null, ...codes]) ?? null;
      const children = rows.filter((row) => row.parent_id === parentId).map((row) => row.id);
      return { parentId, beforeId: pick([null, ...children]) ?? null };
    };
    const made = codes.filter((each) => !Object.values(study.codes).includes(each));
    const coding = pick(codings);
    const codingId = coding?.id ?? idOf("none");
    const coded = coding && this.seats(actor).find((each) => each.setId === coding.set_id)?.name;
    const text = coded ? study.text(coded) : "";
    const cut = (start: number, end: number) => study.stretch(coded ?? "interview", start, end);
    const colour = "#445566";
    const inputs: Record<Name, () => Record<string, unknown>> = {
      "apply-code": () => ({ setId: seat.setId, codingId: id, codeId: code(), ...span() }),
      "apply-codes": () => ({
        setId: seat.setId,
        codings: [0, 1, 2].map((n) => ({ codingId: idOf(`${id} ${n}`), codeId: code(), ...span() })),
      }),
      "remove-coding": () => ({ codingId }),
      "remove-codings": () => ({ codingIds: some(codings).map((each) => each.id) }),
      "move-coding": () => ({ codingId, ...span(coded) }),
      "recode-coding": () => ({ codingId, codeId: code() }),
      "recode-codings": () => ({ codingIds: some(codings).map((each) => each.id), codeId: code() }),
      "split-coding": () => {
        const { start, end } = coding ?? { start: 0, end: text.length };
        const middle = Math.floor((start + end) / 2);
        const [first, second] = [cut(start, middle), cut(middle, end)];
        const parts = { firstEnd: middle, firstHash: first.wordsHash, secondHash: second.wordsHash };
        return { codingId, newCodingId: id, secondStart: middle, ...parts };
      },
      "merge-codings": () => {
        const same = codings.filter((each) => each.set_id === coding?.set_id && each.code_id === coding.code_id);
        const start = Math.min(...same.map((each) => each.start));
        const end = Math.max(...same.map((each) => each.end));
        return { codingIds: same.map((each) => each.id), ...cut(start, end) };
      },
      "star-coding": () => ({ codingId, starred: chance() % 3 > 0 }),
      "write-memo": () => {
        const targets = [
          { codingId },
          { setId: seat.setId, ...span() },
          { codeId: code() },
          { documentId: study.documentId(seat.name) },
        ];
        const target = pick(targets) ?? { codingId };
        const [row] = this.all<{ id: string; wording: number }>(
          "select id, wording from memo where coder_id = ? and (coding_id = ? or code_id = ? or document_id = ?)",
          study.coderId(actor),
          ...["codingId", "codeId", "documentId"].map((key) => new Map(Object.entries(target)).get(key) ?? null),
        );
        return { ...target, memoId: row?.id ?? id, wording: row?.wording ?? 0, text: pick(["", `t ${id}`, "words"]) };
      },
      "add-code": () => ({
        codeId: id,
        parentId: parent(),
        name: `code ${id}`,
        colour,
        setId: actor === study.lead && chance() % 2 ? undefined : seat.setId,
      }),
      "reword-code": () => ({ codeId: code(), name: `name ${id}`, definition: `d ${id}` }),
      "move-code": () => ({ codeId: code(), ...place() }),
      "move-codes": () => ({ codeIds: some(codes), ...place() }),
      "merge-codes": () => ({ codeId: code(), intoId: code() }),
      "split-code": () => ({
        codeId: coding?.code_id ?? code(),
        newCodeId: id,
        name: `split ${id}`,
        parentId: parent(),
        colour,
        setId: actor === study.lead && chance() % 2 ? undefined : coding?.set_id,
        codingIds: codings.filter((each) => each.code_id === coding?.code_id).map((each) => each.id),
      }),
      "retire-code": () => ({ codeId: code() }),
      "unretire-code": () => ({ codeId: pick(rows.filter((row) => row.retired_at))?.id ?? code() }),
      "remove-code": () => ({ codeId: pick(made) ?? code() }),
      undo: () => ({}),
      redo: () => ({}),
    };
    const said = attempt(() => study.act(actor, act, inputs[act]()));
    if (!/ 4\d\d \{/.test(said)) this.done.set(act, (this.done.get(act) ?? 0) + 1);
  }

  private reachable(actor: Actor): boolean {
    return (nextUndo(this.study.db, actor.userId, this.study.projectId)?.sequence ?? 0) > this.start;
  }

  /** The last thing that anybody can take back, or do again, of what was journaled after `since`. */
  private next(direction: "undo" | "redo", since: number): Actor | undefined {
    const next = direction === "undo" ? nextUndo : nextRedo;
    const { study } = this;
    return [study.lead, study.a]
      .map((actor) => ({ actor, at: next(study.db, actor.userId, study.projectId)?.sequence ?? 0 }))
      .filter(({ at }) => at > since)
      .sort((one, other) => other.at - one.at)[0]?.actor;
  }

  /** Undoes (or does again) everybody's acts, the last one first: none may be refused. */
  everything(direction: "undo" | "redo", since: number): void {
    for (let actor = this.next(direction, since); actor; actor = this.next(direction, since)) {
      const said = attempt(() => this.study.act(actor as Actor, direction));
      if (/ 4\d\d \{/.test(said)) throw new Error(`${direction} by ${actor.name}: ${said}`);
    }
  }
}

/** Counters that must grow: a client that saw an older state has to be refused. */
const COUNTERS = new Set(["version", "wording", "memoWording", "position"]);
/** What the journal itself says, and the ids of memos that say nothing any more. */
const PASSING = new Set(["undo", "redo", "memoId"]);

function withoutCounters(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutCounters);
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !COUNTERS.has(key) && !PASSING.has(key));
  return Object.fromEntries(kept.map(([key, each]) => [key, withoutCounters(each)]));
}

/** The order of codes says something among siblings alone. */
function byParent(answer: unknown): unknown {
  const { codes, ...rest } = answer as { codes: { parentId: string | null }[] };
  const parents = [...new Set(codes.map((code) => code.parentId ?? ""))].toSorted();
  return { ...rest, codes: parents.map((id) => codes.filter((code) => (code.parentId ?? "") === id)) };
}

/** What people see: every desk in every round, and the codebook, of both. */
function seen(study: Study): string[] {
  return [study.lead, study.a].flatMap((actor) => {
    const desks = (["interview", "group", "second"] as const).flatMap((name) =>
      [undefined, study.roundId, OPEN].map((roundId) => ({ documentId: study.documentId(name), roundId })),
    );
    const answers = desks.map((params) => study.read(actor, "desk-codings", params));
    const { codes } = study.read(actor, "codebook") as { codes: { id: string }[] };
    // A proposal shares places with the codes around it, so that only the order of each kind is the same for sure.
    const byId = codes.toSorted((one, other) => (one.id < other.id ? -1 : 1));
    return [...answers.map(byParent), byId].map((answer) => JSON.stringify(withoutCounters(answer)));
  });
}

/** Where an answer differs, with what stands around it: whole answers are too long to be read. */
function differing(before: readonly string[], after: readonly string[]): string[] {
  return before.flatMap((one, i) => {
    const other = after[i] ?? "";
    if (one === other) return [];
    const at = [...one].findIndex((letter, index) => letter !== other[index]);
    return [one, other].map((answer) => answer.slice(Math.max(0, at - 100), at + 100));
  });
}

/** What the tables hold and stands: all columns but counters and times of change; places as an order among siblings. */
function standing(study: Study): string[] {
  const rows = (query: string) => study.workspace.sqlite.prepare(query).raw().all();
  const queries = [
    `select id, set_id, code_id, start, end, codebook_version_id, ruling_id, created_at, starred from coding
       where removed_at is null order by id`,
    `select id, parent_id, wording, proposed_by, proposed_in, retired_at is null,
       rank() over (partition by parent_id, proposed_by order by position, id) from code where removed_at is null order by id`,
    `select id, coding_id, set_id, start, end, code_id, document_id, coder_id, text from memo
       join memo_wording on memo_id = id and number = wording where text <> '' order by id`,
  ];
  return queries.flatMap(rows).map((row) => JSON.stringify(row));
}

/** Tables that no act of the desk or of the codebook writes: not one byte of them may differ. */
const WRITTEN = new Set([
  "coding",
  "code",
  "code_wording",
  "memo",
  "memo_wording",
  "journal",
  "event",
  "idempotency",
  "sqlite_sequence",
]);

function untouched(study: Study): string {
  const names = study.workspace.sqlite
    .prepare("select name from sqlite_schema where type = 'table'")
    .pluck()
    .all() as string[];
  return study.rows(names.filter((name) => !WRITTEN.has(name)));
}

/** Wordings and tombstones: they only ever become more. */
function kept(study: Study): Set<string> {
  const tables = ["code_wording", "memo_wording"].map((table) => study.rows([table]).split("\n"));
  const ids = ["coding", "code", "memo"].map(
    (table) => study.workspace.sqlite.prepare(`select '${table} ' || id from ${table}`).pluck().all() as string[],
  );
  return new Set([...tables, ...ids].flat());
}

const studies: Study[] = [];
afterAll(() => {
  for (const study of studies) study.end();
});

async function begun(): Promise<Study> {
  const study = await makeStudy();
  studies.push(study);
  const { lead, a } = study;
  study.act(lead, "open-round", {
    roundId: OPEN,
    name: "Round 2",
    openCodebook: true,
    documentIds: [study.documentId("second")],
    coderIds: [study.coderId(lead), study.coderId(a)],
  });
  study.act(lead, "begin-coding", { documentId: study.documentId("interview"), setId: idOf("lead alone") });
  study.apply(a, "interview", "four short", study.codes.staffing);
  const codingId = study.apply(a, "interview", "carry it", study.codes.work);
  study.act(a, "write-memo", { codingId, memoId: idOf("first memo"), wording: 0, text: "as it was" });
  return study;
}

it("ends where it began", { timeout: 60_000 }, async () => {
  const done = new Map<string, number>();
  const walks = fc.asyncProperty(fc.array(step, { minLength: STEPS, maxLength: STEPS }), async (steps) => {
    const study = await begun();
    const newest = () =>
      study.db
        .select({ at: max(journal.sequence) })
        .from(journal)
        .get()?.at ?? 0;
    const start = newest();
    const begin = { seen: seen(study), standing: standing(study), untouched: untouched(study) };
    const walk = new Walk(study, start);
    for (const each of steps) walk.take(each);
    for (const [act, n] of walk.done) done.set(act, (done.get(act) ?? 0) + n);
    const [end, farthest, everKept] = [newest(), standing(study), kept(study)];
    expect(farthest).not.toEqual(begin.standing);
    walk.everything("undo", start);
    expect(standing(study)).toEqual(begin.standing);
    expect(differing(begin.seen, seen(study))).toEqual([]);
    expect(untouched(study)).toBe(begin.untouched);
    walk.everything("redo", end);
    expect(standing(study)).toEqual(farthest);
    walk.everything("undo", start);
    expect(standing(study)).toEqual(begin.standing);
    const now = kept(study);
    expect([...everKept].filter((row) => !now.has(row))).toEqual([]);
  });
  await fc.assert(walks, { seed: 20_261_122, numRuns: 2, endOnFailure: true });
  const often = [...done.values()].reduce((sum, n) => sum + n, 0);
  expect(often).toBeGreaterThan(450);
  expect(ACTS.filter((act) => (done.get(act) ?? 0) < 3).map((act) => `${act} ${done.get(act) ?? 0}`)).toEqual([]);
});
