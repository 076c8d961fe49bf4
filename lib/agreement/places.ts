// The places behind a figure: where in the text both coders gave a code, and where only one of them did.
import type { Span } from "@/lib/text/span";
import type { AgreementProject } from "./agreement-project";
import { type ComparedDocument, type ComparisonOptions, compareCoders } from "./comparison";
import { eachStretch, NO_STRETCHES } from "./stretches";

export type PlaceCoders = "both" | "first" | "second";

/** A unit, or at character level a stretch, that at least one of the two gave the code. */
export interface Place extends Span {
  readonly documentId: string;
  readonly coders: PlaceCoders;
}

/** By which of the two covered a stretch, first 1 and second 2. */
const WHICH = [null, "first", "second", "both"] as const;

/**
 * The places of one code, document by document and in the order of the text. They add up to the table of the report
 * with the same options: units one by one, characters by the lengths of the stretches.
 */
export function agreementPlaces(project: AgreementProject, options: ComparisonOptions, codeId: string): Place[] {
  return compareCoders(project, options).documents.flatMap((document) => placesIn(document, codeId));
}

function placesIn(document: ComparedDocument, codeId: string): Place[] {
  const sides = [document.first, document.second].map((side) => side.covered.get(codeId) ?? NO_STRETCHES);
  const { id: documentId, units, items } = document;
  const places: Place[] = [];
  eachStretch(items, sides, (start, end, who) => {
    const coders = WHICH[who];
    if (!coders) return;
    if (units === null) places.push({ documentId, start, end, coders });
    else for (const unit of units.slice(start, end)) places.push({ documentId, ...unit, coders });
  });
  return places;
}
