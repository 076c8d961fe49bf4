import type { Code } from "@/lib/codebook/code";
import { ancestors, type CodeIndex } from "@/lib/codebook/tree";

/** A code as a row of the tree: what it shows, and what an assistive technology says of its place. */
export interface CodebookRow {
  readonly code: Code;
  readonly level: number;
  /** Its place among the siblings that are shown, from 1. */
  readonly place: number;
  readonly siblings: number;
  /** Null where nothing hangs below it. */
  readonly expanded: boolean | null;
  /** There only because something below it is. */
  readonly aside: boolean;
}

export interface ShownCodes {
  /** What the filter found; null without one. */
  readonly found: ReadonlySet<string> | null;
  readonly collapsed: ReadonlySet<string>;
  readonly retired: boolean;
}

/** The rows in the order of the tree. What is found stands below what it hangs on, and a filter opens every branch. */
export function codebookRows(index: CodeIndex, { found, collapsed, retired }: ShownCodes): CodebookRow[] {
  const own = index.order.filter(({ code }) => (found ? found.has(code.id) : retired || !code.retired));
  const ids = new Set(own.map(({ code }) => code.id));
  const kept = new Set(ids);
  for (const id of ids) {
    for (const above of ancestors(index, id).toReversed()) {
      if (kept.has(above.id)) break;
      kept.add(above.id);
    }
  }
  const siblings = new Map<string | null, number>();
  const shown = index.order.filter(({ code }) => kept.has(code.id));
  for (const { code } of shown) siblings.set(parentOf(index, code), (siblings.get(parentOf(index, code)) ?? 0) + 1);

  const rows: CodebookRow[] = [];
  const places = new Map<string | null, number>();
  let closedAt = Number.POSITIVE_INFINITY;
  for (const { code, depth } of shown) {
    if (depth > closedAt) continue;
    closedAt = Number.POSITIVE_INFINITY;
    const parentId = parentOf(index, code);
    const place = (places.get(parentId) ?? 0) + 1;
    places.set(parentId, place);
    const expanded = siblings.has(code.id) ? found !== null || !collapsed.has(code.id) : null;
    if (expanded === false) closedAt = depth;
    rows.push({
      code,
      level: depth + 1,
      place,
      siblings: siblings.get(parentId) ?? 1,
      expanded,
      aside: !ids.has(code.id),
    });
  }
  return rows;
}

/** A code whose parent is not on the desk stands at the top. */
function parentOf(index: CodeIndex, code: Code): string | null {
  return code.parentId !== null && index.byId.has(code.parentId) ? code.parentId : null;
}
