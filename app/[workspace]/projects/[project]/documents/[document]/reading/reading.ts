import { act } from "@/app/client/api";
import { newId } from "@/app/client/new-id";
import type { Span } from "@/lib/text/span";
import type { CaretGround } from "../keys/caret";
import type { DeskCaret } from "../keys/use-caret";
import type { DeskSession } from "../saving/desk-session";
import { Signal } from "../signal";
import { type DeskTurn, indexAt } from "../text/desk-turns";
import { bringIntoSight, bringToTop, firstInSight } from "../text/text-sight";
import { CodedTurns } from "./coded-turns";

/** What was looked for in the text and is marked in it. */
export interface Hits {
  readonly spans: readonly Span[];
  /** The place of the one that was gone to; -1 before. */
  readonly current: number;
}

export const NO_HITS: Hits = { spans: [], current: -1 };

/** What stands under the text, if anything. */
export type Dock =
  | { readonly kind: "returned"; readonly place: string }
  | { readonly kind: "find"; readonly where: "document" | "project"; readonly words: string; readonly asked: number };

/** What reading needs of the desk's hand at the moment. */
export interface ReadingHand {
  readonly caret: DeskCaret;
  readonly say: (words: string) => void;
}

const MOST_BOOKMARKS = 200;

/** Where a person is in a document, where they want to come back to, and what they look for. */
export class Reading {
  readonly hits = new Signal<Hits>(NO_HITS);
  readonly dock = new Signal<Dock | null>(null);
  readonly bookmarks: Signal<readonly number[]>;
  /** The code whose excerpts are shown. */
  readonly excerptsOf = new Signal<string | null>(null);
  readonly coded: CodedTurns;
  /** What the keys of the desk do here. */
  readonly commands = {
    find: () => this.find("document"),
    "find-in-project": () => this.find("project"),
    "next-uncoded": () => this.uncoded(1),
    "previous-uncoded": () => this.uncoded(-1),
    bookmark: () => this.toggleBookmark(),
    "next-bookmark": () => this.nextBookmark(),
  };
  private last: number | null;
  private asked = 0;

  constructor(
    readonly session: DeskSession,
    readonly text: string,
    readonly turns: readonly DeskTurn[],
    readonly revisionId: string,
    readonly ground: { readonly current: CaretGround | null },
    private readonly hand: { readonly current: ReadingHand },
  ) {
    const { place } = session.head;
    const known = place?.revisionId === revisionId ? place : null;
    this.bookmarks = new Signal(known?.bookmarks ?? []);
    this.last = known?.last ?? null;
    this.coded = new CodedTurns(turns, session.store);
  }

  /** `turn 41`, as a person would say where an offset is. */
  placeWords(offset: number): string {
    const turn = this.turns[indexAt(this.turns, offset)];
    if (!turn) return "the beginning";
    return turn.number === null ? "between turns" : `turn ${turn.number}${turn.speaker ? `, ${turn.speaker}` : ""}`;
  }

  /** Called once the text stands on the page: to what the page was opened for, else to where the person was. */
  begin(target: Span | null): void {
    const ground = this.ground.current;
    if (target) this.goTo(target);
    if (target || !ground || this.last === null || this.last <= 0 || this.last >= this.text.length) return;
    bringToTop(ground, this.last);
    this.dock.set({ kind: "returned", place: this.placeWords(this.last) });
  }

  goTo(span: Span): void {
    const ground = this.ground.current;
    if (!ground) return;
    const end = Math.min(span.end, this.text.length);
    bringIntoSight(ground, span);
    const { caret } = this.hand.current;
    caret.place({ anchor: Math.min(span.start, end), focus: end }, { scroll: false });
    caret.focusText();
  }

  toBeginning(): void {
    const ground = this.ground.current;
    if (ground) ground.scroller.scrollTop = 0;
    this.dock.set(null);
  }

  uncoded(step: 1 | -1): string {
    const { caret } = this.hand.current;
    const found = this.coded.uncoded(indexAt(this.turns, this.here()), step);
    const turn = found ? this.turns[found.index] : undefined;
    if (!found || !turn) return "Every turn holds a coding.";
    const from = found.around ? (step === 1 ? "From the beginning again: " : "From the end again: ") : "";
    this.bring(turn);
    caret.place({ anchor: turn.start, focus: turn.start });
    const { coded, of } = this.coded.progress.get() ?? { coded: 0, of: 0 };
    return `${from}${this.placeWords(turn.start)}; ${of - coded} of ${of} turns without a coding`;
  }

  /** One bookmark a turn is enough to come back to. */
  toggleBookmark(): string {
    const offset = this.here();
    const turn = this.turns[indexAt(this.turns, offset)];
    if (!turn) return "There is no text to set a bookmark in.";
    const before = this.bookmarks.get();
    const others = before.filter((each) => each < turn.start || each > turn.end);
    const removing = others.length < before.length;
    if (!removing && others.length >= MOST_BOOKMARKS) {
      return `${MOST_BOOKMARKS} bookmarks are as many as a document holds.`;
    }
    this.setBookmarks(removing ? others : [...others, offset]);
    return `Bookmark ${removing ? "taken away" : "set"}: ${this.placeWords(offset)}`;
  }

  setBookmarks(bookmarks: readonly number[]): void {
    const sorted = bookmarks.toSorted((a, b) => a - b);
    this.bookmarks.set(sorted);
    this.keep({ bookmarks: sorted });
  }

  nextBookmark(): string {
    const { caret } = this.hand.current;
    const bookmarks = this.bookmarks.get();
    const from = this.here();
    const next = bookmarks.find((each) => each > from) ?? bookmarks[0];
    if (next === undefined) return "There is no bookmark in this document.";
    this.bring({ start: next, end: next });
    caret.place({ anchor: next, focus: next });
    return `${next <= from ? "From the beginning again: " : ""}bookmark, ${this.placeWords(next)}`;
  }

  /** Where a search begins: at the caret, else at what is read. */
  whereFrom(): number {
    return this.selected()?.start ?? this.here();
  }

  goToBookmark(offset: number): void {
    this.bring({ start: offset, end: offset });
    const { caret } = this.hand.current;
    caret.focusText();
    caret.place({ anchor: offset, focus: offset });
  }

  /** How the text goes on from an offset, for a list. */
  wordsFrom(offset: number): string {
    return this.text.slice(offset, offset + 80).replace(/\s+/g, " ");
  }

  find(where: "document" | "project"): void {
    const span = this.selected();
    const words = span ? this.text.slice(span.start, span.end) : "";
    const fits = words.length <= 80 && !words.includes("\n");
    this.dock.set({ kind: "find", where, words: fits ? words.trim() : "", asked: ++this.asked });
  }

  /** Leaves the search; the words that were gone to stay selected. */
  leaveFind(): void {
    const { spans, current } = this.hits.get();
    const span = spans[current];
    this.hand.current.caret.focusText();
    this.hits.set(NO_HITS);
    this.dock.set(null);
    if (!span) return;
    // A selection that is made before the field has left the page goes with it.
    requestAnimationFrame(() => {
      this.hand.current.caret.place({ anchor: span.start, focus: span.end }, { scroll: false });
    });
  }

  showHits(hits: Hits): void {
    this.hits.set(hits);
    const span = hits.spans[hits.current];
    if (span) this.bring(span);
  }

  /** Remembers where the window stands, if it moved. */
  keepSight(leaving = false): void {
    const ground = this.ground.current;
    if (!ground) return;
    const last = firstInSight(ground) ?? 0;
    if (last === (this.last ?? 0)) return;
    this.last = last;
    this.keep({ last }, leaving);
  }

  async copyLink(): Promise<void> {
    const { say } = this.hand.current;
    const turn = this.turns[indexAt(this.turns, this.here())];
    const url = new URL(window.location.href);
    url.searchParams.set("at", String(turn?.start ?? 0));
    try {
      await navigator.clipboard.writeText(url.href);
      say(`Copied: a link to ${this.placeWords(turn?.start ?? 0)}`);
    } catch {
      // Plain http and a refused permission leave the address bar as the place to copy from.
      window.history.replaceState(null, "", url);
      say("The browser does not let pages copy: the link stands in the address bar now.");
    }
  }

  private bring(span: Span): void {
    const ground = this.ground.current;
    if (ground) bringIntoSight(ground, span);
  }

  private selected(): Span | null {
    const { caret } = this.hand.current.caret;
    if (!caret || caret.anchor === caret.focus) return null;
    return { start: Math.min(caret.anchor, caret.focus), end: Math.max(caret.anchor, caret.focus) };
  }

  /** The caret, else what is read at the moment. */
  private here(): number {
    const { caret } = this.hand.current.caret;
    if (caret) return caret.focus;
    const ground = this.ground.current;
    return (ground && firstInSight(ground)) ?? 0;
  }

  /** Personal and without harm where it fails: the next change carries all of it again. */
  private keep(change: { last?: number; bookmarks?: readonly number[] }, leaving = false): void {
    const { workspace, projectId, documentId } = this.session.place;
    const { bookmarks, ...rest } = change;
    const input = {
      projectId,
      documentId,
      revisionId: this.revisionId,
      ...rest,
      ...(bookmarks ? { bookmarks: [...bookmarks] } : {}),
    };
    act(workspace, "keep-reading-place", input, { key: newId(), keepalive: leaving }).catch(() => {
      if (bookmarks)
        this.hand.current.say("The bookmarks could not be kept; they stand on this page until it is left.");
      else this.last = null;
    });
  }
}
