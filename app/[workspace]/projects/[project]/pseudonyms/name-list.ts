import type { NameCandidate } from "@/lib/pseudonyms/candidates";
import { nameFinder } from "@/lib/pseudonyms/find-names";
import type { NameEntry, NameTable } from "@/lib/pseudonyms/name-entry";

export const EMPTY_TABLE: NameTable = { entries: [], endings: null, notNames: [] };

/** Person 1, Person 2, …: the next that no row has. */
export function nextPseudonym(entries: readonly NameEntry[]): string {
  const taken = new Set(entries.map((each) => each.pseudonym));
  for (let n = 1; ; n++) if (!taken.has(`Person ${n}`)) return `Person ${n}`;
}

export function withName(table: NameTable, id: string, name: string): NameTable {
  const entry: NameEntry = { id, name, pseudonym: nextPseudonym(table.entries), forms: [], inflections: false };
  return { ...table, entries: [...table.entries, entry], notNames: table.notNames.filter((each) => each !== name) };
}

export function withEntry(table: NameTable, entry: NameEntry): NameTable {
  return { ...table, entries: table.entries.map((each) => (each.id === entry.id ? entry : each)) };
}

export function withoutEntry(table: NameTable, id: string): NameTable {
  return { ...table, entries: table.entries.filter((each) => each.id !== id) };
}

export function notAName(table: NameTable, name: string): NameTable {
  return { ...table, notNames: [...new Set([...table.notNames, name])] };
}

/** What is proposed and neither in the table, as a name or a pseudonym, nor dismissed. */
export function proposalsLeft(candidates: readonly NameCandidate[], table: NameTable): NameCandidate[] {
  const rows = table.entries.flatMap((each) => [
    each.name,
    ...each.forms,
    each.pseudonym,
    ...each.pseudonym.split(" "),
  ]);
  const known = new Set([...table.notNames, ...rows]);
  return candidates.filter((each) => !known.has(each.name));
}

/** Further forms as they are typed, with commas between. */
export function formsOf(typed: string): string[] {
  const forms = typed.split(/[,;\n]/).map((form) => form.normalize("NFC").replace(/\s+/g, " ").trim());
  return [...new Set(forms.filter(Boolean))].slice(0, 40);
}

export interface RowProblem {
  readonly field: "name" | "pseudonym";
  readonly words: string;
}

/** What keeps the table from being saved, by the id of the row. The server refuses the same. */
export function rowProblems({ entries, endings }: NameTable): Map<string, RowProblem> {
  const problems = new Map<string, RowProblem>();
  const wrong = (id: string, field: RowProblem["field"], words: string) => problems.set(id, { field, words });
  const seen = new Map<string, string>();
  const named = entries.filter((each) => each.name.trim() !== "");
  const find = nameFinder(named, { endings });
  for (const entry of entries) {
    if (entry.name.trim() === "") wrong(entry.id, "name", "A name is missing.");
    else if (!/[\p{L}\p{N}]/u.test(entry.name)) wrong(entry.id, "name", "This has no letters to look for.");
    else if (entry.pseudonym.trim() === "") wrong(entry.id, "pseudonym", "A pseudonym is missing.");
    else if (find(entry.pseudonym).length > 0) {
      wrong(entry.id, "pseudonym", "This holds a name of the table and would be replaced again.");
    }
    for (const name of new Set([entry.name, ...entry.forms])) {
      if (seen.has(name) && name !== "") wrong(entry.id, "name", `“${name}” already stands in another row.`);
      seen.set(name, entry.id);
    }
  }
  return problems;
}

/** Pseudonyms that more than one row has: then two people become one. */
export function sharedPseudonyms(entries: readonly NameEntry[]): string[] {
  const counts = new Map<string, number>();
  for (const { pseudonym } of entries) counts.set(pseudonym, (counts.get(pseudonym) ?? 0) + 1);
  return [...counts].filter(([pseudonym, n]) => n > 1 && pseudonym !== "").map(([pseudonym]) => pseudonym);
}

/** The table for the clipboard, in columns that a spreadsheet takes. A cell never begins as a formula does. */
export function asColumns({ entries }: NameTable): string {
  const cell = (words: string) => (/^[=+\-@]/.test(words) ? `'${words}` : words).replace(/[\t\r\n]+/g, " ");
  const rows = entries.map((each) => [each.name, each.pseudonym, each.forms.join(", ")].map(cell).join("\t"));
  return ["Name\tPseudonym\tFurther forms", ...rows].join("\n");
}
