import { expect, test } from "vitest";
import { isConcerned } from "./reads-of-event";

const event = { projectId: "p", subject: "codings", documentId: "d", roundId: null };

test.each<[string, unknown[], boolean]>([
  ["the same document", ["read", "main", "desk-codings", { projectId: "p", documentId: "d" }], true],
  ["another document", ["read", "main", "desk-codings", { projectId: "p", documentId: "e" }], false],
  ["another project", ["read", "main", "codebook", { projectId: "q" }], false],
  ["another workspace", ["read", "sample", "codebook", { projectId: "p" }], false],
  ["a read that does not show codings", ["read", "main", "people", { projectId: "p" }], false],
  ["a round that the event does not name", ["read", "main", "round-progress", { projectId: "p", roundId: "r" }], true],
  ["something that is no read", ["sessions"], false],
])("%s", (_name, key, concerned) => {
  expect(isConcerned(key, "main", event)).toBe(concerned);
});

test("a subject that is not known concerns every read of the project", () => {
  expect(isConcerned(["read", "main", "people", { projectId: "p" }], "main", { ...event, subject: "new" })).toBe(true);
});
