/** How long the hand rests before it is said where the caret stands: of fast moves only the last is heard. */
const REST_MS = 160;
/** How long what was said stays in sight. */
const SHOWN_MS = 12_000;

/** Where words appear: for the ear what was done and where the caret is, for the eye what was done. */
export interface VoicePlaces {
  readonly done: HTMLElement;
  readonly where: HTMLElement;
  readonly seen: HTMLElement;
}

/** What the desk says, written straight to the page: saying something renders nothing. */
export class DeskVoice {
  private places: VoicePlaces | null = null;
  private rest: ReturnType<typeof setTimeout> | undefined;
  private fade: ReturnType<typeof setTimeout> | undefined;

  readonly appear = (places: VoicePlaces): (() => void) => {
    this.places = places;
    return () => {
      clearTimeout(this.rest);
      clearTimeout(this.fade);
      this.places = null;
    };
  };

  /** What was done, or why it cannot be: heard and seen. */
  readonly say = (words: string): void => {
    clearTimeout(this.rest);
    const { places } = this;
    if (!places) return;
    places.where.textContent = "";
    // Said twice in a row, the same words would not be read again.
    places.done.textContent = places.done.textContent === words ? `${words}\u00a0` : words;
    places.seen.textContent = words;
    clearTimeout(this.fade);
    this.fade = setTimeout(() => {
      places.seen.textContent = "";
    }, SHOWN_MS);
  };

  /** Where the caret went; the words are found only if the hand rests there. */
  whisper(words: () => string): void {
    clearTimeout(this.rest);
    this.rest = setTimeout(() => {
      const { places } = this;
      if (!places) return;
      const now = words();
      places.where.textContent = places.where.textContent === now ? `${now}\u00a0` : now;
    }, REST_MS);
  }
}
