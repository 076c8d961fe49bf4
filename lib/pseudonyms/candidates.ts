// Proposes names: capitalised words that are not only at the heads of sentences, speakers' labels, participants, documents.
import { isNotSpeakerWord, isSound, labelStem, roleOfWord } from "../readers/label-words";
import { nameFinder } from "./find-names";
import { type NameWord, nameWords } from "./name-words";
import { isArticle, isDocumentWord, isNoName, isParticle, isTitle, looksLikeGermanNoun } from "./not-names";

export const CANDIDATE_SOURCES = ["label", "participant", "document", "text"] as const;
export type CandidateSource = (typeof CANDIDATE_SOURCES)[number];

export interface NameCandidate {
  readonly name: string;
  readonly source: CandidateSource;
  /** How often it stands in the words, and in how many documents. */
  readonly count: number;
  readonly documents: number;
}

export interface CandidateDocument {
  readonly name: string;
  readonly text: string;
  readonly labels: readonly string[];
}

const MOST = 400;
/** Above this share of articles before capitals within sentences, the language gives nouns a capital (German). */
const NOUNS_HAVE_CAPITALS = 0.25;

interface Evidence {
  within: number;
  atHead: number;
  small: number;
  afterTitle: number;
  afterArticle: number;
}

const fold = (word: string) => word.normalize("NFC").toLowerCase();
const isCapitalised = (word: string) => /^\p{Lu}/u.test(word) && /\p{Ll}/u.test(word) && !/\p{N}/u.test(word);

/** At the head of a line, behind the end of a sentence, a colon, an opening quote or bracket, a dash. */
function isAtHead(text: string, start: number): boolean {
  for (let at = start - 1; at >= 0; at--) {
    const char = text.charAt(at);
    if (char === "\n") return true;
    if (!/\s/.test(char)) return !/[\p{L}\p{M}\p{N},;)\]%'’&/]/u.test(char);
  }
  return true;
}

class WordEvidence {
  readonly of = new Map<string, Evidence>();
  /** Two and more capitalised words in a row, with how often. */
  readonly joined = new Map<string, number>();
  private capitals = 0;
  private behindArticles = 0;

  look(text: string): void {
    const words = nameWords(text);
    for (let i = 0; i < words.length; i++) {
      const word = words[i];
      if (!word || word.unspaced) continue;
      this.count(text, word, words[i - 1]);
      this.join(text, words, i);
    }
  }

  get nounsHaveCapitals(): boolean {
    return this.capitals > 5 && this.behindArticles / this.capitals > NOUNS_HAVE_CAPITALS;
  }

  private count(text: string, { word, start }: NameWord, last: NameWord | undefined): void {
    const key = fold(word);
    const seen = this.of.get(key) ?? { within: 0, atHead: 0, small: 0, afterTitle: 0, afterArticle: 0 };
    this.of.set(key, seen);
    const before = last && /^\.?[ \u00a0]+$/.test(text.slice(last.end, start)) ? fold(last.word) : "";
    const isHead = isAtHead(text, start) && !isTitle(before);
    if (!isCapitalised(word)) {
      // ANNA says nothing of how the word is written elsewhere.
      if (word === word.toLowerCase()) seen.small++;
      return;
    }
    if (isHead) seen.atHead++;
    else {
      seen.within++;
      this.capitals++;
    }
    if (isTitle(before)) seen.afterTitle++;
    if (isArticle(before)) {
      seen.afterArticle++;
      if (!isHead) this.behindArticles++;
    }
  }

  private join(text: string, words: readonly NameWord[], at: number): void {
    const first = words[at];
    if (!first || !isCapitalised(first.word) || isNoName(fold(first.word)) || isTitle(fold(first.word))) return;
    let end = first.end;
    let last = first;
    for (let i = at + 1; i < words.length && i < at + 5; i++) {
      const word = words[i];
      if (!word || !/^(?: |-|['’])$/.test(text.slice(last.end, word.start))) return;
      last = word;
      if (isParticle(word.word)) continue;
      if (!isCapitalised(word.word) || isNoName(fold(word.word))) return;
      end = word.end;
      const name = text.slice(first.start, end).normalize("NFC");
      this.joined.set(name, (this.joined.get(name) ?? 0) + 1);
    }
  }
}

/** A label that may be a person's name, in the spelling of a name: ANNA as Anna; null for P1, Interviewer, a sound. */
function nameInLabel(label: string): string | null {
  const bare = label.replace(/\s*[[(][^\])]*[\])]\s*$/u, "").trim();
  const stem = labelStem(bare);
  if (stem.length < 2 || roleOfWord(stem) || isNotSpeakerWord(bare) || isSound(bare) || /\p{N}/u.test(bare))
    return null;
  const letters = bare.replace(/[^\p{L}]/gu, "");
  if (letters.length > 3 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()) {
    return bare
      .toLowerCase()
      .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, first: string) => before + first.toUpperCase());
  }
  // Two or three capitals are initials or a code of the study: shown, so that a person decides.
  return bare.replace(/\s+/gu, " ");
}

function withoutTitle(name: string): string {
  const words = nameWords(name);
  const first = words.findIndex((each) => !isTitle(fold(each.word)));
  const start = first > 0 ? words[first]?.start : 0;
  return name.slice(start ?? 0);
}

/**
 * In order of how sure it is: labels, participants, names of documents, then the words by how often they stand there.
 * In scripts without capitals only labels, participants and what the person types.
 */
export function nameCandidates(
  documents: readonly CandidateDocument[],
  participants: readonly string[],
): NameCandidate[] {
  const evidence = new WordEvidence();
  for (const { text } of documents) evidence.look(text);
  const found = new Map<string, CandidateSource>();
  const propose = (name: string, source: CandidateSource) => {
    if (name.length > 1 && name.length <= 120 && !found.has(name)) found.set(name, source);
  };
  const isNameLike = (word: string) => {
    const seen = evidence.of.get(fold(word));
    return !isNoName(fold(word)) && seen !== undefined && isLikely(seen, fold(word), evidence.nounsHaveCapitals);
  };
  const parts = (name: string, source: CandidateSource) => {
    const words = nameWords(name);
    if (words.length < 2) return;
    for (const { word } of words) {
      const seen = evidence.of.get(fold(word));
      if (isCapitalised(word) && !isNoName(fold(word)) && seen && seen.within + seen.atHead > seen.small)
        propose(word, source);
    }
  };
  const spoken = (label: string, source: CandidateSource) => {
    const name = nameInLabel(label);
    if (name === null) return;
    propose(withoutTitle(name), source);
    parts(withoutTitle(name), source);
  };
  for (const { labels } of documents) for (const label of labels) spoken(label, "label");
  for (const name of participants) spoken(name, "participant");
  for (const { name } of documents) {
    for (const { word } of nameWords(name)) {
      const seen = evidence.of.get(fold(word));
      const isCommon =
        isNoName(fold(word)) || isDocumentWord(fold(word)) || isNotSpeakerWord(word) || roleOfWord(fold(word));
      if (isCapitalised(word) && !isCommon && (!seen || seen.small === 0)) propose(word, "document");
    }
  }
  for (const [name, times] of evidence.joined) {
    const words = nameWords(name).filter((each) => !isParticle(each.word));
    const sure = words.filter((each) => isNameLike(each.word)).length;
    if (sure === words.length && (times > 1 || !evidence.nounsHaveCapitals)) propose(name, "text");
  }
  for (const [key, seen] of evidence.of) {
    if (key.length < 2 || isNoName(key) || isTitle(key) || !isLikely(seen, key, evidence.nounsHaveCapitals)) continue;
    propose(key.charAt(0).toUpperCase() + key.slice(1), "text");
  }
  return counted(spelledAsWritten(found, documents), documents);
}

function isLikely(seen: Evidence, folded: string, nounsHaveCapitals: boolean): boolean {
  const { within, atHead, small, afterTitle, afterArticle } = seen;
  if (afterTitle > 0) return true;
  if (within === 0 || small * 4 > within + atHead) return false;
  if (!nounsHaveCapitals) return afterArticle * 2 <= within;
  return afterArticle === 0 && within + atHead > 1 && !looksLikeGermanNoun(folded);
}

/** McDonald and O’Brien have a capital in the middle: the spelling of the words is the one that is proposed. */
function spelledAsWritten(
  found: ReadonlyMap<string, CandidateSource>,
  documents: readonly CandidateDocument[],
): Map<string, CandidateSource> {
  const wanted = new Set([...found].filter(([, source]) => source === "text").map(([name]) => name.toLowerCase()));
  const spelling = new Map<string, string>();
  for (const { text } of documents) {
    for (const { word } of nameWords(text)) {
      const key = fold(word);
      if (isCapitalised(word) && wanted.has(key) && !spelling.has(key)) spelling.set(key, word.normalize("NFC"));
    }
  }
  const named = new Map<string, CandidateSource>();
  for (const [name, source] of found) {
    const written = source === "text" ? (spelling.get(name.toLowerCase()) ?? name) : name;
    if (!named.has(written)) named.set(written, source);
  }
  return named;
}

function counted(
  found: ReadonlyMap<string, CandidateSource>,
  documents: readonly CandidateDocument[],
): NameCandidate[] {
  const entries = [...found.keys()].map((name, index) => {
    return { id: String(index), name, pseudonym: name, forms: [], inflections: false };
  });
  const find = nameFinder(entries, { endings: null });
  const counts = new Map<string, { count: number; documents: Set<number> }>();
  documents.forEach(({ text }, at) => {
    for (const { entryId } of find(text)) {
      const seen = counts.get(entryId) ?? { count: 0, documents: new Set<number>() };
      seen.count++;
      seen.documents.add(at);
      counts.set(entryId, seen);
    }
  });
  return entries
    .map(({ id, name }): NameCandidate => {
      const seen = counts.get(id);
      return { name, source: found.get(name) ?? "text", count: seen?.count ?? 0, documents: seen?.documents.size ?? 0 };
    })
    .filter((each) => each.source !== "text" || each.count > 0)
    .toSorted(
      (a, b) =>
        CANDIDATE_SOURCES.indexOf(a.source) - CANDIDATE_SOURCES.indexOf(b.source) ||
        b.count - a.count ||
        (a.name < b.name ? -1 : 1),
    )
    .slice(0, MOST);
}
