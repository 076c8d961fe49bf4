// The overview tells each person of their own sets and of nobody else's, and the codebook which proposals are theirs.
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Actor } from "../actor";
import { documentDisagreements } from "../round-disagreements";
import { idOf, makeStudy, type Study } from "../study-fixture";
import type { ReadResult } from ".";

let study: Study;
beforeEach(async () => {
  study = await makeStudy();
});
afterEach(() => study.end());

const overview = (actor: Actor) => study.read(actor, "project-overview") as ReadResult<"project-overview">;
const codebook = (actor: Actor) => study.read(actor, "codebook") as ReadResult<"codebook">;
const mine = (actor: Actor) =>
  overview(actor).documents.map((document) => [document.name, ...document.mine.map((set) => set.state)]);

test("a coder sees the state of their own documents, whatever the other coder does", () => {
  study.act(study.a, "submit-coding", { setId: study.setOf(study.a, "interview") });
  expect(mine(study.a)).toEqual([["interview", "submitted"], ["group", "open"], ["second"]]);
  expect(mine(study.b)).toEqual([["interview", "open"], ["group", "open"], ["second"]]);
  expect(overview(study.a).documents[0]?.mine).toEqual([
    { roundId: study.roundId, round: "Round 1", state: "submitted" },
  ]);
  for (const onlooker of [study.lead, study.observer]) {
    expect(mine(onlooker)).toEqual([["interview"], ["group"], ["second"]]);
  }
});

test("a document begun outside a round stands with its beginner alone", () => {
  study.act(study.a, "begin-coding", { documentId: study.documentId("second"), setId: idOf("own set") });
  expect(overview(study.a).documents[2]?.mine).toEqual([{ roundId: null, round: null, state: "open" }]);
  expect(overview(study.b).documents[2]?.mine).toEqual([]);
});

const roundOf = (actor: Actor) => {
  const [round] = overview(actor).rounds;
  return [round?.status, round?.settlement];
};

test("nobody is told of disagreements before the reveal; a round is settled when the last of them is", () => {
  study.apply(study.a, "interview", "four short", study.codes.staffing);
  study.apply(study.b, "interview", "four short", study.codes.work);
  study.apply(study.a, "group", "They cover for me", study.codes.team);
  study.submitAll();
  for (const actor of [study.lead, study.observer, study.a]) expect(roundOf(actor)).toEqual(["open", null]);

  study.reveal();
  for (const actor of [study.lead, study.observer, study.b]) {
    expect(roundOf(actor)).toEqual(["revealed", { disagreements: 2, settled: 0 }]);
  }
  const rulings = (["interview", "group"] as const).map((name) => {
    const documentId = study.documentId(name);
    const [disagreement] = documentDisagreements(study.db, study.roundId, documentId).disagreements;
    const rulingId = idOf(`ruling of ${name}`);
    study.act(study.lead, "settle-disagreement", {
      roundId: study.roundId,
      documentId,
      key: disagreement?.key ?? "",
      rulingId,
      decision: { kind: "both" },
      reason: "Both fit.",
    });
    return rulingId;
  });
  expect(roundOf(study.a)).toEqual(["settled", { disagreements: 2, settled: 2 }]);

  study.act(study.lead, "withdraw-ruling", { rulingId: rulings[0] });
  expect(roundOf(study.lead)).toEqual(["revealed", { disagreements: 2, settled: 1 }]);
});

test("leads and observers see which round a document is in, a coder only through their own sets", () => {
  const rounds = (actor: Actor) => overview(actor).documents.map((document) => document.rounds);
  expect(rounds(study.lead)).toEqual([["Round 1"], ["Round 1"], []]);
  expect(rounds(study.observer)).toEqual([["Round 1"], ["Round 1"], []]);
  expect(rounds(study.a)).toEqual([[], [], []]);
});

test("a proposal is its coder's own, and after the reveal the others see that it is not theirs", () => {
  const codeId = study.addCode("cover", null, study.a, { setId: study.setOf(study.a, "interview") });
  const own = (actor: Actor) => codebook(actor).codes.find((code) => code.id === codeId)?.ownProposal;
  expect([own(study.a), own(study.b), own(study.lead)]).toEqual([true, undefined, undefined]);
  study.submitAll();
  study.reveal();
  expect([own(study.a), own(study.b), own(study.lead)]).toEqual([true, false, false]);
  expect(codebook(study.a).codes.filter((code) => code.ownProposal)).toHaveLength(1);
});
