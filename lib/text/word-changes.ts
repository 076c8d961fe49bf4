// The changes, by whole words, that make one text of another: what a person typed over, or what a newer file says.
import { diffArrays } from "diff";
import { anchoredGaps } from "./anchored-gaps";
import { joinedChanges, type TextChange } from "./text-changes";

/** Beyond so many differing pieces in one place the shortest way is worth no search. */
const MOST_EDITS = 1_500;
/** Two texts of which more than this share differs are no versions of each other. */
const MOST_CHANGED = 0.8;

/** Words with what clings to them apart, so that a comma that was put in leaves the word alone. */
const TOKEN = /\n|[^\S\n]+|[\p{L}\p{N}\p{M}]+(?:['’\-\u2010\u2011][\p{L}\p{N}\p{M}]+)*|./gsu;

/** Shorter than this a text may well be put in other words altogether: one turn that somebody typed anew. */
const LONG = 2_000;

/** Rising and apart, in the offsets of `before`. Null when two long texts differ in nearly everything. */
export function wordChanges(before: string, after: string, edits = MOST_EDITS): TextChange[] | null {
  if (before === after) return [];
  const [old, now] = [before.match(TOKEN) ?? [], after.match(TOKEN) ?? []];
  const changes: TextChange[] = [];
  let at = 0;
  let from = 0;
  for (const gap of anchoredGaps(old, now)) {
    for (; at < gap.beforeFrom; at++) from += old[at]?.length ?? 0;
    const gone = old.slice(gap.beforeFrom, gap.beforeTo);
    for (const change of gapChanges(from, gone, now.slice(gap.afterFrom, gap.afterTo), edits)) changes.push(change);
  }
  const phrases = asPhrases(joinedChanges(changes, before), before);
  const changed = phrases.reduce((sum, each) => sum + each.to - each.from, 0);
  return before.length > LONG && changed > before.length * MOST_CHANGED ? null : phrases;
}

/** Where no short way is found, the whole gap gives way at once. */
function gapChanges(from: number, before: string[], after: string[], edits: number): TextChange[] {
  const parts = diffArrays(before, after, { maxEditLength: edits });
  if (!parts) return [{ from, to: from + before.join("").length, insert: after.join("") }];
  const changes: TextChange[] = [];
  let at = from;
  for (const { value, added, removed } of parts) {
    const words = value.join("");
    if (added) changes.push({ from: at, to: at, insert: words });
    else {
      if (removed) changes.push({ from: at, to: at + words.length, insert: "" });
      at += words.length;
    }
  }
  return changes;
}

/**
 * Two replacements with nothing but a space between them read as one; a word that was put in behind a replacement is
 * part of it ("don't" became "do not"), so that a coding on the one stands on the other.
 */
function asPhrases(changes: readonly TextChange[], before: string): TextChange[] {
  const phrases: TextChange[] = [];
  for (const change of changes) {
    const last = phrases.at(-1);
    const follows = last && isReplacement(last) && before.slice(last.to, change.from) === " ";
    if (last && follows && isReplacement(change)) {
      phrases[phrases.length - 1] = { from: last.from, to: change.to, insert: `${last.insert} ${change.insert}` };
    } else if (last && follows && change.to === change.from && change.insert.endsWith(" ")) {
      const insert = `${last.insert} ${change.insert.slice(0, -1)}`;
      phrases[phrases.length - 1] = { from: last.from, to: last.to, insert };
    } else phrases.push(change);
  }
  return phrases;
}

function isReplacement({ from, to, insert }: TextChange): boolean {
  return to > from && insert !== "";
}
