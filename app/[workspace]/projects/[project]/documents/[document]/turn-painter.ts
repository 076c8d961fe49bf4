import { runs } from "@/lib/text/runs";
import type { Span } from "@/lib/text/span";
import type { Changed, CodingStore, DeskCoding } from "./coding-store";
import type { DeskTurn } from "./desk-turns";
import { fillStripes } from "./paint-stripes";
import { fillTints, fillUnderlines, type TintPiece } from "./paint-tints";
import { spanningColumns } from "./spanning-columns";

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

/**
 * Paints codings on the layers of the turns near the window, never the text itself. What is to be painted is first
 * measured and then written, turn by turn, so that the browser lays out once.
 */
export class TurnPainter {
  private readonly near = new Set<number>();
  private readonly stale = new Set<number>();
  private readonly observer: IntersectionObserver;
  private readonly unsubscribe: () => void;
  private readonly resize: ResizeObserver;
  private marks: Marks = { chosen: null, hovered: null, held: null };
  private spanning = new Map<number, ReadonlyMap<string, number>>();
  private frame = 0;
  private width = 0;

  constructor(
    scroller: HTMLElement,
    column: HTMLElement,
    private readonly turns: readonly DeskTurn[],
    private readonly articles: readonly HTMLElement[],
    private readonly store: CodingStore,
    private readonly lookOf: (codeId: string) => CodeLook,
  ) {
    const numbers = new Map(articles.map((article, i) => [article as Element, i]));
    this.observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          const turn = numbers.get(entry.target);
          if (turn === undefined) continue;
          if (entry.isIntersecting) this.enter(turn);
          else this.leave(turn);
        }
      },
      { root: scroller, rootMargin: "60% 0%" },
    );
    for (const article of articles) this.observer.observe(article);
    this.resize = new ResizeObserver(() => {
      if (column.clientWidth === this.width) return;
      this.width = column.clientWidth;
      this.repaintAll();
    });
    this.resize.observe(column);
    this.unsubscribe = store.subscribe((changed) => this.onChanged(changed));
    void document.fonts.ready.then(() => this.repaintAll());
    window.addEventListener("beforeprint", this.paintEverything);
  }

  close(): void {
    this.observer.disconnect();
    this.resize.disconnect();
    this.unsubscribe();
    cancelAnimationFrame(this.frame);
    window.removeEventListener("beforeprint", this.paintEverything);
  }

  mark(marks: Marks): void {
    const before = this.marks;
    this.marks = marks;
    for (const id of [before.chosen, before.hovered, marks.chosen, marks.hovered]) {
      const coding = this.store.get(id);
      if (coding && isMarkChanged(before, marks, coding.id)) this.spoil(this.store.turnsOf(coding));
    }
    if (before.held !== marks.held) {
      for (const held of [before.held, marks.held]) if (held) this.spoil(this.store.turnsOf(held));
    }
  }

  readonly repaintAll = (): void => {
    this.spanning.clear();
    for (const turn of this.near) this.stale.add(turn);
    this.schedule();
  };

  private readonly paintEverything = (): void => this.paint(this.turns.map((_, i) => i));

  private enter(turn: number): void {
    if (this.near.has(turn)) return;
    this.near.add(turn);
    this.stale.add(turn);
    this.schedule();
  }

  private leave(turn: number): void {
    if (!this.near.delete(turn)) return;
    this.stale.delete(turn);
    for (const layer of layersOf(this.articles[turn])) layer.replaceChildren();
  }

  private onChanged(changed: Changed): void {
    if (!changed || changed.spanning) {
      this.spanning.clear();
      for (const turn of this.near) this.stale.add(turn);
    } else this.spoil(changed);
    this.flush();
  }

  private spoil({ from, to }: { from: number; to: number }): void {
    for (const turn of this.near) if (turn >= from && turn <= to) this.stale.add(turn);
    this.schedule();
  }

  private schedule(): void {
    if (this.frame === 0 && this.stale.size > 0) this.frame = requestAnimationFrame(() => this.flush());
  }

  private flush(): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const turns = [...this.stale];
    this.stale.clear();
    this.paint(turns);
  }

  private paint(turns: readonly number[]): void {
    const measured = turns.map((turn) => this.measure(turn));
    for (const each of measured) if (each) this.write(each);
  }

  /** One range per run: however many codings lie on a stretch of text, it is measured once. */
  private measure(turn: number): Measured | null {
    const [article, span] = [this.articles[turn], this.turns[turn]];
    if (!article || !span) return null;
    const codings = this.store.inTurn(turn);
    const { held } = this.marks;
    const origin = article.getBoundingClientRect();
    const pieces: TintPiece[] = [];
    const byId = new Map(codings.map((coding) => [coding.id, coding]));
    const range = document.createRange();
    for (const block of article.querySelectorAll<HTMLElement>("[data-at]")) {
      const node = block.firstChild;
      const start = Number(block.dataset.at);
      const length = node?.nodeValue?.length ?? 0;
      if (!node || length === 0) continue;
      const items = [...codings, ...(held ? [{ ...held, id: "" }] : [])]
        .map(({ id, ...each }) => ({
          id,
          start: Math.max(each.start - start, 0),
          end: Math.min(each.end - start, length),
        }))
        .filter((each) => each.end > each.start);
      if (items.length === 0) continue;
      for (const run of runs(length, items)) {
        if (run.ids.length === 0) continue;
        range.setStart(node, run.start);
        range.setEnd(node, run.end);
        const rects = [...range.getClientRects()].map((rect) => ({
          left: rect.left - origin.left,
          top: rect.top - origin.top,
          width: rect.width,
          height: rect.height,
        }));
        const here = run.ids.flatMap((id) => byId.get(id) ?? []);
        pieces.push({ rects, codings: here, held: run.ids.includes("") });
      }
    }
    return { turn, pieces, codings, height: origin.height };
  }

  private write({ turn, pieces, codings, height }: Measured): void {
    const [tints, lines, stripes] = layersOf(this.articles[turn]);
    const span = this.turns[turn];
    if (!tints || !lines || !stripes || !span) return;
    fillTints(tints, pieces, this.lookOf);
    fillUnderlines(lines, pieces, this.marks, this.lookOf);
    fillStripes(stripes, {
      turn: span,
      pieces,
      codings,
      height,
      spanning: spanningColumns(this.store, this.turns, turn, this.spanning),
      marks: this.marks,
      lookOf: this.lookOf,
    });
  }
}

function isMarkChanged(before: Marks, after: Marks, id: string): boolean {
  return (before.chosen === id) !== (after.chosen === id) || (before.hovered === id) !== (after.hovered === id);
}

function layersOf(article: HTMLElement | undefined): Element[] {
  return article ? [...article.querySelectorAll(":scope > [data-layer]")] : [];
}
