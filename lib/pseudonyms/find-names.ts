// Finds the names of a table in a text: whole words, the longest name first; and what is to stand in place of each.
import { compareSpans, type Span } from "../text/span";
import { joinedChanges, type TextChange } from "../text/text-changes";
import { type EndedForm, type EndingFamily, endedForms } from "./name-endings";
import type { NameEntry } from "./name-entry";
import { between, isUnspaced, type NameWord, nameWords } from "./name-words";

export interface FoundName extends Span {
  readonly entryId: string;
  readonly insert: string;
}

export interface FindNames {
  /** The endings that entries with `inflections` are found with as well. */
  readonly endings: EndingFamily | null;
  /** For labels and names of files: in any case of letters, an underscore being a space. */
  readonly loosely?: boolean;
}

export type NameFinder = (text: string) => FoundName[];

interface Form {
  readonly entryId: string;
  readonly words: readonly string[];
  readonly separators: readonly string[];
  readonly whole: string;
  readonly insert: string;
}

const LATIN = /^[\p{ASCII}\u00a0-\u024f]*$/u;

/** NFC and NFD are the same name; most words have no marks and are NFC as they stand. */
function composed(word: string): string {
  return LATIN.test(word) ? word : word.normalize("NFC");
}

function parsed(entryId: string, whole: string, insert: string): Form {
  const words = nameWords(whole);
  return {
    entryId,
    whole,
    insert,
    words: words.map((each) => each.word),
    separators: words.slice(1).map((each, index) => between(whole.slice(words[index]?.end, each.start))),
  };
}

/** The last letters' endings; in names of two words also the first one's (Анны Ивановой). */
function inflected(form: Form, family: EndingFamily): Form[] {
  const [first = "", second] = form.words;
  if (form.words.length === 0 || form.words.length > 2) return [];
  const other = nameWords(form.insert).map((each) => each.word);
  const asIt = (word: string): EndedForm => ({ word, of: (pseudonym) => pseudonym });
  const firsts = [asIt(first), ...endedForms(first, family)];
  if (second === undefined) {
    const last = other.at(-1) ?? form.insert;
    return firsts.slice(1).map((each) => ({
      ...form,
      words: [each.word],
      whole: each.word,
      insert: form.insert.endsWith(last)
        ? form.insert.slice(0, form.insert.length - last.length) + each.of(last)
        : form.insert,
    }));
  }
  const forms: Form[] = [];
  const pair = nameWords(form.insert);
  for (const one of firsts) {
    for (const two of [asIt(second), ...endedForms(second, family)]) {
      if (one.word === first && two.word === second) continue;
      const insert =
        pair[0] && pair[1] && pair.length === 2
          ? one.of(pair[0].word) +
            form.insert.slice(pair[0].end, pair[1].start) +
            two.of(pair[1].word) +
            form.insert.slice(pair[1].end)
          : form.insert;
      forms.push({ ...form, words: [one.word, two.word], whole: form.whole, insert });
    }
  }
  return forms;
}

function isLower(words: string): boolean {
  return words === words.toLowerCase() && words !== words.toUpperCase();
}

function formsOf(entry: NameEntry, endings: EndingFamily | null): Form[] {
  const forms: Form[] = [];
  const written = [entry.name, ...entry.forms].map((name) => name.normalize("NFC"));
  for (const whole of new Set(written)) {
    // Written small, as in a chat: the pseudonym is small there as well.
    const insert = isLower(whole) && !isLower(entry.name) ? entry.pseudonym.toLowerCase() : entry.pseudonym;
    const form = parsed(entry.id, whole, insert);
    if (form.words.length === 0) continue;
    forms.push(form);
    if (entry.inflections && endings) forms.push(...inflected(form, endings));
  }
  return forms;
}

/** ANNA is Anna, and her pseudonym is in capitals there. */
function inCapitals(form: Form, endings: EndingFamily | null): Form[] {
  const upper = (word: string) => (endings === "turkish" ? word.toLocaleUpperCase("tr") : word.toUpperCase());
  const words = form.words.map(upper);
  const isSame = words.every((word, index) => word === form.words[index]);
  if (isSame || words.join("").length < 2) return [];
  return [{ ...form, words, insert: upper(form.insert) }];
}

class NameIndex {
  private readonly byWord = new Map<string, Form[]>();
  private readonly byLetter = new Map<string, Form[]>();

  constructor(private readonly loosely: boolean) {}

  add(form: Form): void {
    const [first = ""] = form.words;
    const substring = form.words.some(isUnspaced);
    const [index, key] = substring ? [this.byLetter, form.whole.charAt(0)] : [this.byWord, this.keyOf(first)];
    const forms = index.get(key);
    if (forms) forms.push(form);
    else index.set(key, [form]);
  }

  keyOf(word: string): string {
    return this.loosely ? composed(word).toLowerCase() : composed(word);
  }

  separator(text: string): string {
    return between(this.loosely ? text.replaceAll("_", " ") : text);
  }

  at(text: string, words: readonly NameWord[], at: number): (FoundName & { readonly form: Form })[] {
    const word = words[at];
    if (!word) return [];
    const found: (FoundName & { readonly form: Form })[] = [];
    for (const form of this.byWord.get(this.keyOf(word.word)) ?? []) {
      const end = this.endOf(form, text, words, at);
      if (end > 0) found.push({ start: word.start, end, entryId: form.entryId, insert: form.insert, form });
    }
    if (this.byLetter.size === 0) return found;
    for (let start = word.start; start < (word.unspaced ? word.end : word.start + 1); start++) {
      for (const form of this.byLetter.get(text.charAt(start)) ?? []) {
        if (!text.startsWith(form.whole, start)) continue;
        found.push({ start, end: start + form.whole.length, entryId: form.entryId, insert: form.insert, form });
      }
    }
    return found;
  }

  private endOf(form: Form, text: string, words: readonly NameWord[], at: number): number {
    let last = words[at];
    for (let i = 1; i < form.words.length; i++) {
      const next = words[at + i];
      if (!last || !next || this.keyOf(next.word) !== this.keyOf(form.words[i] ?? "")) return -1;
      if (this.separator(text.slice(last.end, next.start)) !== form.separators[i - 1]) return -1;
      last = next;
    }
    return last?.end ?? -1;
  }
}

/** Of names that share letters the longest stands, then the earlier one. */
function apart<T extends Span>(found: readonly T[]): T[] {
  const kept: T[] = [];
  const settle = (cluster: T[]) => {
    const chosen: T[] = [];
    for (const each of cluster.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
      if (chosen.every((other) => each.end <= other.start || each.start >= other.end)) chosen.push(each);
    }
    kept.push(...chosen.toSorted(compareSpans));
  };
  let cluster: T[] = [];
  let reach = 0;
  for (const each of found.toSorted(compareSpans)) {
    if (each.start >= reach && cluster.length > 0) {
      settle(cluster);
      cluster = [];
    }
    cluster.push(each);
    reach = Math.max(reach, each.end);
  }
  if (cluster.length > 0) settle(cluster);
  return kept;
}

/**
 * Case counts as the table writes it, and so do ALL CAPITALS. An ending behind an apostrophe (Anna's) stays where it is.
 * Built once for a table, then O(text) for each text.
 */
export function nameFinder(entries: readonly NameEntry[], { endings, loosely = false }: FindNames): NameFinder {
  const index = new NameIndex(loosely);
  const seen = new Set<string>();
  const add = (form: Form) => {
    const key = JSON.stringify([form.words.map((word) => index.keyOf(word)), form.separators]);
    if (seen.has(key)) return;
    seen.add(key);
    index.add(form);
  };
  const forms = entries.map((entry) => formsOf(entry, endings));
  // What a person wrote comes before what an ending makes of another name, and that before capitals.
  for (const each of forms) if (each[0]) add(each[0]);
  for (const form of forms.flat()) add(form);
  for (const form of forms.flat()) {
    const marked = form.whole.normalize("NFD");
    if (form.words.some(isUnspaced) && marked !== form.whole) index.add({ ...form, whole: marked });
  }
  if (!loosely) for (const form of forms.flat()) for (const each of inCapitals(form, endings)) add(each);
  return (text) => {
    const words = nameWords(text);
    const found = words.flatMap((_, at) => index.at(text, words, at));
    return apart(found).map(({ start, end, entryId, insert }) => ({ start, end, entryId, insert }));
  };
}

/** The changes that put pseudonyms in the place of names. Word by word where both have as many: a coding of one keeps it. */
export function nameChanges(text: string, found: readonly FoundName[]): TextChange[] {
  const changes = found.flatMap(({ start, end, insert }): TextChange[] => {
    const old = nameWords(text.slice(start, end));
    const fresh = nameWords(insert);
    const [one, two] = [old.length > 1 ? old : [], fresh];
    if (one.length !== two.length || !spansAll(insert, fresh)) return [{ from: start, to: end, insert }];
    const alike = one.every((word, i) => {
      const next = one[i + 1];
      const other = two[i + 1];
      return (
        !next || between(text.slice(start + word.end, start + next.start)) === insert.slice(two[i]?.end, other?.start)
      );
    });
    if (!alike) return [{ from: start, to: end, insert }];
    return one.map((word, i) => ({ from: start + word.start, to: start + word.end, insert: two[i]?.word ?? "" }));
  });
  return joinedChanges(changes, text);
}

function spansAll(words: string, parts: readonly NameWord[]): boolean {
  return parts[0]?.start === 0 && parts.at(-1)?.end === words.length;
}

/** A short text (a label, a name of a file) with its names replaced. */
export function withPseudonyms(words: string, find: NameFinder): string {
  let changed = "";
  let at = 0;
  for (const { start, end, insert } of find(words)) {
    changed += words.slice(at, start) + insert;
    at = end;
  }
  return changed + words.slice(at);
}
