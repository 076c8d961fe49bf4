// Undo and redo: whose acts they take back, and under which checks. What they restore is walked through in undo-walk.test.ts.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { attempt, idOf, makeStudy, type Study } from "../study-fixture";

let study: Study;
beforeEach(async () => {
  study = await makeStudy();
});
afterEach(() => study.end());

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
