// The codings that agreement can count, and the ledger of those set aside.
import type { AgreementCoding, AgreementProject } from "./agreement-project";
import { clipSpans } from "./clip-spans";

/**
 * `clipped` spans left their text: what lies within it still counts. All others do not count at all: `empty`,
 * `unknown-document`, `unknown-code`, `unknown-coder` (one whom the project does not name), `not-compared` (a document
 * that was not assigned to both coders), `not-touched` (a document in which a coder has no coding, left out on request),
 * `no-units` (a document without such units).
 */
export type SetAsideReason =
  | "clipped"
  | "empty"
  | "unknown-document"
  | "unknown-code"
  | "unknown-coder"
  | "not-compared"
  | "not-touched"
  | "no-units";

export interface SetAside {
  readonly what: "codings" | "documents" | "units";
  readonly why: SetAsideReason;
  readonly count: number;
}

/** Reasons with a count of zero are left out of a ledger. */
export function ledger(entries: readonly SetAside[]): SetAside[] {
  return entries.filter((entry) => entry.count > 0);
}

export interface UsableCodings {
  readonly byDocument: ReadonlyMap<string, readonly AgreementCoding[]>;
  readonly setAside: readonly SetAside[];
}

export function usableCodings(project: AgreementProject, coders: readonly string[]): UsableCodings {
  const chosen = new Set(coders);
  const known = new Set(project.coders);
  const codes = new Set(project.codes.map((code) => code.id));
  const perDocument = new Map<string, AgreementCoding[]>(project.documents.map((document) => [document.id, []]));
  let [unknownDocument, unknownCode, unknownCoder, clipped, empty] = [0, 0, 0, 0, 0];
  for (const coding of project.codings) {
    if (!known.has(coding.coderId)) unknownCoder++;
    if (!chosen.has(coding.coderId)) continue;
    const list = perDocument.get(coding.documentId);
    if (!list) unknownDocument++;
    else if (!codes.has(coding.codeId)) unknownCode++;
    else list.push(coding);
  }
  const byDocument = new Map<string, readonly AgreementCoding[]>();
  for (const document of project.documents) {
    const kept = clipSpans(document.length, perDocument.get(document.id) ?? []);
    byDocument.set(document.id, kept.spans);
    clipped += kept.clipped;
    empty += kept.empty;
  }
  return {
    byDocument,
    setAside: ledger([
      { what: "codings", why: "unknown-document", count: unknownDocument },
      { what: "codings", why: "unknown-code", count: unknownCode },
      { what: "codings", why: "unknown-coder", count: unknownCoder },
      { what: "codings", why: "clipped", count: clipped },
      { what: "codings", why: "empty", count: empty },
    ]),
  };
}
