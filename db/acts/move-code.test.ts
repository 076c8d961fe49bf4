// The codebook: its tree, its names, private proposals, and that the lead's edits do not reach into a round being coded.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attempt, idOf, makeStudy, type Study } from "../study-fixture";

interface Code {
  id: string;
  name: string;
  parentId: string | null;
  position: number;
  retired: boolean;
  proposal: boolean;
}

let study: Study;
beforeAll(async () => {
  study = await makeStudy();
});
afterAll(() => study.end());

const colour = "#112233";

function tree(actor = study.lead): Code[] {
  return (study.read(actor, "codebook") as { codes: Code[] }).codes;
}
function deskCodes(actor = study.a): Code[] {
  return (study.read(actor, "desk-codings", { documentId: study.documentId("interview") }) as { codes: Code[] }).codes;
}
function children(parentId: string | null): string[] {
  return tree()
    .filter((code) => code.parentId === parentId)
    .map((code) => code.name);
}
function lead(act: string, input: Record<string, unknown>) {
  return attempt(() => study.act(study.lead, act, input));
}
function undo() {
  study.act(study.lead, "undo");
}

describe("the tree", () => {
  it("has no circles", () => {
    const { work, staffing } = study.codes;
    expect(lead("move-code", { codeId: work, parentId: staffing, beforeId: null })).toBe("code-move-cycle 409 {}");
    expect(lead("move-code", { codeId: work, parentId: work, beforeId: null })).toBe("code-move-cycle 409 {}");
  });

  it("keeps names apart among siblings, whatever their case, and again when one comes back", () => {
    const { work, staffing } = study.codes;
    expect(lead("add-code", { codeId: idOf("n1"), parentId: work, name: " STAFFING ", colour })).toMatch(
      /^code-name-taken/,
    );
    study.addCode("n2", study.codes.support);
    expect(lead("reword-code", { codeId: idOf("n2"), name: "Team" })).toMatch(/^code-name-taken/);
    lead("reword-code", { codeId: idOf("n2"), name: "Staffing" });
    expect(lead("move-code", { codeId: idOf("n2"), parentId: work, beforeId: null })).toMatch(/^code-name-taken/);
    lead("retire-code", { codeId: staffing });
    expect(lead("retire-code", { codeId: staffing })).toBe("changed-meanwhile 409 {}");
    lead("move-code", { codeId: idOf("n2"), parentId: work, beforeId: null });
    expect(lead("unretire-code", { codeId: staffing })).toMatch(/^code-name-taken/);
    lead("remove-code", { codeId: idOf("n2") });
    lead("unretire-code", { codeId: staffing });
    expect(lead("revive-code", { codeId: idOf("n2") })).toMatch(/^code-name-taken/);
  });

  it("is in the same order after removing, moving and undoing both", () => {
    for (const name of ["m1", "m2", "m3"]) study.addCode(name, null);
    const before = children(null);
    lead("remove-code", { codeId: idOf("m2") });
    lead("move-code", { codeId: idOf("m3"), parentId: null, beforeId: idOf("m1") });
    expect(children(null).slice(-2)).toEqual(["m3", "m1"]);
    undo();
    undo();
    expect(children(null)).toEqual(before);
    lead("move-code", { codeId: idOf("m1"), parentId: study.codes.work, beforeId: study.codes.staffing });
    expect(children(study.codes.work)).toEqual(["m1", "staffing"]);
    undo();
    expect(children(null)).toEqual(before);
  });

  it("keeps what a round has pinned, and what has sub-codes", () => {
    expect(lead("remove-code", { codeId: study.codes.team })).toBe("code-not-removable 409 {}");
    study.addCode("above", null);
    study.addCode("below", idOf("above"));
    expect(lead("remove-code", { codeId: idOf("above") })).toBe("code-not-removable 409 {}");
    lead("remove-code", { codeId: idOf("below") });
    lead("remove-code", { codeId: idOf("above") });
    expect(lead("revive-code", { codeId: idOf("below") })).toBe("not-found 404 {}");
  });

  it("refuses a stale screen, and an undo that would take back another lead's words", () => {
    const other = study.person("Lou Lead");
    study.addPerson(other, "lead");
    const codeId = study.codes.support;
    const words = () => tree().find((code) => code.id === codeId)?.name;
    lead("reword-code", { codeId, name: "Help" });
    expect(lead("reword-code", { codeId, name: "Aid", version: 1 })).toBe("changed-meanwhile 409 {}");
    study.act(other, "reword-code", { codeId, name: "Backing" });
    expect(lead("undo", {})).toBe("changed-meanwhile 409 {}");
    expect(words()).toBe("Backing");
    study.act(other, "undo");
    undo();
    expect(words()).toBe("support");
    study.act(study.lead, "rename-project", { name: "Mine" });
    study.act(other, "rename-project", { name: "Ours" });
    expect(lead("undo", {})).toBe("changed-meanwhile 409 {}");
    lead("move-code", { codeId, parentId: study.codes.work, beforeId: null });
    study.act(other, "move-code", { codeId, parentId: null, beforeId: null });
    expect(lead("undo", {})).toBe("changed-meanwhile 409 {}");
  });
});

describe("a closed round", () => {
  it("shows the codebook of the moment that it was opened, whatever the lead changes", () => {
    const before = JSON.stringify(deskCodes());
    lead("reword-code", { codeId: study.codes.team, name: "Crew", definition: "changed" });
    lead("retire-code", { codeId: study.codes.staffing });
    lead("move-code", { codeId: study.codes.team, parentId: null, beforeId: null });
    study.addCode("added later", null);
    expect(JSON.stringify(deskCodes())).toBe(before);
    const coded = study.apply(study.a, "interview", "four short", study.codes.staffing);
    study.act(study.a, "remove-coding", { codingId: coded });
    expect(attempt(() => study.apply(study.a, "interview", "four short", idOf("added later")))).toBe(
      "not-found 404 {}",
    );
    for (let i = 0; i < 4; i++) undo();
  });

  it("does not offer what was retired when it was opened", () => {
    study.addCode("old", null);
    lead("retire-code", { codeId: idOf("old") });
    const roundId = idOf("round with old");
    lead("open-round", {
      roundId,
      name: "With old",
      documentIds: [study.documentId("second")],
      coderIds: [study.coderId(study.a), study.coderId(study.b)],
    });
    lead("unretire-code", { codeId: idOf("old") });
    const applying = () =>
      study.act(study.a, "apply-code", {
        setId: study.setOf(study.a, "second", roundId),
        codingId: idOf("c old"),
        codeId: idOf("old"),
        ...study.span("second", "poster"),
      });
    expect(attempt(applying)).toBe("code-retired 409 {}");
  });
});

describe("a proposal", () => {
  const mine = () => ({ setId: study.setOf(study.a, "interview") });

  it("is its coder's alone until the reveal", () => {
    study.addCode("idea", study.codes.work, study.a, mine());
    expect(deskCodes().some((code) => code.name === "idea" && code.proposal)).toBe(true);
    for (const actor of [study.b, study.lead, study.observer]) {
      expect(tree(actor).some((code) => code.name === "idea")).toBe(false);
    }
    for (const act of ["reword-code", "retire-code", "remove-code", "adopt-code", "revive-code"]) {
      expect(lead(act, { codeId: idOf("idea"), name: "x" })).toBe("not-found 404 {}");
    }
    study.addCode("idea", study.codes.work, study.b, {
      codeId: idOf("b idea"),
      setId: study.setOf(study.b, "interview"),
    });
    expect(attempt(() => study.apply(study.b, "interview", "Long", idOf("idea")))).toBe("not-found 404 {}");
    study.apply(study.a, "interview", "Long", idOf("idea"));
  });

  it("cannot stand where the lead could notice it, nor be used outside its round", () => {
    study.addCode("not pinned", null);
    expect(attempt(() => study.addCode("x1", idOf("not pinned"), study.a, mine()))).toBe("not-found 404 {}");
    const under = { codeId: idOf("idea"), parentId: idOf("not pinned"), beforeId: null };
    expect(attempt(() => study.act(study.a, "move-code", under))).toBe("not-found 404 {}");
    lead("remove-code", { codeId: idOf("not pinned") });
    study.act(study.a, "begin-coding", { documentId: study.documentId("group"), setId: idOf("alone") });
    const alone = { setId: idOf("alone"), codingId: idOf("alone 1"), ...study.span("group", "Not me") };
    expect(attempt(() => study.act(study.a, "apply-code", { ...alone, codeId: idOf("idea") }))).toBe(
      "not-found 404 {}",
    );
    expect(attempt(() => study.addCode("x2", null, study.a))).toMatch(/^codebook-is-the-leads 403/);
    expect(attempt(() => study.addCode("x2", null, study.a, { setId: idOf("alone") }))).toMatch(
      /^codebook-is-the-leads 403/,
    );
  });

  it("cannot be added to a set that is submitted", () => {
    study.act(study.a, "submit-coding", { setId: study.setOf(study.a, "group") });
    const late = () => study.addCode("late", null, study.a, { setId: study.setOf(study.a, "group") });
    expect(attempt(late)).toMatch(/^set-is-locked/);
  });

  it("leaves no gap among the places of the codebook, also where a lead or a coder who made it goes on there", () => {
    const document = { documentIds: [study.documentId("second")] };
    const coderIds = [study.lead, study.a].map((actor) => study.coderId(actor));
    const [closed, open] = [idOf("blind lead"), idOf("open beside")];
    study.addCode("parent", null);
    lead("open-round", { roundId: closed, name: "Blind lead", ...document, coderIds });
    lead("open-round", { roundId: open, name: "Open beside", openCodebook: true, ...document, coderIds });
    const seat = (actor: typeof study.lead, roundId: string) => ({ setId: study.setOf(actor, "second", roundId) });
    const places = () =>
      tree(study.b)
        .filter((code) => code.parentId === idOf("parent"))
        .map(({ name, position }) => `${name} ${position}`);

    study.addCode("first", idOf("parent"));
    study.addCode("lead's own", idOf("parent"), study.lead, seat(study.lead, closed));
    study.addCode("a's own", idOf("parent"), study.a, seat(study.a, closed));
    study.addCode("second", idOf("parent"));
    study.addCode("third", idOf("parent"), study.a, seat(study.a, open));
    expect(places()).toEqual(["first 0", "second 1", "third 2"]);
    lead("move-code", { codeId: idOf("third"), parentId: idOf("parent"), beforeId: idOf("second") });
    expect(places()).toEqual(["first 0", "third 1", "second 2"]);
    lead("move-code", { codeId: idOf("first"), parentId: idOf("parent"), beforeId: null });
    expect(places()).toEqual(["third 0", "second 1", "first 2"]);
    undo();
    undo();
    expect(places()).toEqual(["first 0", "second 1", "third 2"]);
  });

  it("is everybody's to see and the lead's to change once the round is revealed, and stays counted when adopted", () => {
    study.act(study.lead, "reveal-round", { roundId: study.roundId, name: "Round 1", override: "the test" });
    const idea = { codeId: idOf("idea") };
    expect(tree(study.b).some((code) => code.id === idea.codeId && code.proposal)).toBe(true);
    expect(attempt(() => study.act(study.a, "reword-code", { ...idea, name: "Something else" }))).toMatch(
      /^codebook-is-the-leads/,
    );
    expect(attempt(() => study.addCode("too late", null, study.a, mine()))).toMatch(/^set-is-locked/);
    expect(lead("adopt-code", idea)).toMatch(/^\{/);
    expect(lead("adopt-code", { codeId: idOf("b idea") })).toMatch(/^code-name-taken/);
    expect(lead("adopt-code", idea)).toBe("code-not-a-proposal 409 {}");
    const report = study.read(study.lead, "agreement-report", { roundId: study.roundId }) as {
      codes: Code[];
      figures: { codeId: string }[];
      setAside: unknown[];
    };
    expect(report.codes.map((code) => code.id)).toContain(idea.codeId);
    expect(report.figures.map(({ codeId }) => codeId)).toContain(idea.codeId);
    expect(JSON.stringify(report.setAside)).not.toContain("unknown-code");
  });
});
