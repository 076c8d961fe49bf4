import type { ReadResult } from "@/db/reads";
import { type CodeIndex, indexCodes } from "@/lib/codebook/tree";

export type BookCode = ReadResult<"codebook">["codes"][number];

/** What the codebook will look like once a change is through. Applied to what has it already, it changes nothing. */
export type CodeChange = (codes: readonly BookCode[]) => readonly BookCode[];

export type Wording = Pick<BookCode, "name" | "colour" | "definition" | "useWhen" | "useNot" | "example">;

export interface Place {
  readonly parentId: string | null;
  /** The sibling that it comes before; null puts it at the end. */
  readonly beforeId: string | null;
}

export function adding(id: string, parentId: string | null, name: string, colour: string): CodeChange {
  return (codes) => {
    if (codes.some((code) => code.id === id)) return codes;
    const siblings = codes.filter((code) => code.parentId === parentId);
    const position = Math.max(-1, ...siblings.map((code) => code.position)) + 1;
    const empty = { definition: "", useWhen: "", useNot: "", example: "" };
    const fresh = { version: 1, wording: 1, proposal: false, ownProposal: false, retired: false, codings: 0 };
    return [...codes, { id, parentId, name, colour, position, ...empty, ...fresh }];
  };
}

export function rewording(id: string, wording: Partial<Wording>): CodeChange {
  return (codes) => codes.map((code) => (code.id === id ? { ...code, ...wording } : code));
}

export function retiring(id: string, retired: boolean): CodeChange {
  return (codes) => codes.map((code) => (code.id === id ? { ...code, retired } : code));
}

export function removing(id: string): CodeChange {
  return (codes) => codes.filter((code) => code.id !== id);
}

export function moving(id: string, { parentId, beforeId }: Place): CodeChange {
  return (codes) => {
    const siblings = (indexCodes(codes).children.get(parentId) ?? [])
      .map((code) => code.id)
      .filter((each) => each !== id);
    const at = beforeId === null ? siblings.length : siblings.indexOf(beforeId);
    const order = siblings.toSpliced(at < 0 ? siblings.length : at, 0, id);
    const positions = new Map(order.map((each, position) => [each, position]));
    return codes.map((code) => {
      const position = positions.get(code.id);
      if (position === undefined) return code;
      return { ...code, position, parentId: code.id === id ? parentId : code.parentId };
    });
  };
}

function siblingsOf(index: CodeIndex, parentId: string | null): readonly { id: string }[] {
  return index.children.get(parentId) ?? [];
}

/** The place that a drop means; null where it would change nothing. */
export function placeOfDrop(
  index: CodeIndex,
  id: string,
  targetId: string,
  position: "before" | "after" | "inside",
): Place | null {
  const target = index.byId.get(targetId);
  if (!target || targetId === id) return null;
  if (position === "inside") return { parentId: targetId, beforeId: null };
  if (position === "before") return { parentId: target.parentId, beforeId: targetId };
  const siblings = siblingsOf(index, target.parentId).filter((sibling) => sibling.id !== id);
  const next = siblings[siblings.findIndex((sibling) => sibling.id === targetId) + 1];
  return { parentId: target.parentId, beforeId: next?.id ?? null };
}

/** One step in the tree: among its siblings, below the one before it, or out beside its parent. Null at the edge. */
export function placeOfStep(index: CodeIndex, id: string, step: "up" | "down" | "in" | "out"): Place | null {
  const code = index.byId.get(id);
  if (!code) return null;
  const { parentId } = code;
  const siblings = siblingsOf(index, parentId);
  const at = siblings.findIndex((sibling) => sibling.id === id);
  const before = siblings[at - 1];
  if (step === "up") return before ? { parentId, beforeId: before.id } : null;
  if (step === "in") return before ? { parentId: before.id, beforeId: null } : null;
  if (step === "down") {
    return siblings[at + 1] ? { parentId, beforeId: siblings[at + 2]?.id ?? null } : null;
  }
  const parent = parentId === null ? undefined : index.byId.get(parentId);
  if (!parent) return null;
  const uncles = siblingsOf(index, parent.parentId);
  const next = uncles[uncles.findIndex((uncle) => uncle.id === parent.id) + 1];
  return { parentId: parent.parentId, beforeId: next?.id ?? null };
}
