// Two coders laid side by side, document by document: what reports, places and pairs of excerpts all start from.
import type { Span } from "@/lib/text/span";
import type {
  AgreementCode,
  AgreementCoding,
  AgreementDocument,
  AgreementProject,
  AgreementUnit,
} from "./agreement-project";
import { clipSpans } from "./clip-spans";
import { characterTable } from "./interval-sweep";
import type { Table2x2 } from "./table2x2";
import { unitsTable } from "./units-table";
import { ledger, type SetAside, usableCodings } from "./usable-codings";

export interface ComparisonOptions {
  readonly coders: readonly [string, string];
  readonly unit: AgreementUnit;
  /** A code counts as given wherever it or any code below it, at any depth, is. */
  readonly rollUp: boolean;
  /** The share of a unit that must be coded for the unit to count as coded; without it, any character. */
  readonly minShare?: number;
  /** `touched`: a document in which a coder has no coding at all counts as not coded by them. Default `assigned`. */
  readonly missing?: "assigned" | "touched";
}

/** One coder's work in one document; `spans` holds what each code covers, rolled up if asked for. */
export interface ComparedSide {
  readonly codings: readonly AgreementCoding[];
  readonly spans: ReadonlyMap<string, readonly Span[]>;
}

export interface ComparedDocument {
  readonly id: string;
  readonly length: number;
  /** Null at character level. */
  readonly units: readonly Span[] | null;
  readonly minShare: number;
  readonly first: ComparedSide;
  readonly second: ComparedSide;
}

export interface Comparison {
  readonly documents: readonly ComparedDocument[];
  readonly setAside: readonly SetAside[];
}

export function compareCoders(project: AgreementProject, options: ComparisonOptions): Comparison {
  const [firstCoder, secondCoder] = options.coders;
  if (firstCoder === secondCoder) throw new RangeError("a coder cannot be compared with themselves");
  const usable = usableCodings(project, options.coders);
  const lines = options.rollUp ? lineages(project.codes) : null;
  const assigned = assignedDocuments(project, options.coders);
  const documents: ComparedDocument[] = [];
  const dropped = (["not-compared", "not-touched", "no-units"] as const).map((why) => ({
    why,
    documents: 0,
    codings: 0,
  }));
  let unitsEmpty = 0;

  for (const document of project.documents) {
    const codings = usable.byDocument.get(document.id) ?? [];
    const [ofFirst, ofSecond] = [firstCoder, secondCoder].map((coder) => codings.filter((c) => c.coderId === coder));
    const units = unitsOf(document, options.unit);
    const why =
      assigned && !assigned.has(document.id)
        ? "not-compared"
        : options.missing === "touched" && !(ofFirst?.length && ofSecond?.length)
          ? "not-touched"
          : units === undefined
            ? "no-units"
            : null;
    const drop = dropped.find((one) => one.why === why);
    if (drop) {
      drop.documents++;
      drop.codings += codings.length;
      continue;
    }
    unitsEmpty += units?.empty ?? 0;
    documents.push({
      id: document.id,
      length: document.length,
      units: units?.spans ?? null,
      minShare: options.minShare ?? 0,
      first: sideOf(ofFirst ?? [], lines),
      second: sideOf(ofSecond ?? [], lines),
    });
  }
  return {
    documents,
    setAside: ledger([
      ...usable.setAside,
      ...dropped.map(({ why, documents: count }) => ({ what: "documents" as const, why, count })),
      ...dropped.map(({ why, codings: count }) => ({ what: "codings" as const, why, count })),
      { what: "units", why: "empty", count: unitsEmpty },
    ]),
  };
}

/** How many items a document has: characters or units. */
export function itemsOf(document: ComparedDocument): number {
  return document.units === null ? document.length : document.units.length;
}

export function tableOf(document: ComparedDocument, codeId: string): Table2x2 {
  const first = document.first.spans.get(codeId);
  const second = document.second.spans.get(codeId);
  if (!first && !second) return { both: 0, onlyFirst: 0, onlySecond: 0, neither: itemsOf(document) };
  return document.units === null
    ? characterTable(document.length, first ?? [], second ?? [])
    : unitsTable(document.units, first ?? [], second ?? [], document.minShare);
}

function unitsOf(
  document: AgreementDocument,
  unit: AgreementUnit,
): { spans: readonly Span[]; empty: number } | null | undefined {
  if (unit === "character") return null;
  const whole = unit === "document" ? [{ start: 0, end: document.length }] : undefined;
  const units = document.units?.[unit] ?? whole;
  return units && clipSpans(document.length, units);
}

/** The documents assigned to both; null where nothing was assigned, so that everything is everyone's. */
function assignedDocuments(project: AgreementProject, coders: readonly string[]): ReadonlySet<string> | null {
  if (!project.assignments) return null;
  const pairs = new Set(project.assignments.map(({ documentId, coderId }) => JSON.stringify([documentId, coderId])));
  const ids = project.documents.map((document) => document.id);
  return new Set(ids.filter((id) => coders.every((coder) => pairs.has(JSON.stringify([id, coder])))));
}

/** Each code with all codes above it, itself first. */
function lineages(codes: readonly AgreementCode[]): ReadonlyMap<string, readonly string[]> {
  const parents = new Map(codes.map((code) => [code.id, code.parentId]));
  return new Map(
    codes.map(({ id }) => {
      const line = new Set([id]);
      for (let above = parents.get(id); above && parents.has(above); above = parents.get(above)) {
        if (line.has(above)) throw new RangeError("the parents of some codes form a circle");
        line.add(above);
      }
      return [id, [...line]];
    }),
  );
}

function sideOf(
  codings: readonly AgreementCoding[],
  lines: ReadonlyMap<string, readonly string[]> | null,
): ComparedSide {
  const spans = new Map<string, Span[]>();
  for (const { codeId, start, end } of codings) {
    for (const id of lines?.get(codeId) ?? [codeId]) {
      const list = spans.get(id);
      if (list) list.push({ start, end });
      else spans.set(id, [{ start, end }]);
    }
  }
  return { codings, spans };
}
