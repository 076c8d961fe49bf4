import type { CodingStore } from "../saving/coding-store";
import { Signal } from "../signal";
import type { DeskTurn } from "../text/desk-turns";

export interface TurnsCoded {
  readonly coded: number;
  readonly of: number;
}

export interface UncodedTurn {
  /** Its place among the turns. */
  readonly index: number;
  /** The search went past the end of the document and on from the other one. */
  readonly around: boolean;
}

/** The turns that are there to be coded: those of participants; where nobody is one, all that have a number, else all. */
function toBeCoded(turns: readonly DeskTurn[]): boolean[] {
  const told = turns.map((turn) => turn.number !== null && !turn.asks);
  if (told.includes(true)) return told;
  const numbered = turns.map((turn) => turn.number !== null);
  return numbered.includes(true) ? numbered : turns.map(() => true);
}

/** Which turns hold a coding, counted once and then kept up with every act: an act looks at its own turns alone. */
export class CodedTurns {
  /** Null until `begin`. */
  readonly progress = new Signal<TurnsCoded | null>(null);
  private readonly counts: readonly boolean[];
  private readonly isCoded: boolean[] = [];
  private coded = 0;
  private readonly of: number;

  constructor(
    turns: readonly DeskTurn[],
    private readonly store: CodingStore,
  ) {
    this.counts = toBeCoded(turns);
    this.of = this.counts.filter(Boolean).length;
  }

  /** Looks at every turn, and from then on at what changes; gives back what ends it. */
  begin(): () => void {
    const all = { from: 0, to: this.counts.length - 1 };
    this.look(all.from, all.to);
    return this.store.subscribe((changed) => this.look((changed ?? all).from, (changed ?? all).to));
  }

  /** The next turn to be coded that holds no coding, from a turn on but not this one itself unless it is the only one. */
  uncoded(from: number, step: 1 | -1): UncodedTurn | null {
    const size = this.counts.length;
    for (let walked = 1; walked <= size; walked++) {
      const at = from + step * walked;
      const index = ((at % size) + size) % size;
      if (this.counts[index] && !this.isCoded[index]) return { index, around: at !== index };
    }
    return null;
  }

  private look(from: number, to: number): void {
    for (let index = from; index <= to; index++) {
      const coded = this.store.isCoded(index);
      if (coded === (this.isCoded[index] ?? false)) continue;
      this.isCoded[index] = coded;
      if (this.counts[index]) this.coded += coded ? 1 : -1;
    }
    if (this.progress.get()?.coded !== this.coded) this.progress.set({ coded: this.coded, of: this.of });
  }
}
