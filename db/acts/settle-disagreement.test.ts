// Reveal, rulings and the consensus: what is frozen stays frozen, and the consensus is what the rulings in force make it.

import { and, eq, isNull } from "drizzle-orm";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { consensusOf } from "@/lib/reconcile/consensus-of";
import { frozenSetHash } from "../frozen-set";
import { documentDisagreements } from "../round-disagreements";
import { coding, codingSet, round, ruling } from "../schema";
import { attempt, idOf, makeStudy, type Study } from "../study-fixture";

let study: Study;
beforeAll(async () => {
  study = await makeStudy();
  const { a, b, codes } = study;
  const both = (document: "interview" | "group", words: string, codeId: string) => {
    study.apply(a, document, words, codeId);
    study.apply(b, document, words, codeId);
  };
  both("interview", "four short", codes.staffing);
  both("group", "They cover for me", codes.team);
  study.apply(a, "interview", "nobody said so", codes.support);
  study.apply(b, "interview", "nobody said so. 🙂 You just carry it", codes.support);
  study.apply(a, "interview", "carry it", codes.work);
  study.apply(a, "interview", "Long.", codes.work);
  study.apply(b, "interview", "Long.", codes.team);
  const gone = study.apply(b, "interview", "three short", codes.staffing);
  study.act(b, "write-memo", { codingId: gone, memoId: idOf("gone"), wording: 0, text: "taken back" });
  study.act(b, "remove-coding", { codingId: gone });
});
afterAll(() => study.end());

function consensus(document: "interview" | "group" = "interview"): string[] {
  return study.db
    .select({ codeId: coding.codeId, start: coding.start, end: coding.end })
    .from(coding)
    .innerJoin(codingSet, eq(codingSet.id, coding.setId))
    .where(
      and(
        eq(codingSet.kind, "consensus"),
        eq(codingSet.documentId, study.documentId(document)),
        isNull(coding.removedAt),
      ),
    )
    .all()
    .map((row) => `${row.codeId} ${row.start} ${row.end}`)
    .toSorted();
}

function found(document: "interview" | "group" = "interview") {
  return documentDisagreements(study.db, study.roundId, study.documentId(document));
}

/** The consensus worked out from nothing but the frozen sets and the rulings in force. */
function recomputed(): string[] {
  const { agreed, disagreements } = found();
  const spans = new Set(agreed.map((span) => `${span.codeId} ${span.start} ${span.end}`));
  for (const row of study.db.select().from(ruling).where(isNull(ruling.removedAt)).all()) {
    const settled = disagreements.find((each) => each.key === row.disagreementKey);
    if (!settled) continue;
    const decision =
      row.decision === "side" ? { kind: "side" as const, coder: row.coderId ?? "" } : { kind: row.decision };
    for (const span of consensusOf(settled, decision)) spans.add(`${span.codeId} ${span.start} ${span.end}`);
  }
  return [...spans].toSorted();
}

function frozen() {
  return study.db.select().from(codingSet).where(eq(codingSet.kind, "coder")).all();
}

const reveal = (more: Record<string, unknown>) =>
  attempt(() => study.act(study.lead, "reveal-round", { roundId: study.roundId, ...more }));
const settle = (key: string, decision: unknown, rulingId: string, more = {}) =>
  study.act(study.lead, "settle-disagreement", {
    roundId: study.roundId,
    documentId: study.documentId("interview"),
    key,
    rulingId,
    decision,
    reason: "because",
    ...more,
  });

describe("the reveal", () => {
  it("needs every submission or a reason, and the round's name typed", () => {
    expect(reveal({ name: "Round 1" })).toMatch(/^not-all-submitted 409 .*"missing":4/);
    expect(reveal({ name: "Round 1", override: "" })).toMatch(/^input-not-understood/);
    study.submitAll();
    expect(reveal({ name: "round 1" })).toMatch(/^typed-name-differs 422/);
    expect(attempt(() => study.act(study.a, "reveal-round", { roundId: study.roundId, name: "Round 1" }))).toMatch(
      /^role-may-not/,
    );
    expect(reveal({ name: "Round 1", override: "not needed" })).toBe('{"overridden":false}');
    expect(study.db.select().from(round).get()?.overrideReason).toBeNull();
    expect(reveal({ name: "Round 1" })).toBe("round-is-revealed 409 {}");
  });

  it("freezes every set under the hash of its codings, and lays down what all agree on", () => {
    for (const set of frozen()) {
      expect(set.state).toBe("frozen");
      expect(set.frozenSha256).toBe(frozenSetHash(study.db, set.id));
    }
    expect(consensus()).toEqual(recomputed());
    const { start, end } = study.span("interview", "four short");
    expect(consensus()).toEqual([`${study.codes.staffing} ${start} ${end}`]);
    expect(consensus("group")).toHaveLength(1);
    expect(
      found()
        .disagreements.map((each) => each.kind)
        .toSorted(),
    ).toEqual(["boundaries", "missed", "other-code"]);
  });

  it("lets no act change a frozen set, and hashes stay what they were", () => {
    const before = JSON.stringify(frozen());
    const set = { setId: study.setOf(study.a, "interview") };
    const locked = /^set-is-locked 409 .*frozen/;
    const first = study.db.select().from(coding).where(eq(coding.setId, set.setId)).get()?.id ?? "";
    expect(attempt(() => study.apply(study.a, "interview", "three", study.codes.work))).toMatch(locked);
    expect(attempt(() => study.act(study.a, "remove-coding", { codingId: first }))).toMatch(locked);
    expect(
      attempt(() => study.act(study.a, "write-memo", { codingId: first, memoId: idOf("m"), wording: 0, text: "" })),
    ).toMatch(locked);
    expect(attempt(() => study.act(study.a, "undo"))).toMatch(locked);
    const seat = { roundId: study.roundId, documentId: study.documentId("interview"), coderId: study.coderId(study.a) };
    expect(attempt(() => study.act(study.lead, "reopen-coding", { ...seat, reason: "x" }))).toMatch(
      /^round-is-revealed/,
    );
    for (const row of frozen()) expect(row.frozenSha256).toBe(frozenSetHash(study.db, row.id));
    expect(JSON.stringify(frozen())).toBe(before);
  });

  it("shows the memos of what was revealed, not of what a coder had taken back", () => {
    const queue = attempt(() => study.read(study.lead, "reconciliation", { roundId: study.roundId }));
    expect(queue).toContain('"disagreements"');
    expect(queue).not.toContain("taken back");
  });
});

describe("rulings", () => {
  it("name a disagreement of that document and a coder who is part of it", () => {
    const key = found().disagreements[0]?.key ?? "";
    const other = { documentId: study.documentId("second") };
    expect(attempt(() => settle(key, { kind: "both" }, idOf("r0"), other))).toBe("not-found 404 {}");
    expect(attempt(() => settle(key, { kind: "both" }, idOf("r0"), { documentId: study.documentId("group") }))).toBe(
      "not-found 404 {}",
    );
    expect(attempt(() => settle(key, { kind: "side", coder: idOf("nobody") }, idOf("r0")))).toBe("not-found 404 {}");
    for (const actor of [study.a, study.observer]) {
      expect(attempt(() => study.act(actor, "withdraw-ruling", { rulingId: idOf("r0") }))).toMatch(/^role-may-not/);
    }
    settle(key, { kind: "both" }, idOf("r0"));
    expect(attempt(() => settle(key, { kind: "neither" }, idOf("r00")))).toBe("already-settled 409 {}");
    study.act(study.lead, "withdraw-ruling", { rulingId: idOf("r0") });
    settle(key, { kind: "neither" }, idOf("r00"));
    expect(attempt(() => study.act(study.lead, "revive-ruling", { rulingId: idOf("r0") }))).toBe(
      "already-settled 409 {}",
    );
    study.act(study.lead, "withdraw-ruling", { rulingId: idOf("r00") });
  });

  it("give, in any order of settling, withdrawing, reviving, undo and redo, the consensus that recomputing gives", () => {
    const { disagreements } = found();
    const empty = consensus();
    const sets = JSON.stringify(frozen());
    let n = 0;
    const step = fc.record({
      what: fc.constantFrom("settle", "withdraw", "revive", "undo", "redo"),
      which: fc.nat(disagreements.length - 1),
      how: fc.constantFrom("first", "second", "both", "neither"),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), (steps) => {
        for (const { what, which, how } of steps) {
          const each = disagreements[which];
          const rows = study.db
            .select()
            .from(ruling)
            .where(eq(ruling.disagreementKey, each?.key ?? ""))
            .all();
          const side = how === "first" ? 0 : 1;
          const decision =
            how === "first" || how === "second" ? { kind: "side", coder: each?.sides[side]?.coder } : { kind: how };
          attempt(() => {
            if (what === "settle") return settle(each?.key ?? "", decision, idOf(`ruling ${n++}`));
            if (what === "undo" || what === "redo") return study.act(study.lead, what);
            const row = rows.find((one) => (one.removedAt === null) === (what === "withdraw"));
            return study.act(study.lead, `${what}-ruling`, { rulingId: row?.id ?? idOf("none") });
          });
          expect(consensus()).toEqual(recomputed());
        }
        for (const row of study.db.select().from(ruling).where(isNull(ruling.removedAt)).all()) {
          study.act(study.lead, "withdraw-ruling", { rulingId: row.id });
        }
        expect(consensus()).toEqual(empty);
      }),
      { numRuns: 12, seed: 7 },
    );
    expect(JSON.stringify(frozen())).toBe(sets);
  });

  it("keep the words of the reason out of the journal", () => {
    const kept = study.rows(["journal", "idempotency"]);
    expect(kept).not.toContain("because");
  });
});
