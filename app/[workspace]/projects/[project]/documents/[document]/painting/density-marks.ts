import type { Span } from "@/lib/text/span";
import type { TextScale } from "../reading/text-scale";

export interface MarkColours {
  readonly hit: string;
  readonly bookmark: string;
}

/** Hits as short lines on the right, bookmarks as pointers on the left: told apart by shape and side. */
export function drawDensityMarks(
  canvas: HTMLCanvasElement,
  scale: TextScale,
  hits: readonly Span[],
  bookmarks: readonly number[],
  colours: MarkColours,
): void {
  const pen = canvas.getContext("2d");
  const { width, height } = canvas;
  if (!pen) return;
  pen.clearRect(0, 0, width, height);
  pen.fillStyle = colours.hit;
  let last = -1;
  for (const { start } of hits) {
    const row = Math.floor(scale.share(start) * (height - 2));
    // Thousands of hits are no more rows than the strip has.
    if (row === last) continue;
    last = row;
    pen.fillRect(Math.round(width / 2), row, width, 2);
  }
  pen.fillStyle = colours.bookmark;
  const half = Math.round(width / 3);
  for (const offset of bookmarks) {
    const row = Math.min(Math.max(Math.floor(scale.share(offset) * height), half), height - half);
    pen.beginPath();
    pen.moveTo(0, row - half);
    pen.lineTo(half * 1.5, row);
    pen.lineTo(0, row + half);
    pen.fill();
  }
}
