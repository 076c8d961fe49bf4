// The places behind a figure: where in the text both coders gave a code, and where only one of them did.
import { runs } from "@/lib/text/runs";
import { type Span, unionOf } from "@/lib/text/span";
import type { AgreementProject } from "./agreement-project";
import { type ComparedDocument, type ComparisonOptions, compareCoders } from "./comparison";
import { codedUnits } from "./units-table";

export type PlaceCoders = "both" | "first" | "second";

/** A unit, or at character level a stretch, that at least one of the two gave the code. */
export interface Place extends Span {
  readonly documentId: string;
  readonly coders: PlaceCoders;
}

/**
 * The places of one code, document by document and in the order of the text. They add up to the table of the report
 * with the same options: units one by one, characters by the lengths of the stretches.
 */
export function agreementPlaces(project: AgreementProject, options: ComparisonOptions, codeId: string): Place[] {
  return compareCoders(project, options).documents.flatMap((document) => placesIn(document, codeId));
}

function placesIn(document: ComparedDocument, codeId: string): Place[] {
  const first = document.first.spans.get(codeId) ?? [];
  const second = document.second.spans.get(codeId) ?? [];
  if (document.units === null) return stretches(document, first, second);
  const byFirst = codedUnits(document.units, first, document.minShare);
  const bySecond = codedUnits(document.units, second, document.minShare);
  return document.units.flatMap(({ start, end }, i): Place[] => {
    const coders = whichOf(byFirst[i] === true, bySecond[i] === true);
    return coders ? [{ documentId: document.id, start, end, coders }] : [];
  });
}

function stretches(document: ComparedDocument, first: readonly Span[], second: readonly Span[]): Place[] {
  const sides = [
    ...unionOf(first).map((span) => ({ ...span, id: "first" })),
    ...unionOf(second).map((span) => ({ ...span, id: "second" })),
  ];
  return runs(document.length, sides).flatMap(({ start, end, ids }): Place[] => {
    const coders = whichOf(ids.includes("first"), ids.includes("second"));
    return coders ? [{ documentId: document.id, start, end, coders }] : [];
  });
}

function whichOf(first: boolean, second: boolean): PlaceCoders | null {
  if (first) return second ? "both" : "first";
  return second ? "second" : null;
}
