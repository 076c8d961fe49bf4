// Two worlds for the test of blinding: the same acts of A and the lead, with coder B idle or doing all that a coder can do.
import { expect, vi } from "vitest";
import type { Actor } from "./actor";
import { PROPOSAL, ROUND_2 } from "./read-parameters-fixture";
import { attempt, idOf, makeStudy, type Study } from "./study-fixture";

export const CANARY = "Zeugmatic";
export const PROPOSAL_2 = idOf("b second");
export const START = Date.parse("2026-03-01T09:00:00Z");

export interface World {
  readonly study: Study;
  /** What each of A's and the lead's acts came to. */
  readonly answers: string[];
}

/** Ids that the server makes are counted per person, so that the same act makes the same id in both worlds. */
export interface Made {
  by: string;
  readonly counts: Map<string, number>;
}

export async function makeWorld(busy: boolean, made: Made): Promise<World> {
  made.by = "setting up";
  made.counts.clear();
  vi.setSystemTime(START);
  const study = await makeStudy();
  const answers: string[] = [];
  let minute = 0;
  const at = (actor: Actor, name: string, input: Record<string, unknown> = {}, key?: string) => {
    minute++;
    if (actor === study.b && !busy) return;
    made.by = actor.name;
    vi.setSystemTime(START + minute * 60_000);
    const answer = attempt(() => study.act(actor, name, input, key));
    if (actor === study.b) expect(answer).not.toMatch(/ (4|5)\d\d \{/);
    else answers.push(`${name}: ${answer}`);
  };
  const { a, b, lead, codes } = study;
  const own = (actor: Actor, document: "interview" | "group") => ({ setId: study.setOf(actor, document) });
  const memo = `${CANARY} words about it`;
  const span = (words: string) => study.span("interview", words);

  at(b, "apply-code", { ...own(b, "interview"), codingId: idOf("b1"), codeId: codes.staffing, ...span("four short") });
  at(b, "write-memo", { codingId: idOf("b1"), memoId: idOf("bm1"), wording: 0, text: memo });
  at(b, "star-coding", { codingId: idOf("b1"), starred: true });
  const onWords = { ...own(b, "interview"), ...span("four short"), memoId: idOf("bm2") };
  at(b, "write-memo", { ...onWords, wording: 0, text: memo });
  at(b, "write-memo", { codeId: codes.staffing, memoId: idOf("bm3"), wording: 0, text: memo });
  at(b, "write-memo", { documentId: study.documentId("interview"), memoId: idOf("bm4"), wording: 0, text: memo });
  const revisionId = (
    study.read(study.b, "coding-desk", { documentId: study.documentId("interview") }) as { revision: { id: string } }
  ).revision.id;
  at(b, "keep-reading-place", {
    documentId: study.documentId("interview"),
    revisionId,
    last: 7,
    bookmarks: [3, 9],
  });
  at(
    a,
    "apply-code",
    { ...own(a, "interview"), codingId: idOf("a1"), codeId: codes.staffing, ...span("four short") },
    "k1",
  );
  at(b, "add-code", {
    ...own(b, "interview"),
    codeId: PROPOSAL,
    parentId: codes.work,
    name: `${CANARY} heading`,
    colour: "#aa0000",
    definition: memo,
  });
  at(b, "apply-code", { ...own(b, "interview"), codingId: idOf("b2"), codeId: PROPOSAL, ...span("carry it") });
  at(b, "write-memo", { codeId: PROPOSAL, memoId: idOf("bm5"), wording: 0, text: memo });
  at(a, "add-code", {
    ...own(a, "interview"),
    codeId: idOf("a code"),
    parentId: codes.work,
    name: `${CANARY.slice(0, 2)} mine`,
    colour: "#00aa00",
  });
  at(lead, "add-code", { codeId: idOf("later"), parentId: codes.work, name: "Later", colour: "#0000aa" });
  at(lead, "move-code", { codeId: idOf("later"), parentId: codes.work, beforeId: codes.staffing });
  at(b, "reword-code", { codeId: PROPOSAL, definition: `${memo}, again` });
  at(b, "move-code", { codeId: PROPOSAL, parentId: null, beforeId: codes.work });
  at(b, "remove-coding", { codingId: idOf("b1") });
  at(b, "undo");
  at(lead, "retire-code", { codeId: idOf("later") });
  at(lead, "remove-code", { codeId: idOf("later") });
  at(lead, "remove-code", { codeId: codes.team });
  at(a, "undo");
  at(a, "redo");
  at(b, "recode-coding", { codingId: idOf("b2"), codeId: codes.team });
  at(b, "move-coding", { codingId: idOf("b2"), ...span("You just carry it") });
  at(b, "undo");
  at(b, "undo");
  at(b, "redo");
  at(lead, "open-round", {
    roundId: ROUND_2,
    name: "Round 2",
    documentIds: [study.documentId("second")],
    coderIds: [study.coderId(lead), study.coderId(b)],
  });
  const alone = idOf("b alone");
  const inGroup = (words: string) => study.span("group", words);
  const many = (words: readonly string[], name: string, codeId: string) =>
    words.map((each, i) => ({ codingId: idOf(`${name}${i}`), codeId, ...inGroup(each) }));
  const parts = (first: string, second: string, codingId: string) => ({
    codingId,
    firstEnd: inGroup(first).end,
    firstHash: inGroup(first).wordsHash,
    newCodingId: idOf(`${codingId} second`),
    secondStart: inGroup(second).start,
    secondHash: inGroup(second).wordsHash,
  });
  const bulk = ["Not me.", "Nor me, and my sergeant knows.", "I did, once."];
  at(b, "apply-codes", { ...own(b, "group"), codings: many(bulk, "bg", codes.support) });
  at(b, "split-coding", parts("Nor me", "and my sergeant knows.", idOf("bg1")));
  at(b, "merge-codings", {
    codingIds: [idOf("bg1"), idOf(`${idOf("bg1")} second`)],
    ...inGroup("Nor me, and my sergeant knows."),
  });
  at(b, "undo");
  at(b, "star-coding", { codingId: idOf("bg0"), starred: true });
  at(b, "recode-codings", { codingIds: [idOf("bg0"), idOf("bg2")], codeId: codes.team });
  at(b, "remove-codings", { codingIds: [idOf("bg0")] });
  at(b, "split-code", {
    ...own(b, "group"),
    codeId: codes.team,
    newCodeId: PROPOSAL_2,
    name: `${CANARY} split`,
    parentId: codes.support,
    colour: "#aa0000",
    codingIds: [idOf("bg2")],
  });
  at(b, "add-code", {
    ...own(b, "group"),
    codeId: idOf("b third"),
    parentId: codes.support,
    name: `${CANARY} third`,
    colour: "#aa0000",
  });
  at(b, "move-codes", { codeIds: [idOf("b third"), PROPOSAL_2], parentId: codes.work, beforeId: codes.staffing });
  at(b, "merge-codes", { codeId: idOf("b third"), intoId: PROPOSAL_2 });
  at(b, "undo");
  at(lead, "merge-codes", { codeId: codes.support, intoId: codes.work });
  at(lead, "undo");
  at(b, "submit-coding", own(b, "interview"));
  at(b, "apply-code", {
    setId: study.setOf(b, "second", ROUND_2),
    codingId: idOf("b3"),
    codeId: codes.work,
    ...study.span("second", "poster"),
  });
  at(b, "retire-code", { codeId: PROPOSAL });
  at(a, "remove-coding", { codingId: idOf("b1") });
  at(a, "write-memo", { codingId: idOf("b1"), memoId: idOf("am"), wording: 0, text: "" });
  at(a, "write-memo", { ...onWords, memoId: idOf("am2"), wording: 0, text: "mine" });
  at(a, "write-memo", { codeId: PROPOSAL, memoId: idOf("am3"), wording: 0, text: "mine" });
  at(a, "write-memo", { codeId: codes.staffing, memoId: idOf("am4"), wording: 0, text: "mine" });
  at(a, "write-memo", {
    documentId: study.documentId("interview"),
    memoId: idOf("am5"),
    wording: 0,
    text: "mine",
  });
  at(a, "star-coding", { codingId: idOf("b1"), starred: true });
  at(a, "remove-codings", { codingIds: [idOf("bg1")] });
  at(a, "recode-codings", { codingIds: [idOf("bg1")], codeId: codes.work });
  at(a, "split-coding", parts("Nor me", "and my sergeant knows.", idOf("bg1")));
  at(a, "merge-codings", { codingIds: [idOf("bg1"), idOf("bg2")], ...inGroup(bulk[1] ?? "") });
  at(a, "apply-codes", { ...own(b, "group"), codings: many(bulk, "ag", codes.work) });
  at(a, "apply-codes", { ...own(a, "group"), codings: many(bulk, "ag", PROPOSAL_2) });
  at(a, "apply-codes", { ...own(a, "group"), codings: many(bulk, "ag", codes.work) });
  at(a, "recode-codings", { codingIds: [idOf("ag0")], codeId: PROPOSAL_2 });
  at(a, "merge-codes", { codeId: PROPOSAL_2, intoId: codes.work });
  at(a, "merge-codes", { codeId: idOf("a code"), intoId: PROPOSAL_2 });
  at(a, "move-codes", { codeIds: [PROPOSAL_2], parentId: null, beforeId: null });
  at(a, "split-code", {
    ...own(a, "group"),
    codeId: codes.work,
    newCodeId: idOf("a split"),
    name: `${CANARY} split`,
    parentId: codes.support,
    colour: "#00aa00",
    codingIds: [idOf("ag0")],
  });
  at(lead, "merge-codes", { codeId: PROPOSAL_2, intoId: codes.work });
  at(lead, "merge-codes", { codeId: codes.work, intoId: PROPOSAL_2 });
  at(lead, "remove-codings", { codingIds: [idOf("bg1")] });
  at(a, "apply-code", { ...own(a, "interview"), codingId: idOf("a2"), codeId: PROPOSAL, ...span("carry it") });
  at(a, "move-code", { codeId: idOf("a code"), parentId: PROPOSAL, beforeId: null });
  at(a, "add-code", {
    ...own(a, "group"),
    codeId: idOf("a code 2"),
    parentId: codes.work,
    name: `${CANARY} heading`,
    colour: "#00aa00",
  });
  at(a, "reword-code", { codeId: PROPOSAL, name: "x" });
  at(a, "remove-documents", { documentIds: [study.documentId("interview")] });
  at(a, "submit-coding", { setId: alone });
  at(a, "submit-coding", own(a, "group"));
  at(lead, "adopt-code", { codeId: PROPOSAL });
  at(lead, "revive-code", { codeId: PROPOSAL });
  at(lead, "settle-disagreement", {
    roundId: study.roundId,
    documentId: study.documentId("interview"),
    key: "k",
    rulingId: idOf("r"),
    decision: { kind: "both" },
    reason: "",
  });
  at(lead, "add-code", { codeId: idOf("same name"), parentId: null, name: `${CANARY} heading`, colour: "#0000aa" });
  const documentId = study.documentId("interview");
  const [shorter, gone] = ["four ", " 🙂"].map((words) => study.span("interview", words));
  const changes = [shorter, gone].map((each) => ({ from: each?.start ?? 0, to: each?.end ?? 0, insert: "" }));
  at(lead, "correct-transcript", { documentId, revisionId, changes });
  vi.setSystemTime(START + 1_000_000_000);
  return { study, answers };
}
