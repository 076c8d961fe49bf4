import { expect, it } from "vitest";
import { groupedEntries } from "./grouped-entries";

const entry = (id: string, act: string, at: string, who = "Ruth") => ({
  id,
  act,
  at,
  who,
  subject: null,
  undone: false,
  undo: false,
});

it("folds the same act of the same person on the same day into one line", () => {
  const entries = [
    entry("1", "settle-disagreement", "2026-03-02T10:02:00Z"),
    entry("2", "settle-disagreement", "2026-03-02T10:01:00Z"),
    entry("3", "settle-disagreement", "2026-03-01T10:00:00Z"),
    entry("4", "settle-disagreement", "2026-03-01T09:00:00Z", "Sam"),
    { ...entry("5", "settle-disagreement", "2026-03-01T08:00:00Z", "Sam"), undone: true },
    entry("6", "open-round", "2026-03-01T07:00:00Z"),
  ];
  expect(groupedEntries(entries).map((group) => [group.entry.id, group.count, group.since.slice(11, 16)])).toEqual([
    ["1", 2, "10:01"],
    ["3", 1, "10:00"],
    ["4", 1, "09:00"],
    ["5", 1, "08:00"],
    ["6", 1, "07:00"],
  ]);
});

it("keeps acts on different documents apart", () => {
  const of = (id: string, subject: string) => ({ ...entry(id, "submit-coding", "2026-03-02T10:00:00Z"), subject });
  const entries = [of("1", "Interview P802"), of("2", "Interview P802"), of("3", "Interview P811")];
  expect(groupedEntries(entries).map((group) => [group.entry.subject, group.count])).toEqual([
    ["Interview P802", 2],
    ["Interview P811", 1],
  ]);
});
