import type { CodingStore, DeskCoding, Patch } from "./coding-store";
import type { DeskHead } from "./desk-session";

/** What lies on the desk beside the codings and can be changed by an act: each is known by its id. */
interface Listed {
  readonly codes: DeskHead["codes"][number];
  readonly textMemos: DeskHead["textMemos"][number];
  readonly codeMemos: DeskHead["codeMemos"][number];
  readonly documentMemo: NonNullable<DeskHead["documentMemo"]>;
}

/** A code or a memo before and after an act; null where it did not or does not exist. */
export type HeadPatch = {
  readonly [List in keyof Listed]: {
    readonly list: List;
    readonly before: Listed[List] | null;
    readonly after: Listed[List] | null;
  };
}[keyof Listed];

/** What an act changes on the desk: a coding, or one of the things beside them. */
export type DeskPatch = Patch | HeadPatch;

export function isHeadPatch(patch: DeskPatch): patch is HeadPatch {
  return "list" in patch;
}

export function codingPatches(patches: readonly DeskPatch[]): Patch[] {
  return patches.filter((patch): patch is Patch => !isHeadPatch(patch));
}

export function swapped<P extends DeskPatch>(patch: P): P {
  return { ...patch, before: patch.after, after: patch.before };
}

function replaced<Item>(
  items: readonly Item[],
  idOf: (item: Item) => string,
  before: Item | null,
  after: Item | null,
): Item[] {
  const some = before ?? after;
  if (!some) return [...items];
  const id = idOf(some);
  const at = items.findIndex((item) => idOf(item) === id);
  if (at < 0) return after ? [...items, after] : [...items];
  return after ? items.map((item, i) => (i === at ? after : item)) : items.filter((_, i) => i !== at);
}

/** What the patches change of the head; null where they concern codings alone. */
export function headChange(head: DeskHead, patches: readonly DeskPatch[]): Partial<DeskHead> | null {
  let now = head;
  for (const patch of patches) {
    if (!isHeadPatch(patch)) continue;
    const { list, before, after } = patch;
    if (list === "codes") now = { ...now, codes: replaced(now.codes, (code) => code.id, before, after) };
    else if (list === "documentMemo") now = { ...now, documentMemo: after };
    else if (list === "textMemos") {
      now = { ...now, textMemos: replaced(now.textMemos, (memo) => memo.memoId, before, after) };
    } else now = { ...now, codeMemos: replaced(now.codeMemos, (memo) => memo.memoId, before, after) };
  }
  if (now === head) return null;
  const { codes, textMemos, codeMemos, documentMemo } = now;
  return { ...(codes === head.codes ? {} : { codes }), textMemos, codeMemos, documentMemo };
}

/** The patches between the head and what it is to become. */
export function headPatchesOf(head: DeskHead, change: Partial<DeskHead>): HeadPatch[] {
  const patches: HeadPatch[] = [];
  const { codes, textMemos, codeMemos, documentMemo } = change;
  for (const [before, after] of differing(head.codes, codes, (code) => code.id)) {
    patches.push({ list: "codes", before, after });
  }
  for (const [before, after] of differing(head.textMemos, textMemos, (memo) => memo.memoId)) {
    patches.push({ list: "textMemos", before, after });
  }
  for (const [before, after] of differing(head.codeMemos, codeMemos, (memo) => memo.memoId)) {
    patches.push({ list: "codeMemos", before, after });
  }
  if (documentMemo !== undefined && documentMemo !== head.documentMemo) {
    patches.push({ list: "documentMemo", before: head.documentMemo, after: documentMemo });
  }
  return patches;
}

function differing<Item>(
  before: readonly Item[],
  after: readonly Item[] | undefined,
  idOf: (item: Item) => string,
): [Item | null, Item | null][] {
  if (!after || after === before) return [];
  const left = new Map(before.map((item) => [idOf(item), item]));
  const pairs: [Item | null, Item | null][] = [];
  for (const item of after) {
    const old = left.get(idOf(item)) ?? null;
    if (old !== item) pairs.push([old, item]);
    left.delete(idOf(item));
  }
  return [...pairs, ...[...left.values()].map((item): [Item, null] => [item, null])];
}

/** The way back as the server goes it: a further version or wording, never an old one again; a memo back to none is empty. */
function headPatchBack(patch: HeadPatch): HeadPatch {
  const { list, before, after } = patch;
  if (list === "codes") {
    if (!before || !after) return swapped(patch);
    return { list, before: after, after: { ...before, version: after.version + 1 } };
  }
  if (!after) return swapped(patch);
  const back = { memo: before?.memo ?? "", wording: after.wording + 1 };
  if (list === "textMemos") return { list, before: after, after: { ...after, ...back } };
  if (list === "codeMemos") return { list, before: after, after: { ...after, ...back } };
  return { list, before: after, after: { ...after, ...back } };
}

/** The way back as the server goes it: as many new versions of the coding as the way there, a new wording of its memo. */
export function patchBack(patch: DeskPatch, store: CodingStore): DeskPatch {
  if (isHeadPatch(patch)) return headPatchBack(patch);
  const { before, after } = patch;
  if (!before) return { before: after, after: null };
  const grown = store.grown(before, {});
  if (!after) return { before: after, after: grown };
  const back = { ...before, version: grown.version - 1 + Math.abs(after.version - before.version) };
  if (after.memoWording === before.memoWording) return { before: after, after: back };
  const [memoId, memoWording] = [after.memoId ?? before.memoId, store.nextWording(before.id)];
  return { before: after, after: { ...back, memoId, memo: before.memo ?? "", memoWording } };
}

/** A patch made elsewhere, as it fits what is here now; null where there is nothing to change. */
export function patchAsItFits(patch: DeskPatch, store: CodingStore, here: boolean): DeskPatch | null {
  if (isHeadPatch(patch)) return here || patch.list === "codes" || patch.list === "codeMemos" ? patch : null;
  if (!here) return null;
  const { before, after } = patch;
  const present = store.get(before?.id ?? after?.id ?? null) ?? null;
  if (!before) return present ? null : patch;
  if (!present || !after) return present ? { before: present, after: null } : null;
  if (sameCoding(present, after)) return null;
  return { before: present, after: { ...after, version: Math.max(after.version, present.version) } };
}

/** Whether two states of a coding are the same to a person. */
function sameCoding(a: DeskCoding, b: DeskCoding): boolean {
  return (
    a.codeId === b.codeId &&
    a.start === b.start &&
    a.end === b.end &&
    (a.memo ?? "") === (b.memo ?? "") &&
    a.starred === b.starred
  );
}
