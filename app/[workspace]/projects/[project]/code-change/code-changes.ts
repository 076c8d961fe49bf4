import type { Code } from "@/lib/codebook/code";
import { ancestors, type CodeIndex, indexCodes, isAncestor } from "@/lib/codebook/tree";

/** What the codes will look like once a change is through. Applied to what has it already, it changes nothing. */
export type CodeChange = <Each extends Code>(codes: readonly Each[]) => readonly Each[];

export interface Wording {
  readonly name: string;
  readonly colour: string;
  readonly definition: string;
  readonly useWhen: string;
  readonly useNot: string;
  readonly example: string;
}

export interface Place {
  readonly parentId: string | null;
  /** The sibling that it comes before; null puts it at the end. */
  readonly beforeId: string | null;
}

export type DropPosition = "before" | "after" | "inside";
export type TreeStep = "up" | "down" | "in" | "out";

export function changing(id: string, change: Partial<Wording & Pick<Code, "retired">>): CodeChange {
  return (codes) => codes.map((code) => (code.id === id ? { ...code, ...change } : code));
}

export function retiring(id: string, retired: boolean): CodeChange {
  return changing(id, { retired });
}

export function removing(id: string): CodeChange {
  return (codes) => codes.filter((code) => code.id !== id);
}

/** Moves the codes, in the order given, to one place. */
export function moving(ids: readonly string[], { parentId, beforeId }: Place): CodeChange {
  return (codes) => {
    const moved = new Set(ids);
    const siblings = (indexCodes(codes).children.get(parentId) ?? [])
      .map((code) => code.id)
      .filter((each) => !moved.has(each));
    const at = beforeId === null ? siblings.length : siblings.indexOf(beforeId);
    const order = siblings.toSpliced(at < 0 ? siblings.length : at, 0, ...ids);
    const positions = new Map(order.map((each, position) => [each, position]));
    return codes.map((code) => {
      const position = positions.get(code.id);
      if (position === undefined) return code;
      const to = moved.has(code.id) ? parentId : code.parentId;
      return code.position === position && code.parentId === to ? code : { ...code, position, parentId: to };
    });
  };
}

/** What stands below the code goes below the other; the code itself is retired, or gone where it was only a proposal. */
export function merging(id: string, intoId: string, gone: boolean): CodeChange {
  return (codes) => {
    const below = (indexCodes(codes).children.get(id) ?? []).map((code) => code.id);
    const moved = below.length > 0 ? moving(below, { parentId: intoId, beforeId: null })(codes) : codes;
    return gone ? removing(id)(moved) : retiring(id, true)(moved);
  };
}

/** Of the codes, in the order of the tree, those that do not hang below another of them: these move, the rest comes along. */
export function topmostCodes(index: CodeIndex, ids: Iterable<string>): string[] {
  const wanted = new Set(ids);
  return index.order
    .map(({ code }) => code.id)
    .filter((id) => wanted.has(id) && !ancestors(index, id).some((above) => wanted.has(above.id)));
}

/** Nothing can be put into itself, or below what hangs below it. */
export function isInside(index: CodeIndex, id: string, ids: Iterable<string>): boolean {
  for (const each of ids) if (each === id || isAncestor(index, each, id)) return true;
  return false;
}

/** A sibling that is in use has this name already. */
export function isNameTaken(index: CodeIndex, parentId: string | null, name: string, except?: string): boolean {
  const wanted = name.trim().toLowerCase();
  return (index.children.get(parentId) ?? []).some(
    (code) => code.id !== except && !code.retired && code.name.toLowerCase() === wanted,
  );
}

function siblingsOf(index: CodeIndex, parentId: string | null, without: readonly string[] = []): readonly Code[] {
  return (index.children.get(parentId) ?? []).filter((code) => !without.includes(code.id));
}

/** The place that a drop means; null where it would change nothing. */
export function placeOfDrop(
  index: CodeIndex,
  ids: readonly string[],
  targetId: string,
  position: DropPosition,
): Place | null {
  const target = index.byId.get(targetId);
  if (!target || isInside(index, targetId, ids)) return null;
  if (position === "inside") return { parentId: targetId, beforeId: null };
  if (position === "before") return { parentId: target.parentId, beforeId: targetId };
  const siblings = siblingsOf(index, target.parentId, ids);
  const next = siblings[siblings.findIndex((sibling) => sibling.id === targetId) + 1];
  return { parentId: target.parentId, beforeId: next?.id ?? null };
}

/** One step in the tree: among its siblings, below the one before it, or out beside its parent. Null at the edge. */
export function placeOfStep(index: CodeIndex, ids: readonly string[], step: TreeStep): Place | null {
  const code = index.byId.get((step === "down" ? ids.at(-1) : ids[0]) ?? "");
  if (!code) return null;
  const { parentId } = code;
  const siblings = siblingsOf(index, parentId);
  const at = siblings.findIndex((sibling) => sibling.id === code.id);
  const before = siblings[at - 1];
  if (step === "up") return before ? { parentId, beforeId: before.id } : null;
  if (step === "in") return before ? { parentId: before.id, beforeId: null } : null;
  if (step === "down") {
    return siblings[at + 1] ? { parentId, beforeId: siblings[at + 2]?.id ?? null } : null;
  }
  const parent = parentId === null ? undefined : index.byId.get(parentId);
  if (!parent) return null;
  const uncles = siblingsOf(index, parent.parentId, ids);
  const next = uncles[uncles.findIndex((uncle) => uncle.id === parent.id) + 1];
  return { parentId: parent.parentId, beforeId: next?.id ?? null };
}
