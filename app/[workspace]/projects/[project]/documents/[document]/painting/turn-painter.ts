import type { Span } from "@/lib/text/span";
import type { Changed, CodingStore, DeskCoding } from "../saving/coding-store";
import type { DeskTurn } from "../text/desk-turns";
import { MeasuredTurn, type PieceRect, type TintPiece } from "./measure-turn";
import { NearTurns } from "./near-turns";
import { fillStripes, markStripes, type StripesOfTurn } from "./paint-stripes";
import { fillHeld, fillTints, fillUnderlines } from "./paint-tints";
import { type SettledColumns, settleChange, spanningColumns } from "./spanning-columns";
import { clearTurnLayers, layTurnLayers, removeTurnLayers, type TurnLayers } from "./turn-layers";

/** What a code looks like and is called; the painter asks for it with every coding it draws. */
export interface CodeLook {
  readonly colour: string;
  readonly name: string;
  readonly path: string;
}

/** What stands out at the moment. */
export interface Marks {
  readonly chosen: string | null;
  readonly hovered: string | null;
  /** The selection, while the browser does not show it because the focus is elsewhere. */
  readonly held: Span | null;
}

/** How what was measured is drawn. */
export interface Brush {
  readonly tints: (layers: TurnLayers, pieces: readonly TintPiece[], lookOf: (codeId: string) => CodeLook) => void;
  readonly stripes: (layers: TurnLayers, own: StripesOfTurn) => void;
}

/** One person's codings. */
const OWN: Brush = { tints: fillTints, stripes: fillStripes };

interface Drawn {
  readonly turn: number;
  readonly measured: MeasuredTurn;
  readonly codings: readonly DeskCoding[];
  readonly pieces: readonly TintPiece[];
}

/** How long a frame may measure turns that nobody sees yet; writing them takes about twice that. */
const AHEAD_MS = 2;

/**
 * Paints codings on the layers of the turns near the window, never the text itself. What is to be painted is first
 * measured and then written, so that the browser lays out once. An act is painted at once, while the page still stands
 * as it was: later in the frame, measuring would have to wait for everything else that the act changes. What only
 * stands out differently is not measured again.
 */
export class TurnPainter {
  private readonly nearTurns: NearTurns;
  private readonly layers = new Map<number, TurnLayers>();
  private readonly drawn = new Map<number, Drawn>();
  private readonly stale = new Set<number>();
  /** Whose stripes may stand in other columns now; their words lie where they lay. */
  private readonly restriped = new Set<number>();
  private readonly remarked = new Set<number>();
  private readonly unsubscribe: () => void;
  private readonly resize: ResizeObserver;
  private marks: Marks = { chosen: null, hovered: null, held: null };
  private readonly spanning: SettledColumns = new Map();
  private frame = 0;
  private isPaintedNow = false;

  constructor(
    private readonly scroller: HTMLElement,
    column: HTMLElement,
    private readonly turns: readonly DeskTurn[],
    private readonly store: CodingStore,
    private readonly lookOf: (codeId: string) => CodeLook,
    private readonly brush: Brush = OWN,
  ) {
    this.nearTurns = new NearTurns(scroller, column);
    scroller.addEventListener("scroll", this.schedule, { passive: true });
    this.resize = new ResizeObserver(this.schedule);
    this.resize.observe(column);
    this.resize.observe(scroller);
    this.unsubscribe = store.subscribe((changed) => this.onChanged(changed));
    // Whoever comes from another page has the text before its face: words then move within lines that stay as long.
    document.fonts.addEventListener("loadingdone", this.repaintAll);
    void document.fonts.ready.then(this.repaintAll);
    window.addEventListener("beforeprint", this.paintEverything);
    this.schedule();
  }

  close(): void {
    this.scroller.removeEventListener("scroll", this.schedule);
    this.resize.disconnect();
    this.unsubscribe();
    cancelAnimationFrame(this.frame);
    // Nothing is painted after this, whoever still asks.
    this.frame = -1;
    document.fonts.removeEventListener("loadingdone", this.repaintAll);
    window.removeEventListener("beforeprint", this.paintEverything);
    for (const layers of this.layers.values()) removeTurnLayers(layers);
    this.layers.clear();
  }

  mark(marks: Marks): void {
    const before = this.marks;
    this.marks = marks;
    for (const id of [before.chosen, before.hovered, marks.chosen, marks.hovered]) {
      const coding = this.store.get(id);
      if (coding && isMarkChanged(before, marks, coding.id)) this.remark(coding);
    }
    if (before.held !== marks.held) for (const held of [before.held, marks.held]) if (held) this.remark(held);
    this.schedule();
  }

  /** Everything is measured anew: the words may stand elsewhere, or their codes look different. */
  readonly repaintAll = (): void => {
    this.spanning.clear();
    for (const [turn, { measured }] of this.drawn) {
      measured.forget();
      this.stale.add(turn);
    }
    this.schedule();
  };

  private readonly paintEverything = (): void => {
    this.paint(this.turns.map((_, turn) => turn));
  };

  private remark(span: Span): void {
    const { from, to } = this.store.turnsOf(span);
    for (const turn of this.drawn.keys()) if (turn >= from && turn <= to) this.remarked.add(turn);
  }

  private onChanged(changed: Changed): void {
    const isSettled = changed?.spanning.every((patch) => settleChange(this.store, patch, this.spanning)) ?? false;
    if (!isSettled) this.spanning.clear();
    for (const turn of this.drawn.keys()) {
      if (!changed || (turn >= changed.from && turn <= changed.to)) this.stale.add(turn);
      else if (!isSettled) this.restriped.add(turn);
    }
    this.schedule();
    // Once a frame: a second change finds a page that waits to be laid out.
    if (this.isPaintedNow || !changed) return;
    this.isPaintedNow = true;
    this.paint([...this.stale]);
  }

  private readonly schedule = (): void => {
    if (this.frame === 0) this.frame = requestAnimationFrame(this.flush);
  };

  private readonly flush = (): void => {
    this.frame = 0;
    this.isPaintedNow = false;
    const { seen, near } = this.nearTurns.look();
    for (const turn of this.drawn.keys()) if (turn < near.from || turn > near.to) this.leave(turn);
    const isNeeded = (turn: number) => this.stale.has(turn) || this.drawn.get(turn)?.measured.isTrue() !== true;
    const now: number[] = [];
    for (let turn = seen.from; turn <= seen.to; turn++) if (isNeeded(turn)) now.push(turn);
    const ahead: number[] = [];
    for (let turn = seen.to + 1; turn <= near.to; turn++) if (isNeeded(turn)) ahead.push(turn);
    for (let turn = seen.from - 1; turn >= near.from; turn--) if (isNeeded(turn)) ahead.push(turn);
    if (this.paint(now, ahead)) this.schedule();
  };

  private leave(turn: number): void {
    this.drawn.delete(turn);
    this.stale.delete(turn);
    const layers = this.layers.get(turn);
    if (layers) clearTurnLayers(layers);
  }

  /** Paints the first turns and of the others as many as a frame has time for; tells whether some are left. */
  private paint(turns: readonly number[], ahead: readonly number[] = []): boolean {
    const drawn = turns.flatMap((turn) => this.measure(turn) ?? []);
    const until = performance.now() + AHEAD_MS;
    let done = 0;
    for (; done < ahead.length && performance.now() < until; done++) {
      const found = this.measure(ahead[done] ?? -1);
      if (found) drawn.push(found);
    }
    for (const { turn } of drawn) for (const set of [this.remarked, this.restriped, this.stale]) set.delete(turn);
    const restriped = this.takeDrawn(this.restriped);
    const remarked = this.takeDrawn(this.remarked);
    const held = new Map([...drawn, ...remarked].map((each) => [each.turn, this.measureHeld(each)]));
    for (const each of drawn) this.writeTints(each);
    for (const each of [...drawn, ...restriped]) this.writeStripes(each);
    for (const each of [...drawn, ...remarked]) this.writeMarks(each, held.get(each.turn) ?? []);
    return done < ahead.length;
  }

  private takeDrawn(turns: Set<number>): Drawn[] {
    const taken = [...turns].flatMap((turn) => this.drawn.get(turn) ?? []);
    turns.clear();
    return taken;
  }

  private measure(turn: number): Drawn | null {
    const article = this.nearTurns.articles[turn];
    if (!article) return null;
    const known = this.drawn.get(turn)?.measured;
    const measured = known?.isTrue() ? known : new MeasuredTurn(article);
    const codings = this.store.inTurn(turn);
    const drawn = { turn, measured, codings, pieces: measured.codings(codings) };
    this.drawn.set(turn, drawn);
    return drawn;
  }

  private measureHeld({ turn, measured }: Drawn): PieceRect[] {
    const { held } = this.marks;
    const span = this.turns[turn];
    if (!held || !span || held.start >= span.end || held.end <= span.start) return [];
    return measured.span(held);
  }

  private layersOf(turn: number): TurnLayers | null {
    const article = this.nearTurns.articles[turn];
    const known = this.layers.get(turn);
    if (known || !article) return known ?? null;
    const layers = layTurnLayers(article);
    this.layers.set(turn, layers);
    return layers;
  }

  private writeTints({ turn, pieces }: Drawn): void {
    const layers = this.layersOf(turn);
    if (layers) this.brush.tints(layers, pieces, this.lookOf);
  }

  private writeStripes({ turn, pieces, codings, measured }: Drawn): void {
    const layers = this.layersOf(turn);
    const span = this.turns[turn];
    if (!layers || !span) return;
    const spanning = spanningColumns(this.store, this.turns, turn, this.spanning);
    this.brush.stripes(layers, { turn: span, pieces, codings, height: measured.height, spanning, lookOf: this.lookOf });
  }

  private writeMarks({ turn, pieces }: Drawn, held: readonly PieceRect[]): void {
    const layers = this.layersOf(turn);
    if (!layers) return;
    fillHeld(layers, held);
    fillUnderlines(layers, pieces, this.marks, this.lookOf);
    markStripes(layers, this.marks);
  }
}

function isMarkChanged(before: Marks, after: Marks, id: string): boolean {
  return (before.chosen === id) !== (after.chosen === id) || (before.hovered === id) !== (after.hovered === id);
}
