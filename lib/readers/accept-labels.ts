// Which of the candidates in a file are labels: one line cannot tell, the company it keeps can.
import type { LabelCandidate } from "./label-candidate";
import type { LabelForm } from "./label-look";
import { isFormField, labelStem, roleOfWord } from "./label-words";

const LONGEST_FORM = 20;

interface Group {
  readonly label: string;
  readonly first: number;
  readonly candidate: LabelCandidate;
  count: number;
  accepted: boolean;
}

/** The labels of one form together. */
interface Kin {
  labels: number;
  strong: number;
  lines: number;
  /** Labels that come more than once. */
  recurring: number;
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
  const groups = new Map<LabelForm, Map<string, Group>>();
  const all: Group[] = [];
  const fields = around.cue ? 0 : formFields(candidates);
  for (const [index, candidate] of candidates.entries()) {
    if (candidate === null || index < fields) continue;
    const ofForm = groups.get(candidate.form) ?? new Map<string, Group>();
    groups.set(candidate.form, ofForm);
    const before = ofForm.get(candidate.label);
    if (before) {
      before.count++;
      continue;
    }
    const group = { label: candidate.label, first: index, candidate, count: 1, accepted: false };
    ofForm.set(candidate.label, group);
    all.push(group);
  }
  const colons = colonRules(all, around.lines - fields);
  for (const group of all) group.accepted = group.candidate.form === "colon" && colons(group);
  const spaced = new Set(all.filter((group) => group.accepted).map((group) => group.label));
  const certainStems = new Set(
    all.filter((group) => group.accepted && hasNumber(group.label)).map((group) => labelStem(group.label)),
  );
  const kinOf = kinByForm(all);
  for (const group of all) {
    const kin = kinOf.get(group.candidate.form);
    // A name that elsewhere has its space: here somebody's thumb slipped.
    if (group.candidate.form === "tight") group.accepted = spaced.has(group.label);
    else if (kin && group.candidate.form !== "colon") group.accepted = otherRules(group, kin, around, certainStems);
  }
  acceptNamesAlone(all, candidates);
  const inFields = new Set(candidates.slice(0, fields));
  return (candidate) =>
    !inFields.has(candidate) && (groups.get(candidate.form)?.get(candidate.label)?.accepted ?? false);
}

/**
 * How many lines at the head are a form: `Interviewee: Maria`, `Date: 12 March`, `Place: Oslo`. It ends with the last
 * of the fields that such forms have; nothing in it comes twice.
 */
function formFields(candidates: readonly (LabelCandidate | null)[]): number {
  const seen = new Set<string>();
  let headings = 0;
  let end = 0;
  for (const [index, candidate] of candidates.slice(0, LONGEST_FORM).entries()) {
    if (candidate?.form !== "colon") continue;
    if (seen.has(candidate.label)) break;
    seen.add(candidate.label);
    if (!isFormField(candidate.label)) continue;
    headings++;
    end = index + 1;
  }
  return headings > 1 ? end : 0;
}

/**
 * `Interviewer` on lines of its own is certain; `Maria` on lines of her own is a label beside it where she comes about as
 * often, never right under or over another label: "Yes" is what a label stands over.
 */
function acceptNamesAlone(all: readonly Group[], candidates: readonly (LabelCandidate | null)[]): void {
  const alone = all.filter((group) => group.candidate.form === "alone");
  const accepted = new Set(alone.filter((group) => group.accepted).map((group) => group.label));
  const most = alone.reduce((count, group) => (group.accepted ? Math.max(count, group.count) : count), 0);
  if (most === 0) return;
  const names = alone.filter((group) => group.candidate.look === "name" && group.count > 1 && group.count * 4 >= most);
  const isLabel = (candidate: LabelCandidate | null | undefined) =>
    candidate?.form === "alone" && accepted.has(candidate.label);
  const places = new Map(names.map((group) => [group.label, [] as number[]]));
  for (const [i, candidate] of candidates.entries()) {
    if (candidate?.form === "alone") places.get(candidate.label)?.push(i);
  }
  for (const group of names.sort((a, b) => b.count - a.count)) {
    const own = places.get(group.label) ?? [];
    group.accepted = own.every(
      (i) => i + 1 < candidates.length && !isLabel(candidates[i - 1]) && !isLabel(candidates[i + 1]),
    );
    if (group.accepted) accepted.add(group.label);
  }
}

function kinByForm(all: readonly Group[]): ReadonlyMap<LabelForm, Kin> {
  const byForm = new Map<LabelForm, Kin>();
  for (const group of all) {
    const { form } = group.candidate;
    const kin = byForm.get(form) ?? { labels: 0, strong: 0, lines: 0, recurring: 0 };
    byForm.set(form, kin);
    kin.labels++;
    kin.lines += group.count;
    if (isStrong(group)) kin.strong++;
    if (group.count > 1) kin.recurring++;
  }
  return byForm;
}

function colonRules(all: readonly Group[], lines: number): (group: Group) => boolean {
  const colons = all.filter((group) => group.candidate.form === "colon");
  const strong = colons.filter(isStrong).length;
  const recurring = colons.filter(
    (group) => group.candidate.look !== "heading" && (isStrong(group) || group.count > 1),
  );
  const begins = recurring.reduce((first, group) => Math.min(first, group.first), Number.POSITIVE_INFINITY);
  const share = lines === 0 ? 0 : total(colons.filter((group) => group.candidate.look !== "heading")) / lines;
  const timed = colons.filter((group) => group.candidate.startMs !== null && group.candidate.look !== "heading");
  const timesCount = total(timed) > 1 && total(timed) >= lines * 0.2;
  const series = headingSeries(colons);
  return (group) => {
    const { look } = group.candidate;
    const recurs = group.count > 1;
    if (look === "heading") return recurs && !hasNumber(group.label);
    if (series.has(group.label)) return false;
    if (look === "role" || look === "code") return recurs || strong > 1 || isCertain(group.label);
    if (look === "capitals") return recurs || share >= 0.5;
    if (look === "lower") return group.count > 2 && share >= (recurring.length > 1 ? 0.3 : 0.5);
    if (recurs || (timesCount && group.candidate.startMs !== null)) return true;
    const several = recurring.length > 0 && group.first > begins && /\s/u.test(group.label);
    return several || (colons.length > 1 && share >= (recurring.length > 1 ? 0.3 : 0.5));
  };
}

function otherRules(group: Group, kin: Kin, around: LabelSurroundings, stems: ReadonlySet<string>): boolean {
  const { look, form } = group.candidate;
  const recurs = group.count > 1;
  const share = around.lines === 0 ? 0 : kin.lines / around.lines;
  const clear = isStrong(group) && (recurs || kin.strong > 1);
  switch (form) {
    case "header":
      return kin.lines > 1;
    case "bracket":
      if (clear || (look === "role" && isCertain(group.label))) return true;
      if (group.candidate.ownLine && (recurs || kin.recurring > 0)) return true;
      return recurs && share >= (around.cue ? 0.1 : 0.3);
    case "heading":
      return (
        look !== "heading" && ((recurs && (isStrong(group) || kin.recurring > 1)) || (clear && isCertain(group.label)))
      );
    case "bullet":
      // Minutes and shopping lists have colons too: only a talk has the same few again and again.
      return look !== "heading" && share >= 0.3 && (clear || (recurs && kin.recurring > 1));
    case "stop":
      return recurs && kin.labels > 1;
    case "bold":
    case "bold-alone":
      if (look === "heading") return recurs && !hasNumber(group.label);
      // Among names that come again, a colon or a time makes one of a name that comes once.
      if (kin.recurring > 0 && ((group.candidate.colon && /\s/u.test(group.label)) || group.candidate.startMs !== null))
        return true;
      return recurs || (isStrong(group) && isCertain(group.label)) || (kin.labels > 1 && share >= 0.3);
    case "tab":
      // One of a series that the file has elsewhere: `P3` in a table's cell, `P1:` and `P2:` above it.
      return (
        clear ||
        (hasNumber(group.label) && stems.has(labelStem(group.label))) ||
        (look === "name" && recurs && share >= 0.3)
      );
    case "dash":
      // "I – I don't know" is a stutter: only a number, a whole word, or names on most lines make a label of it.
      if (look === "name") return recurs && kin.recurring > 1 && share >= 0.6;
      return isCertain(group.label) && (recurs || stems.has(labelStem(group.label)));
    case "alone":
      return look !== "name" && isCertain(group.label) && recurs && roleOfWord(labelStem(group.label)) !== "several";
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
    const kin = byStem.get(stem);
    if (kin) kin.push(group);
    else byStem.set(stem, [group]);
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
