/** Turns by their place in the document; `to` is the last one. */
export interface TurnReach {
  readonly from: number;
  readonly to: number;
}

export interface Sight {
  /** Those in the window. */
  readonly seen: TurnReach;
  /** Those, and what a moment of scrolling brings there. */
  readonly near: TurnReach;
}

/** How much of the window's height above and below it counts as near. */
const MARGIN = 0.6;

/** Which turns lie near the window. Asked when something moved, it looks at a dozen boxes, however many turns there are. */
export class NearTurns {
  readonly articles: readonly HTMLElement[];
  private readonly stretches: readonly HTMLElement[];
  /** The place of each stretch's first turn. */
  private readonly firsts: readonly number[];

  constructor(
    private readonly scroller: HTMLElement,
    column: HTMLElement,
  ) {
    const articles: HTMLElement[] = [];
    const stretches: HTMLElement[] = [];
    const firsts: number[] = [];
    for (const stretch of elementsIn(column)) {
      if (stretch.firstElementChild?.tagName !== "ARTICLE") continue;
      stretches.push(stretch);
      firsts.push(articles.length);
      articles.push(...elementsIn(stretch));
    }
    [this.articles, this.stretches, this.firsts] = [articles, stretches, firsts];
  }

  look(): Sight {
    const { top, bottom, height } = this.scroller.getBoundingClientRect();
    return {
      seen: this.between(top, bottom),
      near: this.between(top - MARGIN * height, bottom + MARGIN * height),
    };
  }

  private between(top: number, bottom: number): TurnReach {
    const first = this.firstBelow(top);
    let last = first;
    while (last + 1 < this.stretches.length && topOf(this.stretches[last + 1]) < bottom) last++;
    let from = this.firsts[first] ?? 0;
    let to = (this.firsts[last + 1] ?? this.articles.length) - 1;
    // Boxes of turns are known only where the browser has laid out their stretch; near the window it has.
    while (from < to && bottomOf(this.articles[from]) <= top) from++;
    while (to > from && topOf(this.articles[to]) >= bottom) to--;
    return { from, to };
  }

  /** The first stretch that ends below a height. */
  private firstBelow(height: number): number {
    let [low, high] = [0, this.stretches.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (bottomOf(this.stretches[middle]) > height) high = middle;
      else low = middle + 1;
    }
    return Math.max(low, 0);
  }
}

function elementsIn(parent: HTMLElement): HTMLElement[] {
  return [...parent.children].filter((each) => each instanceof HTMLElement);
}

function topOf(element: HTMLElement | undefined): number {
  return element?.getBoundingClientRect().top ?? 0;
}

function bottomOf(element: HTMLElement | undefined): number {
  return element?.getBoundingClientRect().bottom ?? 0;
}
