/** More would leave no room for names beside them. */
export const COLUMNS = 7;

export interface StripeExtent {
  readonly id: string;
  /** Half-open, in whatever unit: pixels within a turn, or turns. */
  readonly from: number;
  readonly to: number;
  readonly length: number;
}

/**
 * A column for each stripe so that no two share a place: 0 is the outermost, and the longest take it first. `taken`
 * columns are not used. What fits in none of the `columns` is left out.
 */
export function stripeColumns(
  stripes: readonly StripeExtent[],
  columns: number,
  taken: ReadonlySet<number> = new Set(),
): Map<string, number> {
  const placed = new Map<string, number>();
  const filled: StripeExtent[][] = Array.from({ length: columns }, () => []);
  const order = [...stripes].sort(
    (a, b) => b.length - a.length || a.from - b.from || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0),
  );
  for (const stripe of order) {
    for (const [column, others] of filled.entries()) {
      if (taken.has(column) || others.some((other) => stripe.from < other.to && other.from < stripe.to)) continue;
      others.push(stripe);
      placed.set(stripe.id, column);
      break;
    }
  }
  return placed;
}

export interface NamePlace {
  readonly id: string;
  readonly top: number;
}

/** Names beside their stripes, each as near its stripe's top as those above let it; those without room are left out. */
export function namePlaces(
  stripes: readonly { readonly id: string; readonly top: number; readonly bottom: number }[],
  height: number,
): NamePlace[] {
  const places: NamePlace[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const stripe of [...stripes].sort((a, b) => a.top - b.top || b.bottom - a.bottom)) {
    const top = Math.max(stripe.top, free);
    // A name may hang a little below a short stripe, but never further than its own height.
    if (top > Math.max(stripe.bottom - height, stripe.top + height)) continue;
    places.push({ id: stripe.id, top });
    free = top + height;
  }
  return places;
}
