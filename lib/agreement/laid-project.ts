// A project laid out for counting: for each document and coder, the items that each code covers.
import type { Span } from "@/lib/text/span";
import type {
  AgreementCode,
  AgreementCoding,
  AgreementDocument,
  AgreementProject,
  AgreementUnit,
} from "./agreement-project";
import { clipSpans } from "./clip-spans";
import { codedUnits } from "./coded-units";
import { CoveredCodes } from "./covered-codes";
import { coveredItems, stretchesOf } from "./stretches";
import type { Table2x2 } from "./table2x2";
import { ledger, type SetAside, usableCodings } from "./usable-codings";

export interface LayoutOptions {
  readonly unit: AgreementUnit;
  /** A code counts as given wherever it or any code below it, at any depth, is. */
  readonly rollUp: boolean;
  /** The share of a unit that must be coded for the unit to count as coded; without it, any character. */
  readonly minShare?: number;
}

/** One coder's work in one document: the items of each code that is there, rolled up if asked for. */
export interface LaidSide {
  readonly codings: readonly AgreementCoding[];
  readonly covered: CoveredCodes;
}

export interface LaidDocument {
  readonly id: string;
  readonly length: number;
  /** Null at character level. Stretches count in characters there, else in numbers of units. */
  readonly units: readonly Span[] | null;
  /** How many items it has: characters or units. */
  readonly items: number;
  /** Only of coders to whom it was assigned: who is not in here is missing, who is and did nothing found nothing. */
  readonly sides: ReadonlyMap<string, LaidSide>;
  /** The table of a code that nobody used here. */
  readonly untouched: Table2x2;
}

export interface LaidProject {
  readonly coders: readonly string[];
  readonly codes: readonly AgreementCode[];
  readonly documents: readonly LaidDocument[];
  readonly setAside: readonly SetAside[];
}

/**
 * Lays out the work of `coders`, all of the project without them. Documents without such units are set aside.
 * Throws RangeError where the parents of codes form a circle. Cost: O(n log n) in the codings, times their depth in
 * the tree with `rollUp`, and O(units) for each coder and code in a document.
 */
export function layOut(
  project: AgreementProject,
  options: LayoutOptions,
  coders: readonly string[] = project.coders,
): LaidProject {
  const usable = usableCodings(project, coders);
  const lines = options.rollUp ? lineages(project.codes) : ownPlaces(project.codes);
  const sideOf = sideMaker(project.codes, lines, options.minShare);
  const assigned = assignedCoders(project);
  const documents: LaidDocument[] = [];
  let [without, codingsWithout, emptyUnits] = [0, 0, 0];
  for (const document of project.documents) {
    const codings = usable.byDocument.get(document.id) ?? [];
    const units = unitsOf(document, options.unit);
    if (units === undefined) {
      without++;
      codingsWithout += codings.length;
      continue;
    }
    emptyUnits += units?.empty ?? 0;
    const spans = units?.spans ?? null;
    const items = spans === null ? document.length : spans.length;
    const byCoder = new Map<string, AgreementCoding[]>();
    for (const coder of coders) if (assigned?.get(document.id)?.has(coder) ?? !assigned) byCoder.set(coder, []);
    for (const coding of codings) byCoder.get(coding.coderId)?.push(coding);
    documents.push({
      id: document.id,
      length: document.length,
      units: spans,
      items,
      sides: new Map([...byCoder].map(([coder, of]) => [coder, sideOf(of, spans)])),
      untouched: { both: 0, onlyFirst: 0, onlySecond: 0, neither: items },
    });
  }
  return {
    coders,
    codes: project.codes,
    documents,
    setAside: ledger([
      ...usable.setAside,
      { what: "documents", why: "no-units", count: without },
      { what: "codings", why: "no-units", count: codingsWithout },
      { what: "units", why: "empty", count: emptyUnits },
    ]),
  };
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

/** By document; null where nothing was assigned, so that everything is everyone's. */
function assignedCoders(project: AgreementProject): ReadonlyMap<string, ReadonlySet<string>> | null {
  if (!project.assignments) return null;
  const coders = new Map<string, Set<string>>();
  for (const { documentId, coderId } of project.assignments) {
    coders.set(documentId, (coders.get(documentId) ?? new Set()).add(coderId));
  }
  return new Map(project.documents.map(({ id }) => [id, coders.get(id) ?? new Set()]));
}

/** By code, its place in the list. */
type Places = ReadonlyMap<string, readonly number[]>;

function ownPlaces(codes: readonly AgreementCode[]): Places {
  return new Map(codes.map(({ id }, i) => [id, [i]]));
}

/** By code, its place and those of all codes above it. */
function lineages(codes: readonly AgreementCode[]): Places {
  const at = new Map(codes.map((code, i) => [code.id, i]));
  return new Map(
    codes.map(({ id }, own) => {
      const line = new Set([own]);
      for (let above = parentPlace(codes, at, own); above !== undefined; above = parentPlace(codes, at, above)) {
        if (line.has(above)) throw new RangeError("the parents of some codes form a circle");
        line.add(above);
      }
      return [id, [...line]];
    }),
  );
}

function parentPlace(codes: readonly AgreementCode[], at: ReadonlyMap<string, number>, of: number): number | undefined {
  const parentId = codes[of]?.parentId;
  return parentId == null ? undefined : at.get(parentId);
}

/** Makes the sides of one layout; what it needs in between is made once. */
function sideMaker(
  codes: readonly AgreementCode[],
  lines: Places,
  minShare?: number,
): (codings: readonly AgreementCoding[], units: readonly Span[] | null) => LaidSide {
  const places = new Map(codes.map(({ id }, i) => [id, i]));
  const spans = new Array<Span[] | undefined>(codes.length);
  return (codings, units) => {
    for (const coding of codings) {
      for (const place of lines.get(coding.codeId) ?? []) {
        const given = spans[place];
        if (given) given.push(coding);
        else spans[place] = [coding];
      }
    }
    const bounds: number[] = [];
    const offsets = new Int32Array(codes.length + 1);
    const items = new Array<number>(codes.length).fill(0);
    for (let place = 0; place < codes.length; place++) {
      const given = spans[place];
      if (given) {
        const characters = stretchesOf(given);
        const covered = units === null ? characters : codedUnits(units, characters, minShare);
        for (let i = 0; i < covered.length; i++) bounds.push(covered[i] as number);
        items[place] = coveredItems(covered);
        spans[place] = undefined;
      }
      offsets[place + 1] = bounds.length;
    }
    return { codings, covered: new CoveredCodes(places, bounds.slice(), offsets, items) };
  };
}
