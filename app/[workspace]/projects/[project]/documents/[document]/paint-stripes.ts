import type { Span } from "@/lib/text/span";
import type { DeskCoding } from "./coding-store";
import styles from "./layers.module.css";
import type { PieceRect, TintPiece } from "./paint-tints";
import { COLUMNS, namePlaces, stripeColumns } from "./stripe-columns";
import type { CodeLook, Marks } from "./turn-painter";

export interface StripesOfTurn {
  readonly turn: Span;
  readonly pieces: readonly TintPiece[];
  readonly codings: readonly DeskCoding[];
  readonly height: number;
  readonly spanning: ReadonlyMap<string, number>;
  readonly lookOf: (codeId: string) => CodeLook;
}

interface Stripe {
  readonly id: string;
  readonly coding: DeskCoding;
  readonly top: number;
  readonly bottom: number;
  readonly begins: boolean;
}

const NAME_HEIGHT = 17;

/** From top to bottom of the words in this turn; to its edge where the coding goes on in the next one. */
function stripesOf({ turn, pieces, codings, height }: StripesOfTurn): Stripe[] {
  const rects = new Map<string, PieceRect[]>();
  for (const piece of pieces) {
    for (const { id } of piece.codings) {
      const own = rects.get(id);
      if (own) own.push(...piece.rects);
      else rects.set(id, [...piece.rects]);
    }
  }
  return codings.flatMap((coding) => {
    const own = rects.get(coding.id) ?? [];
    if (own.length === 0) return [];
    const begins = coding.start >= turn.start;
    const top = begins ? Math.min(...own.map((rect) => rect.top)) : 0;
    const bottom = coding.end > turn.end ? height : Math.max(...own.map((rect) => rect.top + rect.height));
    return [{ id: coding.id, coding, top, bottom, begins }];
  });
}

/** Stripes in columns that do not cross, with their codes' names where there is room. */
export function fillStripes(layer: Element, own: StripesOfTurn): void {
  const stripes = stripesOf(own);
  const taken = new Set(stripes.flatMap(({ id }) => own.spanning.get(id) ?? []));
  const within = stripeColumns(
    stripes
      .filter(({ id }) => !own.spanning.has(id))
      .map(({ id, top, bottom }) => ({ id, from: top, to: bottom + 2, length: bottom - top })),
    COLUMNS,
    taken,
  );
  const elements: HTMLElement[] = [];
  const shown: Stripe[] = [];
  for (const stripe of stripes) {
    const column = own.spanning.get(stripe.id) ?? within.get(stripe.id);
    if (column === undefined) continue;
    shown.push(stripe);
    const element = marked("div", styles.stripe, stripe, own);
    element.style.setProperty("--column", String(column));
    element.style.insetBlockStart = `${stripe.top.toFixed(1)}px`;
    element.style.blockSize = `${(stripe.bottom - stripe.top).toFixed(1)}px`;
    elements.push(element);
  }
  const byId = new Map(shown.map((stripe) => [stripe.id, stripe]));
  for (const { id, top } of namePlaces(
    shown.filter((stripe) => stripe.begins),
    NAME_HEIGHT,
  )) {
    const stripe = byId.get(id);
    if (!stripe) continue;
    const element = marked("span", styles.name, stripe, own);
    element.style.insetBlockStart = `${top.toFixed(1)}px`;
    element.textContent = own.lookOf(stripe.coding.codeId).name;
    elements.push(element);
  }
  if (shown.length < stripes.length) {
    const more = document.createElement("span");
    if (styles.more) more.className = styles.more;
    more.textContent = `+${stripes.length - shown.length}`;
    more.title =
      "More codings begin here than the margin has room for. Put the caret in the text: the inspector lists them.";
    elements.push(more);
  }
  layer.replaceChildren(...elements);
}

function marked(
  tag: "div" | "span",
  className: string | undefined,
  { coding }: Stripe,
  own: StripesOfTurn,
): HTMLElement {
  const look = own.lookOf(coding.codeId);
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.title = look.path;
  element.dataset.coding = coding.id;
  element.dataset.colour = "";
  element.style.setProperty("--colour", look.colour);
  return element;
}

/** Makes the stripe and the name of the chosen and the hovered coding stand out, and no others. */
export function markStripes(layer: HTMLElement, { chosen, hovered }: Marks): void {
  for (const element of layer.children) {
    const id = element instanceof HTMLElement ? element.dataset.coding : undefined;
    if (id === undefined) continue;
    element.toggleAttribute("data-chosen", id === chosen);
    element.toggleAttribute("data-hovered", id === hovered);
  }
}
