// Merging, splitting and moving codes: what happens to codings of one's own, and that nobody else's are touched.
import { beforeEach, describe, expect, it } from "vitest";
import type { Actor } from "../actor";
import { attempt, idOf, makeStudy, type Study } from "../study-fixture";

interface Code {
  id: string;
  name: string;
  parentId: string | null;
  retired: boolean;
  proposal: boolean;
}

let study: Study;
beforeEach(async () => {
  const made = await makeStudy();
  study = made;
  return () => made.end();
});

const colour = "#112233";
const ALONE = idOf("alone");

function act(actor: Actor, name: string, input: Record<string, unknown> = {}) {
  return attempt(() => study.act(actor, name, input));
}
function codes(actor = study.lead): Code[] {
  return (study.read(actor, "codebook") as { codes: Code[] }).codes;
}
function named(actor = study.lead): string[] {
  return codes(actor).map((code) => `${code.name}${code.retired ? " (retired)" : ""}`);
}
function below(parentId: string | null, actor = study.lead): string[] {
  return codes(actor)
    .filter((code) => code.parentId === parentId)
    .map((code) => code.name);
}
/** How many codings stand with each code, of a person or of all. */
function uses(codeId: string): number {
  return Number(
    study.workspace.sqlite
      .prepare("select count(*) from coding where code_id = ? and removed_at is null")
      .pluck()
      .get(codeId),
  );
}
/** The lead codes the second document outside any round. */
function leadCodes(words: string, codeId: string): string {
  act(study.lead, "begin-coding", { documentId: study.documentId("second"), setId: ALONE });
  const codingId = idOf(`lead ${words} ${codeId}`);
  act(study.lead, "apply-code", { setId: ALONE, codingId, codeId, ...study.span("second", words) });
  return codingId;
}

describe("a lead merges a code into another", () => {
  it("moves the lead's own codings and the sub-codes, retires the code, and undoes it all at once", () => {
    const { work, staffing, support, team } = study.codes;
    study.addCode("night shifts", work);
    leadCodes("poster", work);
    leadCodes("I never rang it", work);
    leadCodes("I never rang it", support);
    study.apply(study.a, "interview", "carry it", work);
    const before = { tree: codes().map(({ id, parentId, retired }) => [id, parentId, retired]), work: uses(work) };
    expect(act(study.lead, "merge-codes", { codeId: work, intoId: support })).toBe('{"recoded":2}');
    expect(named()).toContain("work (retired)");
    expect(below(support)).toEqual(["team", "staffing", "night shifts"]);
    // The coder's coding in a round with a closed codebook keeps its code; of the lead's two one was there already.
    expect([uses(work), uses(support)]).toEqual([1, 2]);
    expect(act(study.lead, "undo")).toContain('"act":"merge-codes"');
    expect({ tree: codes().map(({ id, parentId, retired }) => [id, parentId, retired]), work: uses(work) }).toEqual(
      before,
    );
    act(study.lead, "redo");
    expect(below(support)).toEqual(["team", "staffing", "night shifts"]);
    expect([uses(work), uses(support), uses(staffing), uses(team)]).toEqual([1, 2, 0, 0]);
  });

  it("tells nobody's desk in a closed round, where both codes stay as they were pinned", () => {
    const desk = () =>
      attempt(() => study.read(study.a, "desk-codings", { documentId: study.documentId("interview") }));
    study.apply(study.a, "interview", "carry it", study.codes.work);
    const before = desk();
    act(study.lead, "merge-codes", { codeId: study.codes.work, intoId: study.codes.support });
    expect(desk()).toBe(before);
  });

  it("keeps the lead's own codings where the round is closed or the set is submitted", () => {
    const roundId = idOf("open round");
    const documentIds = [study.documentId("second"), study.documentId("group")];
    const coderIds = [study.coderId(study.lead), study.coderId(study.b)];
    act(study.lead, "open-round", { roundId, name: "Open", openCodebook: true, documentIds, coderIds });
    for (const [name, words] of [
      ["second", "poster"],
      ["group", "Not me"],
    ] as const) {
      const setId = study.setOf(study.lead, name, roundId);
      const codingId = idOf(words);
      act(study.lead, "apply-code", { setId, codingId, codeId: study.codes.work, ...study.span(name, words) });
    }
    act(study.lead, "submit-coding", { setId: study.setOf(study.lead, "group", roundId) });
    expect(act(study.lead, "merge-codes", { codeId: study.codes.work, intoId: study.codes.support })).toBe(
      '{"recoded":1}',
    );
    expect(uses(study.codes.work)).toBe(1);
  });

  it("refuses what makes no sense, and whoever may not", () => {
    const { work, staffing, support } = study.codes;
    const merge = (codeId: string, intoId: string, actor = study.lead) => act(actor, "merge-codes", { codeId, intoId });
    const before = study.rows(["code", "coding", "journal"]);
    expect(merge(work, work)).toBe("code-merge-into-itself 409 {}");
    expect(merge(work, staffing)).toBe("code-merge-into-itself 409 {}");
    expect(merge(work, idOf("none"))).toBe("not-found 404 {}");
    expect(merge(work, support, study.a)).toBe("codebook-is-the-leads 403 {}");
    expect(merge(work, support, study.observer)).toMatch(/^role-may-not/);
    expect(study.rows(["code", "coding", "journal"])).toBe(before);
    study.addCode("a idea", work, study.a, { setId: study.setOf(study.a, "interview") });
    expect(merge(support, idOf("a idea"))).toBe("not-found 404 {}");
    act(study.lead, "retire-code", { codeId: support });
    expect(merge(work, support)).toBe("code-retired 409 {}");
    study.submitAll();
    study.reveal();
    expect(merge(staffing, idOf("a idea"))).toBe("code-merge-into-proposal 409 {}");
    // The reveal is when the lead merges what coders proposed.
    expect(merge(idOf("a idea"), staffing)).toBe('{"recoded":0}');
    expect(named()).toContain("a idea (retired)");
  });

  it("says what a name that is taken would do, and changes nothing", () => {
    study.addCode("Team", study.codes.work);
    const before = study.rows(["code"]);
    expect(act(study.lead, "merge-codes", { codeId: study.codes.work, intoId: study.codes.support })).toMatch(
      /^code-name-taken/,
    );
    expect(study.rows(["code"])).toBe(before);
  });
});

describe("a coder merges their own proposal", () => {
  const idea = idOf("idea");
  let setId: string;
  beforeEach(() => {
    setId = study.setOf(study.a, "interview");
    study.addCode("idea", study.codes.work, study.a, { setId });
    study.addCode("idea of the idea", idea, study.a, { setId });
    study.apply(study.a, "interview", "carry it", idea);
    study.apply(study.a, "group", "Not me", idea);
  });

  it("into a code of the round: codings and sub-proposals move, the proposal is gone, and comes back whole", () => {
    const before = { codes: named(study.a), uses: uses(idea), below: below(idea, study.a) };
    expect(act(study.a, "merge-codes", { codeId: idea, intoId: study.codes.support })).toBe('{"recoded":2}');
    expect(named(study.a)).not.toContain("idea");
    expect(below(study.codes.support, study.a)).toEqual(["team", "idea of the idea"]);
    expect([uses(idea), uses(study.codes.support)]).toEqual([0, 2]);
    expect(act(study.a, "undo")).toContain('"act":"merge-codes"');
    expect({ codes: named(study.a), uses: uses(idea), below: below(idea, study.a) }).toEqual(before);
    // The lead sees none of it.
    expect(named().join()).not.toContain("idea");
  });

  it("into another proposal of their own, not into one of somebody else or below itself", () => {
    study.addCode("better idea", null, study.a, { setId });
    study.addCode("b idea", null, study.b, { setId: study.setOf(study.b, "interview") });
    const merge = (intoId: string) => act(study.a, "merge-codes", { codeId: idea, intoId });
    expect(merge(idOf("b idea"))).toBe("not-found 404 {}");
    expect(merge(idOf("idea of the idea"))).toBe("code-merge-into-itself 409 {}");
    expect(merge(idOf("better idea"))).toBe('{"recoded":2}');
    study.addCode("later", null);
    expect(act(study.a, "merge-codes", { codeId: idOf("better idea"), intoId: idOf("later") })).toBe(
      "not-found 404 {}",
    );
  });

  it("keeps it, retired, where a submitted document still carries it", () => {
    act(study.a, "submit-coding", { setId: study.setOf(study.a, "group") });
    expect(act(study.a, "merge-codes", { codeId: idea, intoId: study.codes.support })).toBe('{"recoded":1}');
    expect(named(study.a)).toContain("idea (retired)");
    expect(uses(idea)).toBe(1);
  });

  it("does not let a coding that was taken away come back without a code", () => {
    const gone = study.apply(study.a, "interview", "Long.", idea);
    act(study.a, "remove-coding", { codingId: gone });
    act(study.a, "merge-codes", { codeId: idea, intoId: study.codes.support });
    expect(act(study.a, "revive-coding", { codingId: gone })).toBe("code-removed 409 {}");
    act(study.a, "undo");
    act(study.a, "undo");
    expect(uses(idea)).toBe(3);
  });
});

describe("splitting a code", () => {
  it("makes a code beside it with some of one's codings, and undoes both", () => {
    const codings = ["poster", "I never rang it", "I rang it"].map((words) => leadCodes(words, study.codes.work));
    const split = {
      codeId: study.codes.work,
      newCodeId: idOf("hours"),
      name: "Hours",
      parentId: null,
      colour,
      codingIds: codings.slice(0, 2),
    };
    expect(act(study.lead, "split-code", { ...split, name: "Support" })).toMatch(/^code-name-taken/);
    expect(act(study.lead, "split-code", { ...split, codingIds: [idOf("none")] })).toBe("not-found 404 {}");
    expect(act(study.lead, "split-code", { ...split, codeId: study.codes.team })).toBe("changed-meanwhile 409 {}");
    expect(act(study.a, "split-code", { ...split, codingIds: [] })).toBe("codebook-is-the-leads 403 {}");
    expect(act(study.lead, "split-code", split)).toContain('"recoded":2');
    expect([uses(study.codes.work), uses(idOf("hours"))]).toEqual([1, 2]);
    const journal = study.rows(["journal"]);
    expect(journal).not.toContain("Hours");
    expect(act(study.lead, "undo")).toContain('"act":"split-code"');
    expect([uses(study.codes.work), named().includes("Hours")]).toEqual([3, false]);
    act(study.lead, "redo");
    expect([uses(study.codes.work), named().includes("Hours")]).toEqual([1, true]);
  });

  it("is a private proposal for a coder in a closed round", () => {
    const setId = study.setOf(study.a, "interview");
    const codingIds = [study.apply(study.a, "interview", "carry it", study.codes.work)];
    const split = { codeId: study.codes.work, newCodeId: idOf("mine"), name: "Mine", parentId: study.codes.work };
    expect(act(study.a, "split-code", { ...split, colour, setId, codingIds })).toContain('"proposal":true');
    expect(uses(idOf("mine"))).toBe(1);
    expect(named(study.a)).toContain("Mine");
    for (const actor of [study.b, study.lead]) expect(named(actor)).not.toContain("Mine");
    act(study.a, "undo");
    expect(named(study.a)).not.toContain("Mine");
  });
});

describe("moving several codes", () => {
  it("puts them in the order given, as one act", () => {
    const [one, two, three] = ["one", "two", "three"].map((name) => study.addCode(name, null));
    const before = below(null);
    const move = { codeIds: [three, one, two], parentId: study.codes.work, beforeId: study.codes.staffing };
    expect(act(study.a, "move-codes", move)).toBe("codebook-is-the-leads 403 {}");
    expect(act(study.lead, "move-codes", move)).toBe('{"moved":3}');
    expect(below(study.codes.work)).toEqual(["three", "one", "two", "staffing"]);
    expect(act(study.lead, "undo")).toContain('"act":"move-codes"');
    expect([below(null), below(study.codes.work)]).toEqual([before, ["staffing"]]);
    act(study.lead, "redo");
    expect(below(study.codes.work)).toEqual(["three", "one", "two", "staffing"]);
    act(study.lead, "undo");
    const circle = { codeIds: [one, study.codes.work], parentId: study.codes.staffing, beforeId: null };
    expect(act(study.lead, "move-codes", circle)).toBe("code-move-cycle 409 {}");
    expect(below(null)).toEqual(before);
  });
});

describe("adding a code in a round with an open codebook", () => {
  const roundId = idOf("open round");
  beforeEach(() => {
    const documentIds = [study.documentId("second")];
    const coderIds = [study.coderId(study.a), study.coderId(study.b)];
    act(study.lead, "open-round", { roundId, name: "Open", openCodebook: true, documentIds, coderIds });
  });
  const add = (actor: Actor, name: string, setId?: string) =>
    act(actor, "add-code", { codeId: idOf(name), parentId: null, name, colour, setId });

  it("puts a coder's code into everybody's codebook, and the coder can take it back", () => {
    expect(add(study.a, "shared", study.setOf(study.a, "second", roundId))).toContain('"proposal":false');
    for (const actor of [study.b, study.lead]) expect(named(actor)).toContain("shared");
    expect(act(study.a, "undo")).toContain('"act":"add-code"');
    expect(named(study.b)).not.toContain("shared");
    act(study.a, "redo");
    expect(named(study.b)).toContain("shared");
    act(study.lead, "reword-code", { codeId: idOf("shared"), definition: "what the lead wrote" });
    expect(act(study.a, "undo")).toBe("changed-meanwhile 409 {}");
  });

  it("is for whoever has a seat there, and for nobody without it", () => {
    expect(add(study.a, "x")).toBe("codebook-is-the-leads 403 {}");
    expect(add(study.a, "x", study.setOf(study.b, "second", roundId))).toBe("not-found 404 {}");
    act(study.a, "begin-coding", { documentId: study.documentId("second"), setId: ALONE });
    expect(add(study.a, "x", ALONE)).toBe("codebook-is-the-leads 403 {}");
    expect(act(study.a, "take-back-code", { codeId: study.codes.work, wording: 1 })).toBe("not-found 404 {}");
    act(study.a, "submit-coding", { setId: study.setOf(study.a, "second", roundId) });
    expect(add(study.a, "x", study.setOf(study.a, "second", roundId))).toMatch(/^set-is-locked/);
  });
});

describe("a new code that was used and unused again", () => {
  it("can be taken back: undo goes all the way", () => {
    const setId = study.setOf(study.a, "interview");
    study.addCode("in vivo", study.codes.work, study.a, { setId });
    study.apply(study.a, "interview", "carry it", idOf("in vivo"));
    act(study.a, "undo");
    expect(act(study.a, "undo")).toContain('"act":"add-code"');
    act(study.a, "redo");
    act(study.a, "redo");
    expect(uses(idOf("in vivo"))).toBe(1);
  });
});
