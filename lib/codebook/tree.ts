// The theme tree: an index over the codes of one codebook, with their paths, ancestors, descendants and moves.
import { notFound, Refusal } from "@/lib/refusal";
import type { Code } from "./code";

/** A code in the order of the tree; a theme has depth 0. */
export interface TreeRow {
  readonly code: Code;
  readonly depth: number;
}

/** `rank` is a code's place in the order of the tree. Build it once per codebook and pass it round. */
export interface CodeIndex {
  readonly byId: ReadonlyMap<string, Code>;
  readonly children: ReadonlyMap<string | null, readonly Code[]>;
  readonly order: readonly TreeRow[];
  readonly rank: ReadonlyMap<string, number>;
}

/** Functions take the index, or the codes themselves where they are asked once. */
export type Codes = readonly Code[] | CodeIndex;

/**
 * A code whose parent is not among `codes` (a part of a codebook, say) stands as a theme, so that nothing disappears.
 * Throws RangeError for an id that occurs twice and for parents that form a circle.
 */
export function indexCodes(codes: readonly Code[]): CodeIndex {
  const byId = new Map(codes.map((code) => [code.id, code]));
  if (byId.size !== codes.length) throw new RangeError(`${codes.length - byId.size} of the codes repeat an id`);

  const children = new Map<string | null, Code[]>();
  for (const code of codes) {
    const parentId = code.parentId !== null && byId.has(code.parentId) ? code.parentId : null;
    const siblings = children.get(parentId);
    if (siblings) siblings.push(code);
    else children.set(parentId, [code]);
  }
  for (const siblings of children.values()) siblings.sort(compareSiblings);

  const order: TreeRow[] = [];
  const rank = new Map<string, number>();
  const pending: TreeRow[] = [...(children.get(null) ?? [])].reverse().map((code) => ({ code, depth: 0 }));
  for (let row = pending.pop(); row; row = pending.pop()) {
    rank.set(row.code.id, order.length);
    order.push(row);
    const below = children.get(row.code.id) ?? [];
    for (let i = below.length - 1; i >= 0; i--) {
      const code = below[i];
      if (code) pending.push({ code, depth: row.depth + 1 });
    }
  }
  if (order.length !== codes.length) throw new RangeError("the parents of some codes form a circle");
  return { byId, children, order, rank };
}

function compareSiblings(a: Code, b: Code): number {
  return a.position - b.position || compareText(a.name, b.name) || compareText(a.id, b.id);
}

/** Not by locale: the order must be the same on every machine. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function asCodeIndex(codes: Codes): CodeIndex {
  return "byId" in codes ? codes : indexCodes(codes);
}

function codeOf(index: CodeIndex, id: string): Code {
  const code = index.byId.get(id);
  if (!code) throw new RangeError(`no code has the id ${id}`);
  return code;
}

/** Depth first, siblings by position, then by name. */
export function treeOrder(codes: Codes): readonly TreeRow[] {
  return asCodeIndex(codes).order;
}

export function themes(codes: Codes): readonly Code[] {
  return asCodeIndex(codes).children.get(null) ?? [];
}

/** From the theme down to the parent; empty for a theme. */
export function ancestors(codes: Codes, id: string): Code[] {
  const index = asCodeIndex(codes);
  const above: Code[] = [];
  let parentId = codeOf(index, id).parentId;
  for (let parent = byIdOrNone(index, parentId); parent; parent = byIdOrNone(index, parentId)) {
    above.push(parent);
    parentId = parent.parentId;
  }
  return above.reverse();
}

function byIdOrNone(index: CodeIndex, id: string | null): Code | undefined {
  return id === null ? undefined : index.byId.get(id);
}

/** All codes below this one, at any depth, in the order of the tree. */
export function descendants(codes: Codes, id: string): Code[] {
  const index = asCodeIndex(codes);
  const at = index.rank.get(codeOf(index, id).id) ?? 0;
  const depth = index.order[at]?.depth ?? 0;
  const below: Code[] = [];
  for (let i = at + 1; (index.order[i]?.depth ?? -1) > depth; i++) {
    const row = index.order[i];
    if (row) below.push(row.code);
  }
  return below;
}

/** The theme that a code belongs to: itself, if it is one. */
export function themeOf(codes: Codes, id: string): Code {
  const index = asCodeIndex(codes);
  return ancestors(index, id)[0] ?? codeOf(index, id);
}

/** The names from the theme down to the code itself. */
export function codePath(codes: Codes, id: string): string[] {
  const index = asCodeIndex(codes);
  return [...ancestors(index, id), codeOf(index, id)].map((code) => code.name);
}

export function isAncestor(codes: Codes, ancestorId: string, id: string): boolean {
  return ancestors(codes, id).some((code) => code.id === ancestorId);
}

/** Refuses to put a code below itself or below one of its own sub-themes. `newParentId` null makes it a theme. */
export function checkMove(codes: Codes, id: string, newParentId: string | null): void {
  const index = asCodeIndex(codes);
  const code = index.byId.get(id);
  if (!code || (newParentId !== null && !index.byId.has(newParentId))) throw notFound();
  if (newParentId === null) return;
  if (newParentId === id || isAncestor(index, id, newParentId)) {
    throw new Refusal("code-move-cycle", 409, { code: code.name, parent: codeOf(index, newParentId).name });
  }
}
