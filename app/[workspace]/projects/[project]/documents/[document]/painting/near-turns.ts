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

/** Elements in the order of the page, each with the place of the first of what stands in it among its own kind. */
interface Row {
  readonly elements: HTMLElement[];
  readonly firsts: number[];
}

/** Which turns lie near the window. Asked when something moved, it looks at a dozen boxes, however many turns there are. */
export class NearTurns {
  readonly articles: readonly HTMLElement[];
  private readonly chapters: Row = { elements: [], firsts: [] };
  private readonly stretches: Row = { elements: [], firsts: [] };

  constructor(
    private readonly scroller: HTMLElement,
    column: HTMLElement,
  ) {
    const articles: HTMLElement[] = [];
    for (const chapter of elementsIn(column)) {
      if (chapter.firstElementChild?.firstElementChild?.tagName !== "ARTICLE") continue;
      this.chapters.elements.push(chapter);
      this.chapters.firsts.push(this.stretches.elements.length);
      for (const stretch of elementsIn(chapter)) {
        this.stretches.elements.push(stretch);
        this.stretches.firsts.push(articles.length);
        articles.push(...elementsIn(stretch));
      }
    }
    this.articles = articles;
  }

  look(): Sight {
    const { top, bottom, height } = this.scroller.getBoundingClientRect();
    return {
      seen: this.between(top, bottom),
      near: this.between(top - MARGIN * height, bottom + MARGIN * height),
    };
  }

  private between(top: number, bottom: number): TurnReach {
    const { elements, firsts } = this.stretches;
    const chapter = firstBelow(this.chapters.elements, top, 0, this.chapters.elements.length - 1);
    const first = firstBelow(elements, top, this.chapters.firsts[chapter] ?? 0, this.lastStretch(chapter));
    let last = first;
    let within = chapter;
    // The boxes of stretches are asked for only within chapters near the window: others are not laid out.
    for (;;) {
      if (last < this.lastStretch(within)) {
        if (topOf(elements[last + 1]) >= bottom) break;
      } else if (topOf(this.chapters.elements[++within]) >= bottom) break;
      if (last + 1 >= elements.length) break;
      last++;
    }
    let from = firsts[first] ?? 0;
    let to = (firsts[last + 1] ?? this.articles.length) - 1;
    while (from < to && bottomOf(this.articles[from]) <= top) from++;
    while (to > from && topOf(this.articles[to]) >= bottom) to--;
    return { from, to };
  }

  private lastStretch(chapter: number): number {
    return (this.chapters.firsts[chapter + 1] ?? this.stretches.elements.length) - 1;
  }
}

/** The first from `low` to `high` that ends below a height. */
function firstBelow(elements: readonly HTMLElement[], height: number, low: number, high: number): number {
  let [from, to] = [low, high];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (bottomOf(elements[middle]) > height) to = middle;
    else from = middle + 1;
  }
  return Math.max(from, 0);
}

function elementsIn(parent: HTMLElement): HTMLElement[] {
  return [...parent.children].filter((each) => each instanceof HTMLElement);
}

function topOf(element: HTMLElement | undefined): number {
  return element?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY;
}

function bottomOf(element: HTMLElement | undefined): number {
  return element?.getBoundingClientRect().bottom ?? 0;
}
