// Undo and redo: a walk of hundreds of acts by two people, taken back act by act, ends where it began.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { attempt, idOf, makeStudy, type Study } from "../study-fixture";

let study: Study;
beforeEach(async () => {
  study = await makeStudy();
});
afterEach(() => study.end());

/** A fixed sequence of numbers from 0 to 1 (mulberry32), so that a failure can be repeated. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Codings and codes that stand, with everything but their version counters; places as an order among siblings. */
function standing(): string {
  const all = (query: string) =>
    study.workspace.sqlite
      .prepare(query)
      .all()
      .map((row) => JSON.stringify(row));
  return [
    ...all(`select id, set_id, code_id, start, end, codebook_version_id, ruling_id, created_at from coding
      where removed_at is null order by id`),
    ...all(`select id, parent_id, wording, proposed_by, proposed_in, retired_at is null as used,
      rank() over (partition by parent_id order by position, id) as place from code where removed_at is null order by id`),
    ...all(
      "select memo.id, coalesce(text, '') as text from memo left join memo_wording on memo_id = memo.id and number = wording",
    ),
  ]
    .filter((line) => !line.endsWith('"text":""}'))
    .join("\n");
}

describe("a walk of acts and undos", () => {
  it.each([1, 2])("ends where it began when everything is undone (seed %i)", (seed) => {
    const random = numbers(seed);
    const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
    const begin = standing();
    const { a, lead } = study;
    const codings: string[] = [];
    const codes = Object.values(study.codes);
    const words = ["four short", "nobody said so", "Long.", "carry it", "three short", "How was the year?"];
    let done = 0;
    for (let i = 0; i < 160; i++) {
      const kind = Math.floor(random() * 16);
      const codingId = pick(codings) ?? idOf("none");
      const codeId = pick(codes) ?? "";
      const span = study.span("interview", pick(words) ?? "");
      const setId = study.setOf(a, "interview");
      const said = attempt(() => {
        if (kind < 4) {
          const fresh = idOf(`${seed} ${i}`);
          codings.push(fresh);
          return study.act(a, "apply-code", { setId, codingId: fresh, codeId, ...span });
        }
        if (kind === 4) return study.act(a, "remove-coding", { codingId });
        if (kind === 5) return study.act(a, "move-coding", { codingId, ...span });
        if (kind === 6) return study.act(a, "recode-coding", { codingId, codeId });
        if (kind === 7) return study.act(a, "undo");
        if (kind === 8) return study.act(a, "redo");
        if (kind === 9) return study.act(lead, pick(["undo", "redo"]) ?? "", {});
        if (kind === 10) return codes.push(study.addCode(`code ${seed} ${i}`, pick([null, ...codes]) ?? null));
        if (kind === 11)
          return study.act(lead, "move-code", { codeId, parentId: pick([null, ...codes]) ?? null, beforeId: null });
        if (kind === 12) return study.act(lead, "reword-code", { codeId, name: `name ${i}` });
        if (kind === 13)
          return study.act(lead, pick(["retire-code", "unretire-code", "remove-code"]) ?? "", { codeId });
        if (kind === 14) {
          const row = study.workspace.sqlite
            .prepare("select wording from memo where coding_id = ?")
            .pluck()
            .get(codingId);
          return study.act(a, "write-memo", {
            codingId,
            memoId: idOf(`memo ${codingId}`),
            wording: row ?? 0,
            text: `t ${i}`,
          });
        }
        const siblings = codes.filter((id) => id !== codeId);
        return study.act(lead, "move-code", { codeId, parentId: null, beforeId: pick(siblings) ?? null });
      });
      if (!/ 4\d\d \{/.test(said)) done++;
    }
    expect(done).toBeGreaterThan(50);
    const end = standing();
    const undone = [a, lead].map((actor) => {
      let said = "";
      while (!/ 4\d\d /.test(said)) said = attempt(() => study.act(actor, "undo"));
      return said;
    });
    // Before the walk the lead made the codes that the round has pinned since: those stay.
    expect(undone).toEqual(["nothing-to-undo 409 {}", "code-not-removable 409 {}"]);
    expect(standing()).toBe(begin);
    for (const actor of [lead, a]) {
      for (let said = ""; !/ 4\d\d /.test(said); ) said = attempt(() => study.act(actor, "redo"));
    }
    expect(standing().length).toBeGreaterThanOrEqual(end.length / 2);
  });
});

describe("whose acts", () => {
  it("undoes only the person's own, whoever acted last", () => {
    study.apply(study.a, "interview", "Long.", study.codes.work);
    const theirs = study.apply(study.b, "interview", "Long.", study.codes.work);
    const rows = () => study.workspace.sqlite.prepare("select id from coding where removed_at is null").pluck().all();
    study.act(study.a, "undo");
    expect(rows()).toEqual([theirs]);
    expect(attempt(() => study.act(study.a, "undo"))).toBe("nothing-to-undo 409 {}");
    expect(attempt(() => study.act(study.observer, "undo"))).toBe("nothing-to-undo 409 {}");
  });

  it("clears redo with a new act, and not with somebody else's", () => {
    study.apply(study.a, "interview", "Long.", study.codes.work);
    study.act(study.a, "undo");
    study.apply(study.b, "interview", "Long.", study.codes.team);
    study.act(study.a, "redo");
    study.act(study.a, "undo");
    study.apply(study.a, "interview", "carry it", study.codes.work);
    expect(attempt(() => study.act(study.a, "redo"))).toBe("nothing-to-redo 409 {}");
  });

  it("undoes as what the person may do now: a coder who became an observer cannot", () => {
    study.apply(study.a, "interview", "Long.", study.codes.work);
    study.workspace.sqlite.prepare("update member set role = 'observer' where user_id = ?").run(study.a.userId);
    expect(attempt(() => study.act(study.a, "undo"))).toMatch(/^role-may-not 403/);
  });
});

describe("undo of an import", () => {
  it("takes all its documents out and brings the same back, but none that is coded", async () => {
    const documents = [{ ...(await study.stage("second")), documentId: idOf("d1"), name: "D1" }];
    await study.confirm(documents);
    const names = () =>
      (study.read(study.lead, "project-overview") as { documents: { name: string }[] }).documents.map(
        (each) => each.name,
      );
    expect(names()).toContain("D1");
    study.act(study.lead, "undo");
    expect(names()).not.toContain("D1");
    study.act(study.lead, "redo");
    expect(names()).toContain("D1");
    study.act(study.a, "begin-coding", { documentId: idOf("d1"), setId: idOf("alone") });
    const span = study.span("second", "poster");
    study.act(study.a, "apply-code", { setId: idOf("alone"), codingId: idOf("c"), codeId: study.codes.work, ...span });
    expect(attempt(() => study.act(study.lead, "undo"))).toBe("document-in-use 409 {}");
  });

  it("knows Élodie and élodie as one participant", () => {
    const names = study.workspace.sqlite.prepare("select name from participant").pluck().all() as string[];
    expect(names.filter((name) => name.toLowerCase() === "élodie")).toHaveLength(1);
  });
});
