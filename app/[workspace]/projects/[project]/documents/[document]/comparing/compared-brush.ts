import type { PieceRect, TintPiece } from "../painting/measure-turn";
import { fillStripes, type StripesOfTurn } from "../painting/paint-stripes";
import { pathElement, tintElement } from "../painting/paint-tints";
import { type SettledColumns, spanningColumns } from "../painting/spanning-columns";
import { keepOn, layMargin, type TurnLayers } from "../painting/turn-layers";
import type { Brush, CodeLook } from "../painting/turn-painter";
import type { DeskTurn } from "../text/desk-turns";
import { indexAt } from "../text/desk-turns";
import styles from "./compared-brush.module.css";
import { type Comparison, type Party, type Side, sidesOfCodes } from "./comparison";

/** How strong a tint is that one coder alone gave, beside one that both gave. */
const ALONE = 0.4;

/** How far below their words the lines of the two coders run. */
const LINES: Readonly<Record<Exclude<Side, "both">, number>> = { left: -1, right: 2 };

/** Two coders side by side: the stripes of one left of the text and of the other right of it, agreement in full tint. */
export function comparedBrush(comparison: Comparison, turns: readonly DeskTurn[]): Brush {
  const { left, right } = comparison;
  const settled: Record<"left" | "right", SettledColumns> = { left: new Map(), right: new Map() };

  const stripesOf = ({ store }: Party, columns: SettledColumns, own: StripesOfTurn): StripesOfTurn => {
    const turn = indexAt(turns, own.turn.start);
    return {
      ...own,
      codings: store.inTurn(turn),
      spanning: spanningColumns(store, turns, turn, columns),
      dress: (element, { id }, look) => dress(element, comparison, comparison.sideOf(id), look),
    };
  };

  return {
    tints: (layers, pieces, lookOf) => fillComparedTints(layers, pieces, comparison, lookOf),
    stripes: (layers, own) => {
      layers.left ??= layMargin(layers.stripes, styles.left);
      fillStripes(layers.left, stripesOf(left, settled.left, own));
      fillStripes(layers, stripesOf(right, settled.right, own));
    },
  };
}

function dress(element: HTMLElement, { left, right }: Comparison, side: Side, look: CodeLook): void {
  const who =
    side === "both" ? `${left.name} and ${right.name}, alike` : `${(side === "left" ? left : right).name} alone`;
  element.title = `${who}: ${look.path}`;
  element.draggable = false;
  element.dataset.side = side;
  if (side === "left" && styles.byLeft) element.classList.add(styles.byLeft);
  if (side === "right" && styles.byRight) element.classList.add(styles.byRight);
}

/** A full tint where both gave the code; a faint one and a line under the words, dashed or dotted, where one did. */
function fillComparedTints(
  { tints, keptTints }: TurnLayers,
  pieces: readonly TintPiece[],
  comparison: Comparison,
  lookOf: (codeId: string) => CodeLook,
): void {
  const paths = new Map<string, { codeId: string; depth: number; share: number; path: string }>();
  const lines = new Map<string, { codeId: string; side: "left" | "right"; path: string }>();
  for (const { codings, path, rects } of pieces) {
    const sides = sidesOfCodes(codings, comparison);
    const lined = new Map<"left" | "right", string>();
    for (const [codeId, side] of sides) {
      if (side !== "both") lined.set(side, codeId);
      const share = side === "both" ? 1 : ALONE;
      const key = `${codeId} ${sides.size} ${share}`;
      const found = paths.get(key);
      if (found) found.path += path;
      else paths.set(key, { codeId, depth: sides.size, share, path });
    }
    // One line a side: where one coder gave several codes it has the colour of the innermost, and the margin tells all.
    for (const [side, codeId] of lined) {
      const key = `line ${side} ${codeId}`;
      const drawn = linePath(rects, LINES[side]);
      const found = lines.get(key);
      if (found) found.path += drawn;
      else lines.set(key, { codeId, side, path: drawn });
    }
  }
  const wanted = new Map<string, { look: string; make: () => SVGPathElement }>();
  for (const [key, { codeId, depth, share, path }] of paths) {
    const { colour } = lookOf(codeId);
    wanted.set(key, { look: `${colour} ${path}`, make: () => tintElement(path, depth, colour, share) });
  }
  for (const [key, { codeId, side, path }] of lines) {
    const { colour } = lookOf(codeId);
    const className = side === "left" ? styles.dashed : styles.dotted;
    wanted.set(key, { look: `${colour} ${path}`, make: () => pathElement(path, className, colour) });
  }
  keepOn(tints, keptTints, wanted);
}

function linePath(rects: readonly PieceRect[], below: number): string {
  let path = "";
  for (const { left, top, width, height } of rects) {
    path += `M${left.toFixed(1)} ${(top + height + below).toFixed(1)}h${width.toFixed(1)}`;
  }
  return path;
}
