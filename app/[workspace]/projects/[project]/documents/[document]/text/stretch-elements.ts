/** A stretch of turns as it stands on the page. */
export interface StretchElement {
  readonly element: HTMLElement;
  /** Offset of its first word. */
  readonly start: number;
}

export function stretchElements(scroller: HTMLElement): StretchElement[] {
  const first = scroller.getElementsByTagName("article")[0];
  const chapters = first?.parentElement?.parentElement?.parentElement?.children ?? [];
  return [...chapters]
    .flatMap((chapter) => [...chapter.children])
    .flatMap((element) => {
      if (!(element instanceof HTMLElement) || element.firstElementChild?.tagName !== "ARTICLE") return [];
      const block = element.getElementsByTagName("p")[0];
      return block?.dataset.at === undefined ? [] : [{ element, start: Number(block.dataset.at) }];
    });
}

/** The first of the stretches that ends below a height of the window. */
export function stretchBelow(stretches: readonly StretchElement[], height: number): number {
  let [low, high] = [0, stretches.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((stretches[middle]?.element.getBoundingClientRect().bottom ?? 0) > height) high = middle;
    else low = middle + 1;
  }
  return Math.max(low, 0);
}
