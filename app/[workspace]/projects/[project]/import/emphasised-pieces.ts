export interface EmphasisedPiece {
  readonly at: number;
  readonly words: string;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** `[start, end)` of a text, cut where its bold and italic letters begin and end. `emphasis` as in a Transcript. */
export function emphasisedPieces(
  text: string,
  start: number,
  end: number,
  emphasis: readonly number[],
): EmphasisedPiece[] {
  const pieces: EmphasisedPiece[] = [];
  const add = (from: number, to: number, kind: number) => {
    if (to <= from) return;
    pieces.push({ at: from, words: text.slice(from, to), bold: (kind & 1) === 1, italic: (kind & 2) === 2 });
  };
  let at = start;
  for (let i = 0; i + 2 < emphasis.length; i += 3) {
    const [from = 0, to = 0, kind = 0] = emphasis.slice(i, i + 3);
    if (to <= at) continue;
    if (from >= end) break;
    add(at, Math.max(from, at), 0);
    add(Math.max(from, at), Math.min(to, end), kind);
    at = Math.min(to, end);
  }
  add(at, end, 0);
  return pieces;
}
