import type { Domain } from "./chart-scale";

export interface Heat {
  /** How deep the tint is, 0 to 1. */
  depth: number;
  /** Which of the two hues it has. */
  below: boolean;
}

/** "root" gives small counts beside great ones a tint that can be seen. */
export type HeatScale = "linear" | "root";

/** Where the domain goes below 0, the tint begins at 0 on both sides and equal distances are equally deep. */
export function heatOf(value: number, [low, high]: Domain, scale: HeatScale = "linear"): Heat {
  const [from, to] = low < 0 ? [0, Math.max(-low, high)] : [low, high];
  const share = to > from ? Math.min(Math.max((Math.abs(value - from) || 0) / (to - from), 0), 1) : 0;
  const below = low < 0 && value < 0;
  const inside = low < 0 || value > low ? share : 0;
  return { depth: scale === "root" ? Math.sqrt(inside) : inside, below };
}

/** 45° strokes across a rectangle as one path: a pattern would need an id that is unique in the page. */
export function hatching(x: number, y: number, width: number, height: number, gap = 6): string {
  const strokes: string[] = [];
  for (let sum = gap; sum < width + height; sum += gap) {
    const startX = Math.max(0, sum - height);
    const endX = Math.min(width, sum);
    strokes.push(`M${x + startX} ${y + sum - startX}L${x + endX} ${y + sum - endX}`);
  }
  return strokes.join("");
}
