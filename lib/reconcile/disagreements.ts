// Two or more coders' work in one document, sorted into what they agree on and what is to be settled.
import { asCodeIndex, type Codes, isAncestor } from "@/lib/codebook/tree";
import { compareSpans, type Span, unionOf } from "@/lib/text/span";
import { wordsHash } from "@/lib/text/words-hash";
import {
  type CodedComponent,
  type CodedSpan,
  type CoderCodings,
  codedComponents,
  compareCodings,
} from "./coded-component";
import { matchedCodes } from "./matched-codes";

/**
 * `missed`: at least one coder did not give the code here. `boundaries`: all did, but not on the same words.
 * `other-code`: one gave this code, another that. `other-level`: the same, and one code stands above the other.
 */
export type DisagreementKind = "missed" | "boundaries" | "other-code" | "other-level";

/** Every coder's part, in the order of the coders; empty for one who coded nothing here. */
export type Side = CoderCodings;

/** A passage that every coder gave this code, on exactly these words. */
export interface AgreedCoding extends Span {
  readonly codeId: string;
  readonly sides: readonly Side[];
}

export interface Disagreement extends Span {
  /** The same for the same codings, whoever comes first: what a ruling refers to. */
  readonly key: string;
  readonly kind: DisagreementKind;
  /** One code, or the two that were taken for each other, in the order of the tree. */
  readonly codeIds: readonly string[];
  readonly sides: readonly Side[];
}

export interface ReconcileInput {
  readonly coders: readonly CoderCodings[];
  readonly codes: Codes;
}

export interface Reconciliation {
  readonly agreed: readonly AgreedCoding[];
  readonly disagreements: readonly Disagreement[];
}

/**
 * Every coding is in one agreed coding or in one disagreement. Both lists are in document order. Throws RangeError
 * for fewer than two coders, a coder or coding id that occurs twice, and a coding that covers nothing.
 * Cost: O(n log n) and the number of overlaps between codes that not every coder gave.
 */
export function disagreements({ coders, codes }: ReconcileInput): Reconciliation {
  checkInput(coders);
  const index = asCodeIndex(codes);
  const rankOf = (codeId: string): number => index.rank.get(codeId) ?? index.rank.size;
  const compareCodes = (a: string, b: string): number => rankOf(a) - rankOf(b) || (a < b ? -1 : a > b ? 1 : 0);
  const components = codedComponents(coders).sort((a, b) => compareSpans(a, b) || compareCodes(a.codeId, b.codeId));

  const agreed: AgreedCoding[] = [];
  const found: Disagreement[] = [];
  const missed: CodedComponent[] = [];
  for (const component of components) {
    if (component.sides.some((codings) => codings.length === 0)) missed.push(component);
    else if (isAgreed(component)) agreed.push(agreedOf(component, coders));
    else found.push(disagreementOf("boundaries", [component], coders));
  }
  const matched = new Set<CodedComponent>();
  for (const pair of matchedCodes(missed)) {
    const [a, b] = [...pair].sort((x, y) => compareCodes(x.codeId, y.codeId));
    if (!a || !b) continue;
    matched.add(a).add(b);
    const related = index.byId.has(a.codeId) && index.byId.has(b.codeId);
    const sameBranch = related && (isAncestor(index, a.codeId, b.codeId) || isAncestor(index, b.codeId, a.codeId));
    found.push(disagreementOf(sameBranch ? "other-level" : "other-code", [a, b], coders));
  }
  for (const component of missed) {
    if (!matched.has(component)) found.push(disagreementOf("missed", [component], coders));
  }
  found.sort(
    (a, b) => compareSpans(a, b) || compareCodes(a.codeIds[0] ?? "", b.codeIds[0] ?? "") || (a.key < b.key ? -1 : 1),
  );
  return { agreed, disagreements: found };
}

function checkInput(coders: readonly CoderCodings[]): void {
  if (coders.length < 2) throw new RangeError(`${coders.length} coders cannot disagree`);
  if (new Set(coders.map((side) => side.coder)).size !== coders.length) throw new RangeError("a coder occurs twice");
  const ids = coders.flatMap((side) => side.codings.map((coding) => coding.id));
  if (new Set(ids).size !== ids.length) throw new RangeError("the id of a coding occurs twice");
}

/** Whether what each coder covers is one and the same stretch: then, and only then, it is the hull. */
function isAgreed(component: CodedComponent): boolean {
  return component.sides.every((codings) => {
    const [whole, more] = unionOf(codings);
    return more === undefined && whole?.start === component.start && whole.end === component.end;
  });
}

function agreedOf({ codeId, start, end, sides }: CodedComponent, coders: readonly CoderCodings[]): AgreedCoding {
  return { codeId, start, end, sides: coders.map(({ coder }, i) => ({ coder, codings: sides[i] ?? [] })) };
}

function disagreementOf(
  kind: DisagreementKind,
  components: readonly CodedComponent[],
  coders: readonly CoderCodings[],
): Disagreement {
  const sides = coders.map(
    ({ coder }, i): Side => ({
      coder,
      codings: components.flatMap((component) => component.sides[i] ?? []).sort(compareCodings),
    }),
  );
  const ids: string[] = sides.flatMap((side) => side.codings.map((coding: CodedSpan) => coding.id));
  return {
    key: wordsHash(ids.sort().join("\n")),
    kind,
    start: Math.min(...components.map((component) => component.start)),
    end: Math.max(...components.map((component) => component.end)),
    codeIds: components.map((component) => component.codeId),
    sides,
  };
}
