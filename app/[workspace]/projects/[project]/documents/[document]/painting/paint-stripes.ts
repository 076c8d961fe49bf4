import type { Span } from "@/lib/text/span";
import type { DeskCoding } from "../saving/coding-store";
import styles from "./layers.module.css";
import type { TintPiece } from "./measure-turn";
import { COLUMNS, namePlaces, stripeColumns } from "./stripe-columns";
import { keepOn, type StripeMargin, type TurnLayers } from "./turn-layers";
import type { CodeLook, Marks } from "./turn-painter";

export interface StripesOfTurn {
  readonly turn: Span;
  readonly pieces: readonly TintPiece[];
  readonly codings: readonly DeskCoding[];
  readonly height: number;
  readonly spanning: ReadonlyMap<string, number>;
  readonly lookOf: (codeId: string) => CodeLook;
  /** What else a stripe and a name show of their coding, always the same for the same coding. */
  readonly dress?: (element: HTMLElement, coding: DeskCoding, look: CodeLook) => void;
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
  const extents = new Map<string, { top: number; bottom: number }>();
  for (const { codings, top, bottom } of pieces) {
    for (const { id } of codings) {
      const own = extents.get(id);
      if (!own) extents.set(id, { top, bottom });
      else [own.top, own.bottom] = [Math.min(own.top, top), Math.max(own.bottom, bottom)];
    }
  }
  return codings.flatMap((coding) => {
    const own = extents.get(coding.id);
    if (!own) return [];
    const begins = coding.start >= turn.start;
    const [top, bottom] = [begins ? own.top : 0, coding.end > turn.end ? height : own.bottom];
    return [{ id: coding.id, coding, top, bottom, begins }];
  });
}

/** Stripes in columns that do not cross, with their codes' names where there is room. */
export function fillStripes({ stripes: layer, keptStripes }: StripeMargin, own: StripesOfTurn): void {
  const stripes = stripesOf(own);
  const taken = new Set(stripes.flatMap(({ id }) => own.spanning.get(id) ?? []));
  const within = stripeColumns(
    stripes
      .filter(({ id }) => !own.spanning.has(id))
      .map(({ id, top, bottom }) => ({ id, from: top, to: bottom + 2, length: bottom - top })),
    COLUMNS,
    taken,
  );
  const wanted = new Map<string, { look: string; make: () => HTMLElement }>();
  const shown: Stripe[] = [];
  for (const stripe of stripes) {
    const column = own.spanning.get(stripe.id) ?? within.get(stripe.id);
    if (column === undefined) continue;
    shown.push(stripe);
    const look = own.lookOf(stripe.coding.codeId);
    const [top, size] = [stripe.top.toFixed(1), (stripe.bottom - stripe.top).toFixed(1)];
    wanted.set(stripe.id, {
      look: `${column} ${top} ${size} ${look.colour} ${look.path}`,
      make: () => dressed(stripeElement(stripe.id, look, column, top, size), stripe, own),
    });
  }
  const byId = new Map(shown.map((stripe) => [stripe.id, stripe]));
  for (const { id, top } of namePlaces(
    shown.filter((stripe) => stripe.begins),
    NAME_HEIGHT,
  )) {
    const stripe = byId.get(id);
    if (!stripe) continue;
    const look = own.lookOf(stripe.coding.codeId);
    wanted.set(`name ${id}`, {
      look: `${top.toFixed(1)} ${look.colour} ${look.path} ${stripe.coding.starred}`,
      make: () => dressed(nameElement(id, look, top.toFixed(1), stripe.coding.starred), stripe, own),
    });
  }
  const hidden = stripes.length - shown.length;
  if (hidden > 0) wanted.set("more", { look: String(hidden), make: () => moreElement(hidden) });
  keepOn(layer, keptStripes, wanted);
}

function dressed(element: HTMLElement, { coding }: Stripe, { dress, lookOf }: StripesOfTurn): HTMLElement {
  dress?.(element, coding, lookOf(coding.codeId));
  return element;
}

function stripeElement(id: string, look: CodeLook, column: number, top: string, size: string): HTMLElement {
  const element = marked("div", styles.stripe, id, look);
  element.style.setProperty("--column", String(column));
  element.style.insetBlockStart = `${top}px`;
  element.style.blockSize = `${size}px`;
  return element;
}

function nameElement(id: string, look: CodeLook, top: string, starred: boolean): HTMLElement {
  const element = marked("span", styles.name, id, look);
  element.style.insetBlockStart = `${top}px`;
  element.textContent = starred ? `★ ${look.name}` : look.name;
  return element;
}

function moreElement(hidden: number): HTMLElement {
  const element = document.createElement("span");
  if (styles.more) element.className = styles.more;
  element.textContent = `+${hidden}`;
  element.title =
    "More codings begin here than the margin has room for. Put the caret in the text: the inspector lists them.";
  return element;
}

function marked(tag: "div" | "span", className: string | undefined, id: string, look: CodeLook): HTMLElement {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.title = look.path;
  element.dataset.coding = id;
  // Onto a code of the codebook, which it then gets.
  element.draggable = true;
  element.dataset.colour = "";
  element.style.setProperty("--colour", look.colour);
  return element;
}

/** Makes the stripe and the name of the chosen and the hovered coding stand out, and no others. */
export function markStripes({ stripes, left }: TurnLayers, { chosen, hovered }: Marks): void {
  for (const element of [...stripes.children, ...(left?.stripes.children ?? [])]) {
    const id = element instanceof HTMLElement ? element.dataset.coding : undefined;
    if (id === undefined) continue;
    element.toggleAttribute("data-chosen", id === chosen);
    element.toggleAttribute("data-hovered", id === hovered);
  }
}
