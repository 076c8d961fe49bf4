// Components: the codings of one code that hang together by overlapping, over all coders of a document.
import { type Span, unionOf } from "@/lib/text/span";

export interface CodedSpan extends Span {
  readonly id: string;
  readonly codeId: string;
}

/** One coder's codings in one document. */
export interface CoderCodings {
  readonly coder: string;
  readonly codings: readonly CodedSpan[];
}

/** `start` and `end` are the hull; `sides[i]` holds the codings of the i-th coder, in document order. */
export interface CodedComponent extends Span {
  readonly codeId: string;
  readonly sides: readonly (readonly CodedSpan[])[];
}

/**
 * What a coder's codings of one code cover counts once; stretches of two coders hang together when they share a
 * character. Every coding is in exactly one component. Throws RangeError for a coding that covers nothing.
 * Cost: O(n log n).
 */
export function codedComponents(coders: readonly CoderCodings[]): CodedComponent[] {
  const byCode = new Map<string, CodedSpan[][]>();
  for (const [side, { codings }] of coders.entries()) {
    for (const coding of codings) {
      if (!(coding.end > coding.start)) {
        throw new RangeError(`the coding ${coding.id} covers [${coding.start}, ${coding.end})`);
      }
      const sides = byCode.get(coding.codeId) ?? coders.map((): CodedSpan[] => []);
      byCode.set(coding.codeId, sides);
      sides[side]?.push(coding);
    }
  }
  return [...byCode].flatMap(([codeId, sides]) => componentsOf(codeId, sides));
}

function componentsOf(codeId: string, sides: readonly CodedSpan[][]): CodedComponent[] {
  const hulls: { start: number; end: number; sides: CodedSpan[][] }[] = [];
  const stretches = sides.flatMap(unionOf).sort((a, b) => a.start - b.start);
  for (const { start, end } of stretches) {
    const last = hulls.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else hulls.push({ start, end, sides: sides.map(() => []) });
  }
  for (const [side, codings] of sides.entries()) {
    let at = 0;
    for (const coding of [...codings].sort(compareCodings)) {
      while ((hulls[at]?.end ?? Number.POSITIVE_INFINITY) <= coding.start) at++;
      hulls[at]?.sides[side]?.push(coding);
    }
  }
  return hulls.map((hull) => ({ codeId, ...hull }));
}

/** Document order, the longer first; then by id, so that the order never depends on how the codings arrived. */
export function compareCodings(a: CodedSpan, b: CodedSpan): number {
  return a.start - b.start || b.end - a.end || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
