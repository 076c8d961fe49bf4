export interface PickItem {
  readonly id: string;
  readonly label: string;
  /** In the order of the tree: what hangs below an item follows it, one deeper. A plain list has depth 0. */
  readonly depth: number;
  readonly colour?: string;
}

/** The item and all that hangs below it. */
export function branchOf(items: readonly PickItem[], id: string): string[] {
  const at = items.findIndex((item) => item.id === id);
  const top = items[at];
  if (!top) return [];
  const after = items.slice(at + 1);
  const end = after.findIndex((item) => item.depth <= top.depth);
  return [id, ...(end < 0 ? after : after.slice(0, end)).map((item) => item.id)];
}

export function branchState(
  items: readonly PickItem[],
  chosen: ReadonlySet<string>,
  id: string,
): "all" | "some" | "none" {
  const branch = branchOf(items, id);
  const count = branch.filter((each) => chosen.has(each)).length;
  return count === branch.length ? "all" : count > 0 ? "some" : "none";
}

export function withBranch(
  items: readonly PickItem[],
  chosen: ReadonlySet<string>,
  id: string,
  on: boolean,
): ReadonlySet<string> {
  const next = new Set(chosen);
  for (const each of branchOf(items, id)) {
    if (on) next.add(each);
    else next.delete(each);
  }
  return next;
}

/** In the order of the list; undefined where all are chosen: what comes later is then chosen too. */
export function pickedIds(items: readonly PickItem[], chosen: ReadonlySet<string>): string[] | undefined {
  const ids = items.filter(({ id }) => chosen.has(id)).map(({ id }) => id);
  return ids.length === items.length ? undefined : ids;
}
