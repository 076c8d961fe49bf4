import type { Span } from "@/lib/text/span";
import { CodingStore, type DeskCoding, freshCoding } from "../saving/coding-store";

export interface ComparedCoder {
  readonly coderId: string;
  readonly name: string;
  readonly codings: readonly (Span & { readonly id: string; readonly codeId: string })[];
}

/** On which side of the text a coding stands; “both” where the two coders gave the same code to the same words. */
export type Side = "left" | "right" | "both";

/** One of the two, with what this coder did and the other did not do alike. */
export interface Party {
  readonly name: string;
  readonly store: CodingStore;
  readonly alone: number;
  /** Of those alone: the other coder gave the same code to some of the same words. */
  readonly overlapping: number;
}

/** Two coders' codings of one document, each alike pair counted and painted as one. Nothing in it ever changes. */
export class Comparison {
  readonly left: Party;
  readonly right: Party;
  readonly both: number;
  /** All of it, of every alike pair the left one's. */
  readonly store: CodingStore;
  private readonly sides = new Map<string, Side>();

  constructor(left: ComparedCoder, right: ComparedCoder, turns: readonly Span[]) {
    const lefts = left.codings.map((each) => freshCoding(each.id, each.codeId, each));
    const waiting = groupedBy(lefts, alikeKey);
    const rights = right.codings.map((each) => {
      const alike = waiting.get(alikeKey(each))?.pop();
      if (alike) this.sides.set(alike.id, "both");
      return alike ?? freshCoding(each.id, each.codeId, each);
    });
    for (const { id } of lefts) if (!this.sides.has(id)) this.sides.set(id, "left");
    for (const { id } of rights) if (!this.sides.has(id)) this.sides.set(id, "right");
    const alone = (codings: readonly DeskCoding[]) => codings.filter(({ id }) => this.sideOf(id) !== "both");
    const [leftAlone, rightAlone] = [alone(lefts), alone(rights)];
    this.left = {
      name: left.name,
      store: storeOf(lefts, turns),
      alone: leftAlone.length,
      overlapping: overlappingCount(leftAlone, rights),
    };
    this.right = {
      name: right.name,
      store: storeOf(rights, turns),
      alone: rightAlone.length,
      overlapping: overlappingCount(rightAlone, lefts),
    };
    this.both = lefts.length - leftAlone.length;
    this.store = storeOf([...lefts, ...rightAlone], turns);
  }

  sideOf(codingId: string): Side {
    return this.sides.get(codingId) ?? "left";
  }
}

/** By code the sides that gave it to a stretch of text, in the order of the codings. */
export function sidesOfCodes(codings: readonly DeskCoding[], comparison: Comparison): Map<string, Side> {
  const sides = new Map<string, Side>();
  for (const { id, codeId } of codings) {
    const [known, side] = [sides.get(codeId), comparison.sideOf(id)];
    sides.set(codeId, known === undefined || known === side ? side : "both");
  }
  return sides;
}

function alikeKey({ start, end, codeId }: Span & { readonly codeId: string }): string {
  return `${start} ${end} ${codeId}`;
}

function storeOf(codings: readonly DeskCoding[], turns: readonly Span[]): CodingStore {
  const store = new CodingStore(turns);
  store.replaceAll(codings);
  return store;
}

function groupedBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

/** By start; the end is how far anything up to there reaches. */
function reachesOf(codings: readonly DeskCoding[]): Span[] {
  let end = 0;
  return [...codings]
    .sort((a, b) => a.start - b.start)
    .map((each) => {
      end = Math.max(end, each.end);
      return { start: each.start, end };
    });
}

/** How many of these share words with one of the others that has the same code. */
function overlappingCount(codings: readonly DeskCoding[], others: readonly DeskCoding[]): number {
  const byCode = new Map(
    [...groupedBy(others, ({ codeId }) => codeId)].map(([codeId, group]) => [codeId, reachesOf(group)]),
  );
  return codings.filter(({ codeId, start, end }) => {
    const group = byCode.get(codeId) ?? [];
    let [low, high] = [0, group.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((group[middle]?.start ?? end) < end) low = middle + 1;
      else high = middle;
    }
    return (group[low - 1]?.end ?? 0) > start;
  }).length;
}
