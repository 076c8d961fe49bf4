import type { ReadResult } from "@/db/reads";

type Entry = ReadResult<"project-journal">[number];

export interface EntryGroup {
  /** The newest of them stands for all. */
  readonly entry: Entry;
  readonly count: number;
  readonly since: string;
}

/** The same act by the same person, time after time, is one line: a hundred rulings are no hundred news. */
export function groupedEntries(entries: readonly Entry[]): EntryGroup[] {
  const groups: EntryGroup[] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    const before = last?.entry;
    const same =
      before !== undefined &&
      before.who === entry.who &&
      before.act === entry.act &&
      before.subject === entry.subject &&
      Boolean(before.undo) === Boolean(entry.undo) &&
      Boolean(before.undone) === Boolean(entry.undone) &&
      before.at.slice(0, 10) === entry.at.slice(0, 10);
    if (last && same) groups[groups.length - 1] = { ...last, count: last.count + 1, since: entry.at };
    else groups.push({ entry, count: 1, since: entry.at });
  }
  return groups;
}
