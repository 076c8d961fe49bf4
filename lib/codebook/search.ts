// Searching the theme tree by any part of a code's path, as the field on the desk does with every key.
import type { Code } from "./code";
import type { CodeIndex } from "./tree";

export interface CodeHit {
  readonly code: Code;
  readonly path: readonly string[];
}

export interface SearchOptions {
  /** Ids of the codes used last, the latest first: they win where two codes fit equally well. */
  readonly recent?: readonly string[];
  /** How often a code is used: the frequent ones win after the recent ones. */
  readonly uses?: (codeId: string) => number;
  readonly limit?: number;
}

/** Lower is better; the words of the name itself go before the words of what stands above it. */
const FIT = { wholeName: 0, nameBegins: 1, wordBegins: 2, withinWord: 4, aboveBegins: 6, aboveWithin: 9 };

/**
 * Codes whose path holds every word of the query, in any order, whatever the case and the accents; best first.
 * An empty query gives the recent codes, then the frequent, then the others in the order of the tree. Retired codes are
 * left out.
 */
export function searchCodes(index: CodeIndex, query: string, options: SearchOptions = {}): CodeHit[] {
  const words = folded(query)
    .split(/[\s/>›»]+/u)
    .filter((word) => word !== "");
  const whole = folded(query).trim();
  const recency = new Map((options.recent ?? []).map((id, i) => [id, i]));
  const hits: { hit: CodeHit; fit: number; recent: number; uses: number; rank: number }[] = [];
  const names = foldedNames(index);
  const path: string[] = [];
  const foldedPath: string[] = [];

  for (const [rank, { code, depth }] of index.order.entries()) {
    path.length = depth;
    foldedPath.length = depth;
    const above = foldedPath.join(" ");
    const name = names[rank] ?? "";
    path.push(code.name);
    foldedPath.push(name);
    if (code.retired) continue;
    const fit = name === whole ? FIT.wholeName : fitOf(words, name, above);
    if (fit === null) continue;
    const recent = recency.get(code.id) ?? Number.MAX_SAFE_INTEGER;
    hits.push({ hit: { code, path: [...path] }, fit, recent, uses: options.uses?.(code.id) ?? 0, rank });
  }
  hits.sort((a, b) => a.fit - b.fit || a.recent - b.recent || b.uses - a.uses || a.rank - b.rank);
  return hits.slice(0, options.limit ?? hits.length).map(({ hit }) => hit);
}

/** A field asks with every key: the names of one codebook are folded once. */
const foldedOnce = new WeakMap<CodeIndex, readonly string[]>();

function foldedNames(index: CodeIndex): readonly string[] {
  const known = foldedOnce.get(index);
  if (known) return known;
  const names = index.order.map(({ code }) => folded(code.name));
  foldedOnce.set(index, names);
  return names;
}

function fitOf(words: readonly string[], name: string, above: string): number | null {
  let sum = 0;
  for (const [i, word] of words.entries()) {
    if (i === 0 && name.startsWith(word)) sum += FIT.nameBegins;
    else if (beginsWord(name, word)) sum += FIT.wordBegins;
    else if (name.includes(word)) sum += FIT.withinWord;
    else if (beginsWord(above, word)) sum += FIT.aboveBegins;
    else if (above.includes(word)) sum += FIT.aboveWithin;
    else return null;
  }
  return sum;
}

function beginsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return true;
  }
  return false;
}

/** Without case and accents: "Übergänge" and "ubergange" are one. */
function folded(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
