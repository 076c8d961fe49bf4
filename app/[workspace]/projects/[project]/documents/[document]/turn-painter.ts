import type { Span } from "@/lib/text/span";
import type { Changed, CodingStore, DeskCoding } from "./coding-store";
import type { DeskTurn } from "./desk-turns";
import { measureCodings, measureSpan } from "./measure-turn";
import { NearTurns } from "./near-turns";
import { fillStripes, markStripes } from "./paint-stripes";
import { fillHeld, fillTints, fillUnderlines, type PieceRect, type TintPiece } from "./paint-tints";
import { spanningColumns } from "./spanning-columns";
import { layTurnLayers, type TurnLayers } from "./turn-layers";

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

interface Measured {
  readonly turn: number;
  readonly pieces: TintPiece[];
  readonly codings: DeskCoding[];
  readonly height: number;
}

/** How long a frame may measure turns that nobody sees yet; writing them takes about twice that. */
const AHEAD_MS = 2;

const EVERYWHERE = { from: 0, to: Number.MAX_SAFE_INTEGER };

/**
 * Paints codings on the layers of the turns near the window, never the text itself. Everything that changes within a
 * frame is painted once, before the browser shows it: what is to be painted is first measured and then written, so
 * that the browser lays out once. What only stands out differently is not measured again.
 */
export class TurnPainter {
  private readonly nearTurns: NearTurns;
  private readonly layers = new Map<number, TurnLayers>();
  private readonly drawn = new Map<number, Measured>();
  private readonly stale = new Set<number>();
  private readonly remarked = new Set<number>();
  private readonly unsubscribe: () => void;
  private readonly resize: ResizeObserver;
  private marks: Marks = { chosen: null, hovered: null, held: null };
  private spanning = new Map<number, ReadonlyMap<string, number>>();
  private frame = 0;
  private width = 0;

  constructor(
    private readonly scroller: HTMLElement,
    column: HTMLElement,
    private readonly turns: readonly DeskTurn[],
    private readonly store: CodingStore,
    private readonly lookOf: (codeId: string) => CodeLook,
  ) {
    this.nearTurns = new NearTurns(scroller, column);
    scroller.addEventListener("scroll", this.schedule, { passive: true });
    this.resize = new ResizeObserver(() => {
      if (column.clientWidth === this.width) this.schedule();
      else {
        this.width = column.clientWidth;
        this.repaintAll();
      }
    });
    this.resize.observe(column);
    this.resize.observe(scroller);
    this.unsubscribe = store.subscribe((changed) => this.onChanged(changed));
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
    window.removeEventListener("beforeprint", this.paintEverything);
    for (const { tints, lines, stripes } of this.layers.values())
      for (const each of [tints, lines, stripes]) each.remove();
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

  readonly repaintAll = (): void => {
    this.spanning.clear();
    for (const turn of this.drawn.keys()) this.stale.add(turn);
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
    const { from, to } = !changed || changed.spanning ? EVERYWHERE : changed;
    if (!changed || changed.spanning) this.spanning.clear();
    for (const turn of this.drawn.keys()) if (turn >= from && turn <= to) this.stale.add(turn);
    this.schedule();
  }

  private readonly schedule = (): void => {
    if (this.frame === 0) this.frame = requestAnimationFrame(this.flush);
  };

  private readonly flush = (): void => {
    this.frame = 0;
    const { seen, near } = this.nearTurns.look();
    for (const turn of this.drawn.keys()) if (turn < near.from || turn > near.to) this.leave(turn);
    const isNeeded = (turn: number) => this.stale.has(turn) || !this.drawn.has(turn);
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
    if (layers) for (const layer of [layers.tints, layers.lines, layers.stripes]) layer.replaceChildren();
  }

  /** Paints the first turns and of the others as many as a frame has time for; tells whether some are left. */
  private paint(turns: readonly number[], ahead: readonly number[] = []): boolean {
    const measured = turns.flatMap((turn) => this.measure(turn) ?? []);
    const until = performance.now() + AHEAD_MS;
    let done = 0;
    for (; done < ahead.length && performance.now() < until; done++) {
      const found = this.measure(ahead[done] ?? -1);
      if (found) measured.push(found);
    }
    for (const { turn } of measured) this.remarked.delete(turn);
    const remarked = [...this.remarked].flatMap((turn) => this.drawn.get(turn) ?? []);
    this.remarked.clear();
    const held = new Map([...measured, ...remarked].map(({ turn }) => [turn, this.measureHeld(turn)]));
    for (const each of measured) this.write(each);
    for (const each of [...measured, ...remarked]) this.writeMarks(each, held.get(each.turn) ?? []);
    return done < ahead.length;
  }

  private measure(turn: number): Measured | null {
    const article = this.nearTurns.articles[turn];
    if (!article) return null;
    const codings = this.store.inTurn(turn);
    const origin = article.getBoundingClientRect();
    return { turn, pieces: measureCodings(article, origin, codings), codings, height: origin.height };
  }

  private measureHeld(turn: number): PieceRect[] {
    const { held } = this.marks;
    const [article, span] = [this.nearTurns.articles[turn], this.turns[turn]];
    if (!held || !article || !span || held.start >= span.end || held.end <= span.start) return [];
    return measureSpan(article, article.getBoundingClientRect(), held);
  }

  private write(measured: Measured): void {
    const { turn, pieces, codings, height } = measured;
    const [article, span] = [this.nearTurns.articles[turn], this.turns[turn]];
    if (!article || !span) return;
    const layers = this.layers.get(turn) ?? layTurnLayers(article);
    this.layers.set(turn, layers);
    this.drawn.set(turn, measured);
    this.stale.delete(turn);
    fillTints(layers.tints, pieces, this.lookOf);
    fillStripes(layers.stripes, {
      turn: span,
      pieces,
      codings,
      height,
      spanning: spanningColumns(this.store, this.turns, turn, this.spanning),
      lookOf: this.lookOf,
    });
  }

  private writeMarks({ turn, pieces }: Measured, held: readonly PieceRect[]): void {
    const layers = this.layers.get(turn);
    if (!layers) return;
    fillHeld(layers.tints, held);
    fillUnderlines(layers.lines, pieces, this.marks, this.lookOf);
    markStripes(layers.stripes, this.marks);
  }
}

function isMarkChanged(before: Marks, after: Marks, id: string): boolean {
  return (before.chosen === id) !== (after.chosen === id) || (before.hovered === id) !== (after.hovered === id);
}
