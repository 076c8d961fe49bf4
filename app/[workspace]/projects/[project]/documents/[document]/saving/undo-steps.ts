import type { DeskPatch } from "./desk-patches";
import type { UndoName } from "./desk-session";

/** One act as the page shows it: how undo names it, and what it changed. */
export interface Step {
  /** The key of the act. */
  readonly id: string;
  readonly name: NonNullable<UndoName>;
  readonly patches: readonly DeskPatch[];
}

export type Direction = "undo" | "redo";

/** What this page knows of the person's acts, back and forth: the server knows all of them, in the same order. */
export class UndoSteps {
  private past: Step[] = [];
  private future: Step[] = [];

  add(step: Step): void {
    this.past.push(step);
    this.future = [];
  }

  /** The step that goes the way; `change` says how it is gone back from there. */
  take(direction: Direction, change: (step: Step) => Step): Step | undefined {
    const [from, to] = direction === "undo" ? [this.past, this.future] : [this.future, this.past];
    const step = from.pop();
    if (step) to.push(change(step));
    return step;
  }

  top(direction: Direction): Step | undefined {
    return (direction === "undo" ? this.past : this.future).at(-1);
  }

  /** What never happened cannot be taken back. */
  drop(id: string): void {
    this.past = this.past.filter((step) => step.id !== id);
    this.future = this.future.filter((step) => step.id !== id);
  }

  clear(): void {
    this.past = [];
    this.future = [];
  }
}
