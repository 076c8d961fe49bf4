// The runner: what it refuses, that a refusal leaves nothing behind, and that a repeated request happens once.

import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import type { Actor } from "../actor";
import { journal } from "../schema";
import { attempt, idOf, makeStudy, type Study } from "../study-fixture";
import { type Outcome, projectAct } from "./act";
import { acts } from "./index";

let study: Study;
beforeAll(async () => {
  study = await makeStudy();
});
afterAll(() => study.end());

/** The refusal, and that no row of any table changed. */
function refused(what: () => unknown): string {
  const before = study.rows();
  const said = attempt(what);
  expect(study.rows()).toBe(before);
  return said;
}

function applying(actor: Actor, more: Record<string, unknown> = {}) {
  return {
    setId: study.setOf(actor, "interview"),
    codingId: idOf(`a coding ${JSON.stringify(more)}`),
    codeId: study.codes.staffing,
    ...study.span("interview", "four short"),
    ...more,
  };
}

describe("what the runner refuses", () => {
  it("names the field that it could not understand", () => {
    expect(refused(() => study.act(study.a, "apply-code", applying(study.a, { start: -1 })))).toMatch(
      /^input-not-understood 400 .*"field":"start"/,
    );
    expect(refused(() => study.act(study.a, "apply-code", applying(study.a, { setId: "1' or 1=1" })))).toMatch(
      /"setId"/,
    );
    expect(refused(() => study.act(study.a, "apply-code", applying(study.a, { start: Number.NaN })))).toMatch(
      /"start"/,
    );
  });

  it("is 404 and not 403 for whoever is not in the project, for every act within one", () => {
    const removed = study.person("Rita Removed");
    study.addPerson(removed, "coder");
    study.act(study.lead, "remove-member", { userId: removed.userId });
    for (const stranger of [study.outsider, removed]) {
      expect(refused(() => study.act(stranger, "apply-code", applying(study.a)))).toBe("not-found 404 {}");
      expect(refused(() => study.act(stranger, "rename-project", { name: "Mine" }))).toBe("not-found 404 {}");
      expect(refused(() => study.act(stranger, "undo"))).toBe("not-found 404 {}");
      const unknown = { projectId: idOf("no such project"), name: "Mine" };
      expect(refused(() => study.act(stranger, "rename-project", unknown))).toBe("not-found 404 {}");
    }
  });

  it("is 403 for a member of another role", () => {
    for (const actor of [study.a, study.observer]) {
      expect(refused(() => study.act(actor, "rename-project", { name: "Mine" }))).toMatch(/^role-may-not 403/);
      expect(refused(() => study.act(actor, "remove-member", { userId: study.b.userId }))).toMatch(/^role-may-not 403/);
    }
    expect(refused(() => study.act(study.observer, "apply-code", applying(study.a)))).toMatch(/^role-may-not 403/);
  });

  it("refuses a token that may only read, before it looks at anything", () => {
    const token: Actor = { ...study.a, scope: "read" };
    for (const name of [...Object.keys(acts).filter((each) => !acts[each]?.onlyUndo), "undo", "redo"]) {
      expect(refused(() => study.act(token, name, {}))).toMatch(/^token-may-only-read 403/);
    }
  });

  it("lets nobody call an act that only undo performs", () => {
    const hidden = Object.values(acts).filter((act) => act.onlyUndo);
    expect(hidden.map((act) => act.name)).toEqual([
      "restore-survey",
      "restore-attribute",
      "restore-attribute-values",
      "take-back-correction",
      "correct-again",
      "take-back-code",
      "bring-back-code",
      "restore-boundaries",
      "recode-back",
      "act-together",
    ]);
    for (const act of hidden) expect(refused(() => study.act(study.a, act.name, {}))).toBe("not-found 404 {}");
  });

  it("rolls everything back when the act breaks half way", () => {
    const broken = projectAct({
      name: "broken",
      summary: "",
      who: ["lead"],
      input: z.object({ projectId: z.string() }),
      run(tx): Outcome<object> {
        tx.delete(journal).run();
        throw new RangeError("half way");
      },
    });
    const before = study.rows();
    acts.broken = broken;
    try {
      expect(() => study.act(study.lead, "broken")).toThrow("half way");
    } finally {
      delete acts.broken;
    }
    expect(study.rows()).toBe(before);
  });

  it("cannot be given an act that answers with a promise", () => {
    projectAct({
      name: "later",
      summary: "",
      who: ["lead"],
      input: z.object({ projectId: z.string() }),
      // @ts-expect-error a promise would commit before its work was done
      run: async () => ({ result: {}, final: "" }),
    });
  });
});

describe("hostile input", () => {
  it("ignores extra fields and what would reach into a prototype", () => {
    const input = JSON.parse(
      JSON.stringify({
        projectId: study.projectId,
        name: "Wellbeing",
        role: "lead",
        coderId: idOf("x"),
        id: idOf("y"),
      }).replace("}", ',"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}'),
    ) as Record<string, unknown>;
    study.act(study.lead, "rename-project", input);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    const entry = study.db.select().from(journal).where(eq(journal.act, "rename-project")).all().at(-1);
    expect(entry?.input).toEqual({ projectId: study.projectId, name: "Wellbeing" });
    for (const name of ["__proto__", "constructor", "toString"]) expect(Object.hasOwn(acts, name)).toBe(false);
  });
});

describe("idempotency", () => {
  it("does it once and answers the same, with one journal entry", () => {
    const input = applying(study.a, { salt: 1 });
    const first = study.act(study.a, "apply-code", input, "key-1");
    const before = study.rows();
    for (let i = 0; i < 20; i++) expect(study.act(study.a, "apply-code", input, "key-1")).toEqual(first);
    expect(study.rows()).toBe(before);
  });

  it("refuses the key for another payload or another act, and keeps people's keys apart", () => {
    const input = applying(study.a, { salt: 1 });
    expect(refused(() => study.act(study.a, "apply-code", { ...input, start: 0 }, "key-1"))).toMatch(
      /^key-used-for-something-else 422/,
    );
    expect(refused(() => study.act(study.a, "undo", {}, "key-1"))).toMatch(/^key-used-for-something-else 422/);
    const own = applying(study.b, { salt: 2 });
    expect(study.act(study.b, "apply-code", own, "key-1")).toMatchObject({ codingId: own.codingId });
  });

  it("undoes once for one key", () => {
    const first = study.act(study.b, "undo", {}, "undo-1");
    const before = study.rows();
    expect(study.act(study.b, "undo", {}, "undo-1")).toEqual(first);
    expect(study.rows()).toBe(before);
  });

  it("keeps nothing of a refused request: the key is free for the right one", () => {
    const wrong = applying(study.a, { salt: 3, end: 100_000 });
    expect(refused(() => study.act(study.a, "apply-code", wrong, "key-3"))).toMatch(/^span-outside-text/);
    const right = applying(study.a, { salt: 3, codeId: study.codes.team });
    study.act(study.a, "apply-code", right, "key-3");
  });

  it("answers a repeated import whose stage is used up, and nobody who has left the project", async () => {
    const documents = [{ ...(await study.stage("second")), documentId: idOf("again"), name: "Again" }];
    const first = await study.confirm(documents, "import-1");
    expect(await study.confirm(documents, "import-1")).toEqual(first);
    await expect(study.confirm(documents, "import-2")).rejects.toMatchObject({ code: "not-found" });
    const leaver = study.person("Lara Leaver");
    study.addPerson(leaver, "lead");
    study.act(leaver, "rename-project", { name: "Wellbeing" }, "mine");
    study.act(study.lead, "remove-member", { userId: leaver.userId });
    expect(refused(() => study.act(leaver, "rename-project", { name: "Wellbeing" }, "mine"))).toBe("not-found 404 {}");
  });

  it("confirms neither another person's stage nor an expired one", async () => {
    const theirs = await study.stage("second", study.person("Other Lead"));
    await expect(study.confirm([theirs])).rejects.toMatchObject({ code: "not-found" });
    const expired = await study.stage("second", study.lead, "2020-01-01T00:00:00.000Z");
    await expect(study.confirm([expired])).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("the journal", () => {
  it("has one entry for each act, written with it, and no words of a participant", () => {
    const words = ["four short", "nobody said so", "carry it", "poster", "cover for me"];
    for (const row of study.db.select().from(journal).all()) {
      const kept = JSON.stringify([row.input, row.inverse]);
      for (const word of words) expect(kept).not.toContain(word);
    }
    const before = study.db.select().from(journal).all().length;
    study.apply(study.a, "group", "Not me", study.codes.team);
    expect(study.db.select().from(journal).all().length).toBe(before + 1);
  });
});
