// What stands once a disagreement is decided: the spans of the consensus.
import { compareSpans, type Span, unionOf } from "@/lib/text/span";
import type { CodedSpan } from "./coded-component";
import type { Disagreement } from "./disagreements";

/** `side`: what this coder has. `both`: what all have, taken together. `neither`: nothing. */
export type Decision =
  | { readonly kind: "side"; readonly coder: string }
  | { readonly kind: "both" }
  | { readonly kind: "neither" };

export interface ConsensusSpan extends Span {
  readonly codeId: string;
}

/**
 * The spans that a decision leaves, per code without overlaps, in document order. The side of a coder who coded
 * nothing here leaves none. Throws RangeError for a coder who is not part of the disagreement.
 */
export function consensusOf({ sides, codeIds }: Disagreement, decision: Decision): ConsensusSpan[] {
  const codings = chosenCodings(sides, decision);
  return codeIds
    .flatMap((codeId) =>
      unionOf(codings.filter((coding) => coding.codeId === codeId)).map(({ start, end }) => ({ codeId, start, end })),
    )
    .sort(compareSpans);
}

function chosenCodings(sides: Disagreement["sides"], decision: Decision): readonly CodedSpan[] {
  switch (decision.kind) {
    case "neither":
      return [];
    case "both":
      return sides.flatMap((side) => side.codings);
    case "side": {
      const side = sides.find((one) => one.coder === decision.coder);
      if (!side) throw new RangeError(`the coder ${decision.coder} is not part of this disagreement`);
      return side.codings;
    }
  }
}
