import { expect, test } from "vitest";
import { findWanted, nextUnsettled, steppedFrom } from "./place-in-queue";

const one = (key: string, start: number, settled = false) => ({
  key,
  start,
  end: start + 10,
  ruling: settled ? { id: `ruling of ${key}` } : null,
});
const documentOf = (id: string, settled: number, total: number) => ({
  ...{ id, name: id, kind: "interview" as const },
  ...{ settled, total, agreed: 0 },
});
const documents = [documentOf("a", 3, 3), documentOf("b", 1, 3), documentOf("c", 0, 0), documentOf("d", 0, 2)];
const disagreements = [one("x", 0), one("y", 20, true), one("z", 40)];
const answer = { documents, documentId: "b", disagreements };

test("what is wanted is found, else what comes nearest", () => {
  expect(findWanted(disagreements, { kind: "unsettled" })?.key).toBe("x");
  expect(findWanted(disagreements, { kind: "at", at: 25 })?.key).toBe("y");
  expect(findWanted(disagreements, { kind: "at", at: 33 })?.key).toBe("z");
  expect(findWanted(disagreements, { kind: "at", at: 99 })?.key).toBe("x");
  expect(findWanted(disagreements, { kind: "last" })?.key).toBe("z");
  expect(findWanted(disagreements, { kind: "key", key: "gone" })?.key).toBe("x");
  expect(findWanted([], { kind: "unsettled" })).toBeNull();
});

test("after a ruling the next open one comes: onward, then from the start, then in the next document", () => {
  expect(nextUnsettled(answer, "x")).toEqual({ documentId: "b", wanted: { kind: "key", key: "z" } });
  expect(nextUnsettled(answer, "z")).toEqual({ documentId: "b", wanted: { kind: "key", key: "x" } });
  const last = { ...answer, disagreements: [one("x", 0), one("y", 20, true)] };
  expect(nextUnsettled(last, "x")).toEqual({ documentId: "d", wanted: { kind: "unsettled" } });
  const done = { ...last, documents: [documentOf("b", 1, 2)] };
  expect(nextUnsettled(done, "x")).toBeNull();
});

test("a step goes through settled ones too, and over documents that have any", () => {
  expect(steppedFrom(answer, "x", 1)).toEqual({ documentId: "b", wanted: { kind: "key", key: "y" } });
  expect(steppedFrom(answer, "z", 1)).toEqual({ documentId: "d", wanted: { kind: "first" } });
  expect(steppedFrom(answer, "x", -1)).toEqual({ documentId: "a", wanted: { kind: "last" } });
  expect(steppedFrom({ ...answer, documentId: "d", disagreements: [one("q", 0)] }, "q", 1)).toBeNull();
});
