// Which of the candidates in a file are labels: one line cannot tell, the company it keeps can.
import type { LabelCandidate } from "./label-candidate";
import { labelStem, roleOfWord } from "./label-words";

interface Group {
  readonly label: string;
  readonly first: number;
  readonly candidate: LabelCandidate;
  count: number;
}

export interface LabelSurroundings {
  /** How many lines of the file hold words. */
  readonly lines: number;
  readonly cue: boolean;
}

/**
 * Answers for each candidate whether it is a label. A role word or a code needs little; a name must recur or stand among
 * others of its kind; a heading's word must recur (a person then says that it is nobody).
 */
export function acceptLabels(
  candidates: readonly (LabelCandidate | null)[],
  around: LabelSurroundings,
): (candidate: LabelCandidate) => boolean {
  const groups = new Map<string, Group>();
  for (const [index, candidate] of candidates.entries()) {
    if (candidate === null) continue;
    const key = keyOf(candidate);
    const group = groups.get(key);
    if (group) group.count++;
    else groups.set(key, { label: candidate.label, first: index, candidate, count: 1 });
  }
  const all = [...groups.values()];
  const colons = colonRules(all, around.lines);
  const accepted = new Set(all.filter((group) => group.candidate.form === "colon" && colons(group)).map(keyOfGroup));
  const certainStems = new Set(
    all
      .filter((group) => accepted.has(keyOfGroup(group)) && hasNumber(group.label))
      .map((group) => labelStem(group.label)),
  );
  for (const group of all) {
    if (group.candidate.form !== "colon" && otherRules(group, all, around, certainStems))
      accepted.add(keyOfGroup(group));
  }
  return (candidate) => accepted.has(keyOf(candidate));
}

function colonRules(all: readonly Group[], lines: number): (group: Group) => boolean {
  const colons = all.filter((group) => group.candidate.form === "colon");
  const strong = colons.filter(isStrong).length;
  const recurring = colons.filter(
    (group) => group.candidate.look !== "heading" && (isStrong(group) || group.count > 1),
  );
  const begins = Math.min(...recurring.map((group) => group.first));
  const share = lines === 0 ? 0 : total(colons.filter((group) => group.candidate.look !== "heading")) / lines;
  const series = headingSeries(colons);
  return (group) => {
    const { look } = group.candidate;
    const recurs = group.count > 1;
    if (look === "heading") return recurs && !hasNumber(group.label);
    if (series.has(group.label)) return false;
    if (look === "role" || look === "code") return recurs || strong > 1 || isCertain(group.label);
    if (look === "capitals") return recurs || share >= 0.5;
    if (look === "lower") return group.count > 2 && share >= 0.5;
    if (recurs) return true;
    const several = recurring.length > 0 && group.first > begins && /\s/u.test(group.label);
    return several || (share >= 0.5 && colons.length > 1);
  };
}

function otherRules(
  group: Group,
  all: readonly Group[],
  around: LabelSurroundings,
  stems: ReadonlySet<string>,
): boolean {
  const { look, form } = group.candidate;
  const recurs = group.count > 1;
  const kin = all.filter((other) => other.candidate.form === form);
  const strong = kin.filter(isStrong).length;
  const share = around.lines === 0 ? 0 : total(kin) / around.lines;
  const clear = isStrong(group) && (recurs || strong > 1);
  switch (form) {
    case "header":
      return total(kin) > 1;
    case "bracket":
      if (clear || (look === "role" && isCertain(group.label))) return true;
      return recurs && share >= (around.cue ? 0.1 : 0.3);
    case "bold":
      if (look === "heading") return recurs && !hasNumber(group.label);
      return recurs || (isStrong(group) && isCertain(group.label)) || (kin.length > 1 && share >= 0.3);
    case "tab":
      return clear || (look === "name" && recurs && share >= 0.3);
    case "dash":
      // "I – I don't know" is a stutter: only a number or a whole word makes a label of it.
      return isCertain(group.label) && (recurs || stems.has(labelStem(group.label)));
    case "alone":
      return isCertain(group.label) && recurs && roleOfWord(labelStem(group.label)) !== "several";
    default:
      return false;
  }
}

/** "Aufgabe 1:", "Aufgabe 2:", "Aufgabe 3:": one word, numbers that rise, each only once, and no word for a person. */
function headingSeries(colons: readonly Group[]): ReadonlySet<string> {
  const byStem = new Map<string, Group[]>();
  for (const group of colons) {
    if (!hasNumber(group.label)) continue;
    const stem = labelStem(group.label);
    byStem.set(stem, [...(byStem.get(stem) ?? []), group]);
  }
  const series = new Set<string>();
  for (const [stem, groups] of byStem) {
    const rising = groups.every((group, i) => i === 0 || numberOf(group.label) > numberOf(groups[i - 1]?.label ?? ""));
    if (groups.length > 2 && rising && roleOfWord(stem) === null && groups.every((group) => group.count === 1)) {
      for (const group of groups) series.add(group.label);
    }
  }
  return series;
}

/** A role's whole word, or a code with a number: nothing else begins a line like that. */
function isCertain(label: string): boolean {
  return hasNumber(label) || (labelStem(label).length > 2 && roleOfWord(labelStem(label)) !== null);
}

function isStrong(group: Group): boolean {
  return group.candidate.look === "role" || group.candidate.look === "code" || group.candidate.look === "capitals";
}

function hasNumber(label: string): boolean {
  return /\p{N}/u.test(label);
}

function numberOf(label: string): number {
  return Number(/\d+/.exec(label.normalize("NFKC"))?.[0] ?? "0");
}

function total(groups: readonly Group[]): number {
  return groups.reduce((sum, group) => sum + group.count, 0);
}

function keyOf(candidate: LabelCandidate): string {
  return `${candidate.form} ${candidate.label}`;
}

function keyOfGroup(group: Group): string {
  return keyOf(group.candidate);
}
