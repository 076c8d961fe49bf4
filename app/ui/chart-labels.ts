import type { Domain } from "./chart-scale";

/** Moves labels no further than needed so that they stand `gap` apart, in their order, within the room. */
export function spreadLabels(wanted: readonly number[], gap: number, [start, end]: Domain): number[] {
  const count = wanted.length;
  if (count === 0) return [];
  const step = count > 1 ? Math.min(gap, (end - start) / (count - 1)) : 0;
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);

  // With the steps taken off, "apart and in order" is "not falling": blocks that fall are pooled at their mean.
  const blocks: { sum: number; size: number }[] = [];
  order.forEach((index, place) => {
    blocks.push({ sum: (wanted[index] ?? 0) - place * step, size: 1 });
    for (let last = blocks.length - 1; last > 0; last--) {
      const [before, block] = [blocks[last - 1], blocks[last]];
      if (!before || !block || before.sum / before.size <= block.sum / block.size) break;
      blocks.splice(last - 1, 2, { sum: before.sum + block.sum, size: before.size + block.size });
    }
  });

  const places = new Array<number>(count).fill(0);
  const latest = end - (count - 1) * step;
  let place = 0;
  for (const { sum, size } of blocks) {
    const base = Math.min(Math.max(sum / size, start), Math.max(latest, start));
    for (let i = 0; i < size; i++) {
      places[order[place] ?? 0] = base + place * step;
      place++;
    }
  }
  return places;
}

/** For each stretch the first lane in which it meets none of those before it. */
export function lanesOf(stretches: readonly Domain[], gap = 0): number[] {
  const lanes: Domain[][] = [];
  return stretches.map(([start, end]) => {
    let lane = lanes.findIndex((taken) => taken.every(([from, to]) => start >= to + gap || end <= from - gap));
    if (lane < 0) lane = lanes.push([]) - 1;
    lanes[lane]?.push([start, end]);
    return lane;
  });
}
