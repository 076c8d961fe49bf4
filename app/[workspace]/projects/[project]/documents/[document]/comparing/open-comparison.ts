import type { Span } from "@/lib/text/span";
import type { Brush } from "../painting/turn-painter";
import type { CodingStore, DeskCoding } from "../saving/coding-store";
import { comparedBrush } from "./compared-brush";
import { type ComparedGround, comparedTurnWords, comparedWords } from "./compared-words";

/** What the desk shows and says while two coders are compared, in place of the person's own codings. */
export interface OpenComparison {
  readonly store: CodingStore;
  readonly brush: Brush;
  readonly wordsAt: (place: Span) => string;
  readonly wordsOf: (codings: readonly DeskCoding[]) => string;
  readonly turnWords: (turn: number) => string;
}

export function openComparison(ground: ComparedGround): OpenComparison {
  const { comparison, turns } = ground;
  const { store } = comparison;
  return {
    store,
    brush: comparedBrush(comparison, turns),
    wordsAt: (place) => comparedWords(ground, place.start, store.touching(place)),
    wordsOf: (codings) => comparedWords(ground, codings[0]?.start ?? 0, codings),
    turnWords: (turn) => comparedTurnWords(ground, turn),
  };
}
