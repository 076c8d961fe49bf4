// Blinding as non-interference: what anybody but coder B can look at is the same whether B works or not.
import { asc, eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Actor } from "./actor";
import { PROPOSAL, READ_PARAMETERS } from "./read-parameters-fixture";
import { reads } from "./reads";
import { eventsAfter } from "./reads/events-after";
import { event } from "./schema";
import { attempt, idOf, type Study } from "./study-fixture";
import { CANARY, makeWorld, PROPOSAL_2, type World } from "./two-worlds-fixture";

const made = vi.hoisted(() => ({ by: "", counts: new Map<string, number>() }));
vi.mock("./new-id", async () => {
  const { createHash } = await import("node:crypto");
  return {
    newId() {
      const n = (made.counts.get(made.by) ?? 0) + 1;
      made.counts.set(made.by, n);
      return createHash("sha256").update(`${made.by} ${n}`).digest("hex").slice(0, 32);
    },
  };
});

const seenBy = new Map<string, Map<string, string>>();

/** All that an actor can look at while nobody acts, asked once. */
function everything(study: Study, actor: Actor): Map<string, string> {
  const key = `${study.root} ${actor.name}`;
  const seen = seenBy.get(key) ?? lookAtEverything(study, actor);
  seenBy.set(key, seen);
  return seen;
}

/** All that an actor can look at, by read and parameters. */
function lookAtEverything(study: Study, actor: Actor): Map<string, string> {
  const seen = new Map<string, string>();
  for (const [name, parametersOf] of Object.entries(READ_PARAMETERS)) {
    for (const params of parametersOf(study)) {
      seen.set(
        `${name} ${JSON.stringify(params)}`,
        attempt(() => study.read(actor, name, params)),
      );
    }
  }
  return seen;
}

function differing(one: Map<string, string>, other: Map<string, string>): string[] {
  const questions = new Set([...one.keys(), ...other.keys()]);
  return [...questions].filter((question) => one.get(question) !== other.get(question));
}

/** What leads and observers may know of B before the reveal: which documents B has submitted, and when. Nothing else. */
function withoutSubmissions(study: Study, seen: Map<string, string>): Map<string, string> {
  const left = new Map<string, string>();
  for (const [question, answer] of seen) {
    if (answer.startsWith("not-found") || !/^(round-progress|project-overview|project-journal) /.test(question)) {
      left.set(question, answer);
      continue;
    }
    const value = JSON.parse(answer) as {
      seats?: { coderId: string; state?: string; submittedAt?: string }[];
      rounds?: { all: { submitted?: number } | null }[];
    };
    for (const seat of value.seats ?? []) {
      if (seat.coderId !== study.coderId(study.b)) continue;
      delete seat.state;
      delete seat.submittedAt;
    }
    for (const round of value.rounds ?? []) delete round.all?.submitted;
    if (Array.isArray(value)) {
      const entries = value as { who: string; act: string }[];
      // Few enough entries were asked for that B's submission pushed an older one out.
      if (/"limit":\d\D/.test(question)) continue;
      left.set(
        question,
        JSON.stringify(entries.filter((each) => each.who !== study.b.name || each.act !== "submit-coding")),
      );
    } else left.set(question, JSON.stringify(value));
  }
  return left;
}

function eventsOf(study: Study, actor: Actor) {
  return study.db.select().from(event).where(eq(event.userId, actor.userId)).orderBy(asc(event.number)).all();
}

let idle: World;
let busy: World;
beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"] });
  idle = await makeWorld(false, made);
  busy = await makeWorld(true, made);
});
afterAll(() => {
  vi.useRealTimers();
  idle.study.end();
  busy.study.end();
});

describe("two worlds: B idle, and B at work", () => {
  it("asks every read that there is", () => {
    expect(Object.keys(READ_PARAMETERS).toSorted()).toEqual(Object.keys(reads).toSorted());
  });

  it("B did work in the second one", () => {
    const desk = attempt(() =>
      busy.study.read(busy.study.b, "desk-codings", { documentId: busy.study.documentId("interview") }),
    );
    expect(desk).toContain(CANARY);
    expect(JSON.parse(desk)).toMatchObject({
      set: { state: "submitted" },
      codings: [{ starred: true }, { starred: false }],
      textMemos: [{}],
      documentMemo: {},
      codeMemos: [{}, {}],
      place: { last: 7, bookmarks: [3, 9] },
    });
  });

  it("shows coder A the same", () => {
    const [without, with_] = [everything(idle.study, idle.study.a), everything(busy.study, busy.study.a)];
    expect(differing(with_, without)).toEqual([]);
    expect([...without.values()].filter((answer) => !/ 4\d\d \{/.test(answer)).length).toBeGreaterThan(15);
  });

  it("shows an outsider the same nothing", () => {
    const { study } = busy;
    for (const [question, answer] of everything(study, study.outsider)) {
      if (question.startsWith("my-")) expect(answer).toBe("[]");
      else expect(answer).toBe("not-found 404 {}");
    }
  });

  it.each(["observer", "lead"] as const)("shows the %s the same, but for what is submitted", (who) => {
    const without = everything(idle.study, idle.study[who]);
    const with_ = everything(busy.study, busy.study[who]);
    expect(differing(withoutSubmissions(busy.study, with_), withoutSubmissions(idle.study, without))).toEqual([]);
    const progress = `round-progress ${JSON.stringify({ roundId: busy.study.roundId })}`;
    expect(with_.get(progress)).not.toBe(without.get(progress));
  });

  it("gives A's and the lead's acts the same answers and the same refusals", () => {
    expect(busy.answers).toEqual(idle.answers);
    expect(idle.answers.filter((answer) => /: [a-z-]+ 4\d\d /.test(answer)).length).toBeGreaterThan(8);
  });

  it("sends A the same events, numbered without gaps", () => {
    const [without, with_] = [eventsOf(idle.study, idle.study.a), eventsOf(busy.study, busy.study.a)];
    expect(with_).toEqual(without);
    expect(with_.map((each) => each.number)).toEqual(with_.map((_, index) => index + 1));
    for (const { study } of [idle, busy]) expect(eventsOf(study, study.outsider)).toEqual([]);
    expect(eventsAfter(busy.study.workspace, busy.study.a.userId, 2)).toEqual(
      eventsAfter(idle.study.workspace, idle.study.a.userId, 2),
    );
  });

  it("sends the lead and the observer no event of B's but the submission", () => {
    for (const who of ["lead", "observer"] as const) {
      const subjects = (world: World) =>
        eventsOf(world.study, world.study[who]).map(({ subject, documentId, roundId }) => ({
          subject,
          documentId,
          roundId,
        }));
      const [without, with_] = [subjects(idle), subjects(busy)];
      const submitted = with_.findIndex((each, index) => JSON.stringify(each) !== JSON.stringify(without[index]));
      expect(with_[submitted]).toEqual({ subject: "rounds", documentId: null, roundId: busy.study.roundId });
      expect(with_.toSpliced(submitted, 1)).toEqual(without);
    }
  });

  it("never shows B's words or the ids of B's things", () => {
    const { study } = busy;
    const hidden = [
      `${CANARY} words`,
      ...["b1", "b2", "b3", "bg0", "bg1", "bg2", "b third", "bm1", "bm2", "bm3", "bm4", "bm5"].map(idOf),
      PROPOSAL_2,
    ];
    for (const actor of [study.a, study.observer, study.lead, study.outsider]) {
      for (const answer of everything(study, actor).values())
        for (const word of hidden) expect(answer).not.toContain(word);
    }
    const shown = [...everything(study, study.a).values(), ...everything(study, study.lead).values()];
    for (const answer of shown) expect(answer).not.toContain(PROPOSAL);
  });

  it("has no agreement, no reconciliation and no places for anybody before the reveal", () => {
    const { study } = busy;
    for (const actor of [study.a, study.b, study.observer, study.lead]) {
      for (const [question, answer] of everything(study, actor)) {
        // The trend is over the rounds that are revealed: of none, it is empty for everybody alike.
        if (question.startsWith("agreement-over-rounds {}")) expect(JSON.parse(answer)).toMatchObject({ rounds: [] });
        else if (question.startsWith("agreement-over-rounds")) expect(answer).not.toContain(CANARY);
        else if (/^(agreement|all-coders|compared|full-agreement|overlap|reconciliation|unitizing)/.test(question)) {
          expect(answer).toBe("not-found 404 {}");
        }
        if (question.startsWith("coded-quotes") && actor !== study.b && actor !== study.a) {
          expect(JSON.parse(answer)).toMatchObject({
            quotes: [],
            documents: question.includes("mine") ? expect.any(Number) : 0,
          });
        }
      }
    }
    for (const coder of [study.a, study.b])
      expect(attempt(() => study.read(coder, "project-journal"))).toMatch(/^role-may-not/);
  });

  it("changes nothing by looking", () => {
    const { study } = busy;
    const changes = () => study.workspace.sqlite.prepare("select total_changes()").pluck().get();
    const before = [changes(), study.rows()];
    for (const actor of [study.a, study.b, study.observer, study.lead, study.outsider]) lookAtEverything(study, actor);
    expect([changes(), study.rows()]).toEqual(before);
  });

  it("does not tell a lead who codes blind of another's coding outside the round on the same document", () => {
    const { study } = busy;
    const before = { seen: lookAtEverything(study, study.lead), events: eventsOf(study, study.lead).length };
    study.act(study.b, "begin-coding", { documentId: study.documentId("second"), setId: idOf("b alone") });
    study.act(study.b, "apply-code", {
      setId: idOf("b alone"),
      codingId: idOf("b alone 1"),
      codeId: study.codes.support,
      ...study.span("second", "poster"),
    });
    expect(eventsOf(study, study.lead)).toHaveLength(before.events);
    expect(differing(lookAtEverything(study, study.lead), before.seen)).toEqual([]);
  });
});
