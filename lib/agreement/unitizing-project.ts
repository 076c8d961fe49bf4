// The unitizing agreement of a project: what coders cut out of the documents that all of them coded, within one theme.
import type { AgreementCode, AgreementCoding, AgreementProject } from "./agreement-project";
import { type Gamma, type GammaOptions, gamma } from "./gamma";
import { type AlphaU, krippendorffAlphaU } from "./krippendorff-alpha-u";
import { layOut } from "./laid-project";
import { type ContinuumUnit, type UnitContinuum, unitContinuum } from "./unit-continuum";
import { type UnitizingAlpha, unitizingAlpha } from "./unitizing-alpha";
import { ledger, type SetAside } from "./usable-codings";

export interface UnitizingOptions {
  /** Two or more. */
  readonly coders: readonly string[];
  /**
   * The theme whose children, each with all below it, are the values; what was given the theme itself has the theme as
   * its value. A code without children is the only value. Null: the codes at the top are the values.
   */
  readonly domain: string | null;
  /** The documents to look at; all without it. */
  readonly documentIds?: ReadonlySet<string>;
  /** γ is simulated, so it is computed only when asked for. */
  readonly gamma?: GammaOptions;
}

export interface UnitizingReport {
  readonly coders: readonly string[];
  readonly domain: string | null;
  /** The values that could be given, in the order of the project. */
  readonly categories: readonly string[];
  /** Those that all chosen coders were to code, in the order of the project. */
  readonly documents: readonly string[];
  /** uα, |uα, cuα and (k)uα. */
  readonly family: UnitizingAlpha;
  readonly alphaU: AlphaU;
  readonly gamma: Gamma | null;
  readonly counted: {
    readonly documents: number;
    readonly characters: number;
    /** Of each coder; overlapping excerpts with one value are one unit. */
    readonly units: readonly number[];
    readonly codings: number;
    /** Codings in these documents with codes outside the theme. */
    readonly outsideDomain: number;
  };
  readonly setAside: readonly SetAside[];
}

/**
 * The documents are laid end to end as one continuum. Units never cross from one into the next, and units that touch,
 * there or within a document, stay two; a gap may run on from one document into the next, as in a text of one piece.
 * Throws RangeError for fewer than two coders, a coder named twice, an unknown theme and parents that form a circle.
 * Cost: O(n log n) in the codings; that of γ beside it.
 */
export function unitizingAgreement(project: AgreementProject, options: UnitizingOptions): UnitizingReport {
  const { coders, domain, documentIds } = options;
  if (coders.length < 2) throw new RangeError(`unitizing agreement needs two coders or more, not ${coders.length}`);
  if (new Set(coders).size < coders.length) throw new RangeError("a coder cannot be compared with themselves");
  const values = valuesOf(project.codes, domain);
  const laid = layOut(documentIds ? chosenPart(project, documentIds) : project, LAYOUT, coders);
  const perCoder = coders.map((): ContinuumUnit[] => []);
  const documents: string[] = [];
  let [length, codings, outside, notCompared, notComparedCodings] = [0, 0, 0, 0, 0];
  for (const document of laid.documents) {
    const sides = coders.map((coder) => document.sides.get(coder));
    if (sides.includes(undefined)) {
      notCompared++;
      for (const side of sides) notComparedCodings += side?.codings.length ?? 0;
      continue;
    }
    documents.push(document.id);
    for (const [i, side] of sides.entries()) {
      for (const { start, end, codeId } of side?.codings ?? []) {
        const category = values.get(codeId);
        if (category === undefined) outside++;
        else {
          codings++;
          perCoder[i]?.push({ start: start + length, end: end + length, category });
        }
      }
    }
    length += document.length;
  }
  const continuum: UnitContinuum = unitContinuum(length, perCoder);
  return {
    coders,
    domain,
    categories: [...new Set(values.values())],
    documents,
    family: unitizingAlpha(continuum),
    alphaU: krippendorffAlphaU(continuum),
    gamma: options.gamma ? gamma(continuum, options.gamma) : null,
    counted: {
      documents: documents.length,
      characters: length,
      units: continuum.coders.map((units) => units.length),
      codings,
      outsideDomain: outside,
    },
    setAside: ledger([
      ...laid.setAside,
      { what: "documents", why: "not-compared", count: notCompared },
      { what: "codings", why: "not-compared", count: notComparedCodings },
    ]),
  };
}

const LAYOUT = { unit: "character", rollUp: false } as const;

/** Without the documents that were not chosen, which is no reason to set their codings aside. */
function chosenPart(project: AgreementProject, documentIds: ReadonlySet<string>): AgreementProject {
  const left = new Set(project.documents.map(({ id }) => id).filter((id) => !documentIds.has(id)));
  const here = ({ documentId }: AgreementCoding): boolean => !left.has(documentId);
  return {
    ...project,
    documents: project.documents.filter(({ id }) => documentIds.has(id)),
    codings: project.codings.filter(here),
  };
}

/** The value of each code within the theme: the child of the theme that it is or lies below, or the theme itself. */
function valuesOf(codes: readonly AgreementCode[], domain: string | null): ReadonlyMap<string, string> {
  const parents = new Map(codes.map(({ id, parentId }) => [id, parentId]));
  if (domain !== null && !parents.has(domain)) throw new RangeError(`there is no code ${domain}`);
  const above = (id: string): string | null => {
    const parent = parents.get(id) ?? null;
    return parent !== null && parents.has(parent) ? parent : null;
  };
  const values = new Map<string, string>();
  for (const { id } of codes) {
    const seen = new Set<string>();
    let at = id;
    for (let parent = above(at); at !== domain && parent !== domain && parent !== null; parent = above(at)) {
      if (seen.has(at)) throw new RangeError("the parents of some codes form a circle");
      seen.add(at);
      at = parent;
    }
    if (at === domain || above(at) === domain) values.set(id, at);
  }
  return values;
}
