// A transcript with pseudonyms in the place of names, in its words and in its labels.
import type { Transcript } from "../readers/read-result";
import { changedTranscript } from "../text/changed-transcript";
import type { TextChange } from "../text/text-changes";
import { type NameFinder, nameChanges, withPseudonyms } from "./find-names";

export interface Pseudonymised {
  readonly transcript: Transcript;
  readonly changes: readonly TextChange[];
  /** Each label that was changed, with what it is now. */
  readonly labels: ReadonlyMap<string, string>;
}

export interface NameFinders {
  readonly inText: NameFinder;
  readonly inLabels: NameFinder;
}

/** `leftOut`: where a name begins that is none here and stays. Two labels never become one. */
export function pseudonymisedTranscript(
  before: Transcript,
  { inText, inLabels }: NameFinders,
  leftOut: ReadonlySet<number>,
): Pseudonymised {
  const found = inText(before.text).filter((each) => !leftOut.has(each.start));
  const changes = nameChanges(before.text, found);
  const labels = changedLabels(before, inLabels);
  const moved = changes.length > 0 ? changedTranscript(before, changes) : before;
  const named = <T extends { readonly label: string | null }>(row: T): T =>
    row.label === null ? row : { ...row, label: labels.get(row.label) ?? row.label };
  const transcript = {
    ...moved,
    turns: moved.turns.map((turn) => {
      const { rawLabel, ...rest } = named(turn);
      return rawLabel === undefined ? rest : { ...rest, rawLabel: withPseudonyms(rawLabel, inLabels) };
    }),
    cues: moved.cues.map(named),
  };
  return { transcript, changes, labels };
}

function changedLabels(before: Transcript, inLabels: NameFinder): Map<string, string> {
  const all = new Set<string>();
  for (const { label } of [...before.turns, ...before.cues]) if (label !== null) all.add(label);
  const taken = new Set<string>();
  const changed = new Map<string, string>();
  for (const label of all) if (withPseudonyms(label, inLabels) === label) taken.add(label);
  for (const label of all) {
    const wanted = withPseudonyms(label, inLabels);
    if (wanted === label) continue;
    let free = wanted;
    for (let n = 2; taken.has(free); n++) free = `${wanted} (${n})`;
    taken.add(free);
    changed.set(label, free);
  }
  return changed;
}
