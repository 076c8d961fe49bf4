import type { CaretGround } from "../keys/caret";
import type { Reading } from "../reading/reading";
import { Signal } from "../signal";
import { clockOf, type DeskTurn, indexAt } from "../text/desk-turns";
import { bringIntoSight } from "../text/text-sight";
import { type TurnTime, timeOf, turnAt, turnTimes } from "./turn-times";

const STEP_S = 5;
export const RATES = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 2] as const;

export interface PlaybackState {
  readonly playing: boolean;
  /** The text goes along. */
  readonly following: boolean;
  readonly rate: number;
  /** The place of the turn that plays, among all turns. */
  readonly turn: number | null;
  /** Why nothing plays. */
  readonly problem: string | null;
}

export interface PlaybackParts {
  readonly reading: Reading;
  readonly say: (words: string) => void;
  /** Added to the transcript's times. */
  readonly offsetMs: number;
  /** Told of every change of the time, to write it to the page without rendering anything. */
  readonly onTime: (seconds: number, duration: number) => void;
}

const MOVES = new Set(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End"]);

/** `1:02`, without the part of a second. */
const clock = (seconds: number) => clockOf(seconds * 1000);

/**
 * A recording as it plays beside the text. The turn that plays carries one attribute, and nothing of the text is
 * rendered or laid out for it; it goes along until the person moves in the text.
 */
export class Playback {
  readonly state = new Signal<PlaybackState>({ playing: false, following: true, rate: 1, turn: null, problem: null });
  readonly times: readonly TurnTime[];
  private readonly turns: readonly DeskTurn[];
  private marked: Element | null = null;
  private offsetMs: number;

  constructor(
    private readonly audio: HTMLAudioElement,
    private readonly parts: PlaybackParts,
  ) {
    this.turns = parts.reading.turns;
    this.times = turnTimes(this.turns);
    this.offsetMs = parts.offsetMs;
  }

  /** Listens until it is ended. */
  begin(): () => void {
    const listening = new AbortController();
    const { signal } = listening;
    const { audio } = this;
    const on = (type: string, what: () => void) => audio.addEventListener(type, what, { signal });
    const beat = () => this.beat();
    for (const type of ["timeupdate", "seeked", "loadedmetadata", "durationchange"]) on(type, beat);
    on("play", () => this.change({ playing: true, problem: null }));
    for (const type of ["pause", "ended"]) on(type, () => this.change({ playing: false }));
    on("error", () => this.change({ playing: false, problem: this.problemWords() }));

    const stopFollowing = () => this.change({ following: false });
    // What is round the text moves it as well: the map of the document beside it.
    const around = this.ground?.scroller.closest("section")?.parentElement;
    for (const type of ["wheel", "touchmove", "pointerdown"] as const) {
      around?.addEventListener(type, (event) => this.isClock(event) || stopFollowing(), { signal, passive: true });
    }
    this.ground?.scroller.addEventListener("keydown", ({ key }) => MOVES.has(key) && stopFollowing(), { signal });
    this.ground?.scroller.addEventListener("click", (event) => this.pressClock(event), { signal });
    this.ground?.scroller.setAttribute("data-hears", "");
    beat();
    return () => {
      listening.abort();
      audio.pause();
      this.mark(null);
      this.ground?.scroller.removeAttribute("data-hears");
    };
  }

  private get ground(): CaretGround | null {
    return this.parts.reading.ground.current;
  }

  private change(change: Partial<PlaybackState>): void {
    const now = this.state.get();
    const differs = (Object.keys(change) as (keyof PlaybackState)[]).some((key) => now[key] !== change[key]);
    if (differs) this.state.set({ ...now, ...change });
  }

  toggle(): string | undefined {
    if (this.audio.paused) {
      this.play();
      return `Playing from ${clock(this.audio.currentTime)}`;
    }
    this.audio.pause();
    return `Paused at ${clock(this.audio.currentTime)}`;
  }

  step(sign: 1 | -1): string {
    this.seek(this.audio.currentTime + sign * STEP_S);
    return `${sign === 1 ? "On" : "Back"} to ${clock(this.audio.currentTime)}`;
  }

  seek(seconds: number): void {
    const { duration } = this.audio;
    this.audio.currentTime = Math.max(0, Number.isFinite(duration) ? Math.min(seconds, duration) : seconds);
    this.beat();
  }

  setRate(rate: number): void {
    this.audio.playbackRate = rate;
    this.change({ rate });
  }

  setOffset(offsetMs: number): void {
    this.offsetMs = offsetMs;
    this.beat();
  }

  follow(following: boolean): void {
    this.change({ following });
    if (following) this.bring();
  }

  /** From the turn at the caret, else from what is read at the moment. */
  playHere(): string {
    return this.playFrom(indexAt(this.turns, this.parts.reading.whereFrom()));
  }

  /** Goes to the turn that plays. */
  show(): void {
    this.follow(true);
  }

  /** How far into the recording the transcript's zero lies if the turn at the caret begins at this moment. */
  offsetIfHereBeginsNow(): { turn: string; offsetMs: number } | null {
    const turn = this.turns[indexAt(this.turns, this.parts.reading.whereFrom())];
    if (!turn || turn.startMs === null) return null;
    const offsetMs = Math.round(this.audio.currentTime * 1000) - turn.startMs;
    return { turn: this.turnWords(turn), offsetMs };
  }

  turnWords(turn: DeskTurn): string {
    return this.parts.reading.placeWords(turn.start);
  }

  private playFrom(index: number): string {
    const meant = this.turns[index];
    const timed = timeOf(this.times, index);
    const turn = timed && this.turns[timed.index];
    if (!meant || !timed || !turn) {
      return this.times.length === 0
        ? "This transcript has no times, so nobody knows where a turn lies in the recording."
        : "Neither this turn nor one before it has a time.";
    }
    const seconds = (timed.ms + this.offsetMs) / 1000;
    const { duration } = this.audio;
    if (seconds < 0) return `${this.turnWords(turn)} lies before the recording begins.`;
    if (Number.isFinite(duration) && seconds >= duration) {
      return `${this.turnWords(turn)} lies at ${clock(seconds)}, after the recording ends.`;
    }
    this.seek(seconds);
    this.change({ following: true });
    this.play();
    const without = meant === turn ? "" : `${this.turnWords(meant)} has no time. `;
    return `${without}Playing from ${this.turnWords(turn)}, ${clock(seconds)}`;
  }

  private play(): void {
    const { audio } = this;
    // After a failure the place is kept over the new beginning.
    if (audio.error) {
      const at = audio.currentTime;
      audio.load();
      audio.currentTime = at;
    }
    audio.play().catch(() => {
      // A pause right after it, or a failure that the element itself reports.
    });
  }

  private problemWords(): string {
    return this.audio.error?.code === MediaError.MEDIA_ERR_NETWORK
      ? "The recording could not be fetched. Press Play to try again."
      : "The recording does not play: it is no longer here for you, or this browser does not know its kind. As .mp3 or .m4a every browser plays it.";
  }

  private beat(): void {
    const { currentTime, duration } = this.audio;
    this.parts.onTime(currentTime, duration);
    const found = turnAt(this.times, currentTime * 1000 - this.offsetMs)?.index ?? null;
    if (found === this.state.get().turn) return;
    this.change({ turn: found });
    this.mark(found);
    const { playing, following } = this.state.get();
    if (playing && following) this.bring();
  }

  private bring(): void {
    const { turn } = this.state.get();
    const span = turn === null ? undefined : this.turns[turn];
    if (span && this.ground) bringIntoSight(this.ground, span);
  }

  private mark(index: number | null): void {
    const turn = index === null ? undefined : this.turns[index];
    const next = turn ? this.articleOf(turn) : null;
    this.marked?.removeAttribute("data-playing");
    next?.setAttribute("data-playing", "");
    this.marked = next;
  }

  private articleOf(turn: DeskTurn): Element | null {
    const start = turn.blocks[0]?.start ?? turn.start;
    return this.ground?.positions.at(start)?.node.parentElement?.closest("article") ?? null;
  }

  private isClock({ target }: Event): boolean {
    return target instanceof Element && target.closest("[data-clock]") !== null;
  }

  /** The time in a turn's margin is the mouse's way to what the key does. */
  private pressClock(event: MouseEvent): void {
    if (!this.isClock(event) || !(event.target instanceof Element)) return;
    const at = event.target.closest("article")?.querySelector<HTMLElement>("[data-at]")?.dataset.at;
    if (at !== undefined) this.parts.say(this.playFrom(indexAt(this.turns, Number(at))));
  }
}
