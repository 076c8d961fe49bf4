// Cutting a coding in two and merging several into one: ids, spans, memos and stars, and one undo for each.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { attempt, idOf, makeStudy, type Study } from "../study-fixture";

interface DeskCoding {
  id: string;
  codeId: string;
  start: number;
  end: number;
  memo: string | null;
  starred: boolean;
}

let study: Study;
let codingId: string;
const NEW = idOf("second half");
beforeEach(async () => {
  study = await makeStudy();
  codingId = study.apply(study.a, "interview", "four short, and nobody said so", study.codes.staffing);
});
afterEach(() => study.end());

function act(name: string, input: Record<string, unknown> = {}, actor = study.a) {
  return attempt(() => study.act(actor, name, input));
}
function desk(): DeskCoding[] {
  const answer = study.read(study.a, "desk-codings", { documentId: study.documentId("interview") });
  return (answer as { codings: DeskCoding[] }).codings;
}
function shown(): string[] {
  const text = study.text("interview");
  return desk().map((each) =>
    [text.slice(each.start, each.end), each.memo, each.starred && "starred"].filter(Boolean).join(" | "),
  );
}
function cut(first: string, second: string) {
  const [one, other] = [study.span("interview", first), study.span("interview", second)];
  return {
    codingId,
    firstEnd: one.end,
    firstHash: one.wordsHash,
    newCodingId: NEW,
    secondStart: other.start,
    secondHash: other.wordsHash,
  };
}

describe("splitting a coding", () => {
  it("keeps id, code and memo on the first part, and gives the second the same code", () => {
    act("write-memo", { codingId, memoId: idOf("m"), wording: 0, text: "why" });
    const before = desk();
    expect(act("split-coding", cut("four short,", "nobody said so"))).toBe('{"version":2}');
    expect(shown()).toEqual(["four short, | why", "nobody said so"]);
    expect(desk().map((each) => each.codeId)).toEqual([study.codes.staffing, study.codes.staffing]);
    expect(desk()[0]?.id).toBe(codingId);
    expect(act("undo")).toContain('"act":"split-coding"');
    expect(desk()).toEqual(before.map((each) => ({ ...each, version: 3 })));
    act("redo");
    expect(shown()).toEqual(["four short, | why", "nobody said so"]);
    expect(desk()[1]?.id).toBe(NEW);
  });

  it("cuts where both parts keep words, and only the words that the client saw", () => {
    expect(act("split-coding", { ...cut("four short", "nobody said so"), firstHash: "0".repeat(32) })).toMatch(
      /^words-do-not-match/,
    );
    // Overlapping parts, and parts that reach beyond the coding.
    expect(act("split-coding", cut("four short, and", "short, and nobody said so"))).toMatch(/^span-outside-text/);
    expect(act("split-coding", cut("four short, and nobody said so", "so"))).toMatch(/^span-outside-text/);
    expect(act("split-coding", { ...cut("four short", "nobody said so"), firstEnd: 1 })).toMatch(/^span-outside-text/);
    expect(act("split-coding", cut("four short", "nobody said so"), study.b)).toBe("not-found 404 {}");
    expect(shown()).toEqual(["four short, and nobody said so"]);
  });

  it("does not make a second coding of words that carry the code already", () => {
    study.apply(study.a, "interview", "nobody said so", study.codes.staffing);
    expect(act("split-coding", cut("four short", "nobody said so"))).toBe("already-coded 409 {}");
    expect(shown()).toHaveLength(2);
  });

  it("splits what was coded with a code that is retired since", () => {
    const alone = idOf("alone");
    act("begin-coding", { documentId: study.documentId("second"), setId: alone });
    const span = (words: string) => study.span("second", words);
    act("apply-code", { setId: alone, codingId: idOf("c"), codeId: study.codes.team, ...span("I never rang it") });
    act("retire-code", { codeId: study.codes.team }, study.lead);
    const [one, other] = [span("I never"), span("rang it")];
    const parts = {
      firstEnd: one.end,
      firstHash: one.wordsHash,
      secondStart: other.start,
      secondHash: other.wordsHash,
    };
    expect(act("split-coding", { codingId: idOf("c"), newCodingId: NEW, ...parts })).toBe('{"version":2}');
  });
});

describe("merging codings", () => {
  const whole = () => study.span("interview", "four short, and nobody said so. 🙂 You just carry it");
  let second: string;
  let third: string;
  beforeEach(() => {
    second = study.apply(study.a, "interview", "nobody said so", study.codes.staffing);
    third = study.apply(study.a, "interview", "You just carry it", study.codes.staffing);
  });

  it("keeps the first in the text, with the whole span, all memos in order and the star", () => {
    act("write-memo", { codingId: third, memoId: idOf("m3"), wording: 0, text: "of the third" });
    act("write-memo", { codingId, memoId: idOf("m1"), wording: 0, text: "of the first" });
    act("star-coding", { codingId: second, starred: true });
    const before = shown();
    expect(act("merge-codings", { codingIds: [third, second, codingId], ...whole() })).toContain(codingId);
    expect(shown()).toEqual([
      "four short, and nobody said so. 🙂 You just carry it | of the first\n\nof the third | starred",
    ]);
    expect(act("undo")).toContain('"act":"merge-codings"');
    expect(shown()).toEqual(before);
    act("redo");
    expect(shown()).toHaveLength(1);
    act("undo");
    expect(shown()).toEqual(before);
  });

  it("gives the kept one a memo of its own where only others had one, and takes it back", () => {
    act("write-memo", { codingId: third, memoId: idOf("m3"), wording: 0, text: "of the third" });
    act("merge-codings", { codingIds: [third, codingId], ...whole() });
    expect(shown()[0]).toContain("of the third");
    act("undo");
    expect(shown()[0]).toBe("four short, and nobody said so");
    expect(shown().at(-1)).toBe("You just carry it | of the third");
    // An undone memo is no memo: a new one can be written as if there had never been one.
    expect(act("write-memo", { codingId, memoId: idOf("m1"), wording: 0, text: "anew" })).toContain('"wording":');
    expect(shown()[0]).toContain("anew");
  });

  it("swallows one that lies within another without moving that one", () => {
    const inner = { codingIds: [codingId, second], ...study.span("interview", "four short, and nobody said so") };
    expect(act("merge-codings", { ...inner, wordsHash: "0".repeat(32) })).toBe("words-do-not-match 409 {}");
    expect(act("merge-codings", inner)).toContain(codingId);
    expect(shown()).toEqual(["four short, and nobody said so", "You just carry it"]);
  });

  it("merges only codings of one code and one set, over exactly their span", () => {
    const other = study.apply(study.a, "interview", "carry it", study.codes.team);
    const elsewhere = study.apply(study.a, "group", "Not me", study.codes.staffing);
    for (const stranger of [other, elsewhere]) {
      expect(act("merge-codings", { codingIds: [codingId, stranger], ...whole() })).toBe("codings-not-alike 409 {}");
    }
    const short = { ...whole(), end: whole().end - 1 };
    expect(act("merge-codings", { codingIds: [codingId, third], ...short })).toBe("changed-meanwhile 409 {}");
    expect(act("merge-codings", { codingIds: [codingId], ...whole() })).toMatch(/^input-not-understood/);
    expect(act("merge-codings", { codingIds: [codingId, third], ...whole() }, study.b)).toBe("not-found 404 {}");
    const long = "x".repeat(12_000);
    act("write-memo", { codingId, memoId: idOf("l1"), wording: 0, text: long });
    act("write-memo", { codingId: third, memoId: idOf("l2"), wording: 0, text: long });
    expect(act("merge-codings", { codingIds: [codingId, third], ...whole() })).toMatch(/^memo-too-long 422/);
    expect(shown()).toHaveLength(4);
  });
});
