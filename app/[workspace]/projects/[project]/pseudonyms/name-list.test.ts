import { expect, test } from "vitest";
import {
  asColumns,
  EMPTY_TABLE,
  formsOf,
  nextPseudonym,
  notAName,
  proposalsLeft,
  rowProblems,
  sharedPseudonyms,
  withEntry,
  withName,
  withoutEntry,
} from "./name-list";
import { passphraseProblem } from "./passphrase";

const two = withName(withName(EMPTY_TABLE, "a", "Anna"), "b", "Bo");
const changed = (id: string, more: object) => {
  const entry = two.entries.find((each) => each.id === id);
  if (!entry) throw new RangeError(id);
  return withEntry(two, { ...entry, ...more });
};

test("a name gets the next free pseudonym and is no longer dismissed", () => {
  expect(two.entries.map((each) => each.pseudonym)).toEqual(["Person 1", "Person 2"]);
  expect(nextPseudonym(withoutEntry(two, "a").entries)).toBe("Person 1");
  expect(withName(notAName(EMPTY_TABLE, "Anna"), "a", "Anna").notNames).toEqual([]);
});

test("what is in the table or dismissed is proposed no more", () => {
  const candidate = (name: string) => ({ name, source: "text" as const, count: 1, documents: 1 });
  const candidates = ["Anna", "Annie", "Ward", "Cleo", "Person"].map(candidate);
  const table = notAName(changed("a", { forms: ["Annie"] }), "Ward");
  expect(proposalsLeft(candidates, table).map((each) => each.name)).toEqual(["Cleo"]);
});

test("what keeps a table from being saved", () => {
  expect(rowProblems(two).size).toBe(0);
  expect([...rowProblems(changed("b", { forms: ["Anna"] })).keys()]).toEqual(["b"]);
  expect(rowProblems(changed("b", { pseudonym: "Anna" })).get("b")?.words).toMatch(/replaced again/);
  expect(rowProblems(changed("b", { name: "" })).get("b")?.words).toMatch(/missing/);
  expect(rowProblems(changed("b", { name: "…" })).get("b")?.words).toMatch(/no letters/);
  expect(rowProblems(changed("b", { pseudonym: " " })).get("b")?.words).toMatch(/missing/);
  expect(sharedPseudonyms(changed("b", { pseudonym: "Person 1" }).entries)).toEqual(["Person 1"]);
});

test("forms as they are typed; columns for a spreadsheet that hold no formula", () => {
  expect(formsOf(" Annie,  A. ;Annie,")).toEqual(["Annie", "A."]);
  expect(asColumns(changed("b", { name: "=1+1", forms: ["B.", "Bob"] }))).toBe(
    "Name\tPseudonym\tFurther forms\nAnna\tPerson 1\t\n'=1+1\tPerson 2\tB., Bob",
  );
});

test("a passphrase is long enough and typed twice alike", () => {
  expect(passphraseProblem("short", "short")?.field).toBe("passphrase");
  expect(passphraseProblem("long enough words", "long enough word")?.field).toBe("again");
  expect(passphraseProblem("long enough words", "long enough words")).toBeNull();
});
