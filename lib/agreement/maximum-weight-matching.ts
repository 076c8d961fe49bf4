// The pairing of two sides, each member at most once, with the greatest sum of weights.

export interface WeightedEdge {
  /** The number of the member on the right. */
  readonly to: number;
  /** Above zero. */
  readonly weight: number;
}

const NOBODY = -1;

/**
 * `edges[i]` leads from member i on the left; the answer holds for each of them its partner on the right, or null.
 * Exact: one shortest augmenting path for each member of the left, on duals that prove the sum greatest. No number in
 * it exceeds three times the greatest weight, so whole weights up to 3 × 10¹⁵ stay exact. Throws RangeError for a weight
 * that is not above zero. Cost: O(left × (edges + right²)) at worst, close to the number of edges where they are few.
 */
export function maximumWeightMatching(edges: readonly (readonly WeightedEdge[])[], right: number): (number | null)[] {
  const left = edges.length;
  // Flat, because every round passes over them: the edges of member i stand from starts[i] to starts[i + 1].
  const flat = edges.flat();
  const target = Int32Array.from(flat, ({ to }) => to);
  const weights = Float64Array.from(flat, checkedWeight);
  const starts = new Int32Array(left + 1);
  // The invariant: leftDual[i] + rightDual[j] is at least the weight of every edge i–j, and equal to it where i and j
  // are partners; both are at least zero, and zero for whoever is alone on the right.
  const leftDual = new Float64Array(left);
  for (const [i, list] of edges.entries()) {
    starts[i + 1] = (starts[i] as number) + list.length;
    leftDual[i] = list.reduce((greatest, { weight }) => Math.max(greatest, weight), 0);
  }
  const rightDual = new Float64Array(right);
  const partnerOfLeft = new Int32Array(left).fill(NOBODY);
  const partnerOfRight = new Int32Array(right).fill(NOBODY);
  const distance = new Float64Array(right).fill(Infinity);
  const from = new Int32Array(right);
  const settled = new Uint8Array(right);

  for (let root = 0; root < left; root++) {
    const reached: number[] = [];
    const frontier: number[] = [];
    const tree: { readonly member: number; readonly at: number }[] = [];
    // The path may also end by leaving a member of the left alone, which costs that member's dual.
    let [alone, end, length] = [root, NOBODY, leftDual[root] as number];
    for (let member = root, at = 0; ; ) {
      tree.push({ member, at });
      const dual = leftDual[member] as number;
      if (at + dual < length) [alone, length] = [member, at + dual];
      for (let edge = starts[member] as number; edge < (starts[member + 1] as number); edge++) {
        const to = target[edge] as number;
        if (settled[to]) continue;
        const through = at + dual + (rightDual[to] as number) - (weights[edge] as number);
        const before = distance[to] as number;
        // What is not nearer than the best end so far is on no shortest path.
        if (through >= before || through >= length) continue;
        if (before === Infinity) {
          frontier.push(to);
          reached.push(to);
        }
        distance[to] = through;
        from[to] = member;
      }
      const next = takeNearest(frontier, distance);
      if (next === undefined || (distance[next] as number) >= length) break;
      at = distance[next] as number;
      settled[next] = 1;
      member = partnerOfRight[next] as number;
      if (member === NOBODY) {
        [end, length] = [next, at];
        break;
      }
    }
    for (const { member, at } of tree) leftDual[member] = (leftDual[member] as number) - (length - at);
    for (const to of reached) {
      if (settled[to]) rightDual[to] = (rightDual[to] as number) + length - (distance[to] as number);
      settled[to] = 0;
      distance[to] = Infinity;
    }
    if (end === NOBODY && alone !== root) {
      end = partnerOfLeft[alone] as number;
      partnerOfLeft[alone] = NOBODY;
    }
    while (end !== NOBODY) {
      const member = from[end] as number;
      const given = partnerOfLeft[member] as number;
      partnerOfLeft[member] = end;
      partnerOfRight[end] = member;
      end = member === root ? NOBODY : given;
    }
  }
  return Array.from(partnerOfLeft, (partner) => (partner === NOBODY ? null : partner));
}

function checkedWeight({ weight }: WeightedEdge): number {
  if (!(weight > 0 && weight < Infinity)) throw new RangeError(`the weight of an edge is ${weight}, not above zero`);
  return weight;
}

/** Removes and returns the member at the least distance; the order of the others does not matter. */
function takeNearest(frontier: number[], distance: Float64Array): number | undefined {
  let best = 0;
  for (let i = 1; i < frontier.length; i++) {
    if ((distance[frontier[i] as number] as number) < (distance[frontier[best] as number] as number)) best = i;
  }
  const nearest = frontier[best];
  const last = frontier.pop();
  if (last !== undefined && best < frontier.length) frontier[best] = last;
  return nearest;
}
