// What agreement is computed from: documents with their units, codes, coders and their codings, as plain values.
import type { Span } from "@/lib/text/span";

/** `given` are units that a file brings itself; `document` is the whole text as one unit. */
export type AgreementUnit = "character" | "turn" | "sentence" | "paragraph" | "document" | "given";

/** The units that every transcript of a study has; the order is that of screens. */
export const TEXT_UNITS = [
  "turn",
  "sentence",
  "paragraph",
  "character",
  "document",
] as const satisfies readonly AgreementUnit[];

export interface AgreementDocument {
  readonly id: string;
  /** In code units of the text; a document without a character counts for nothing. */
  readonly length: number;
  /** The stretches of each kind of unit, in document order. Characters and the whole document need none. */
  readonly units?: Readonly<Partial<Record<AgreementUnit, readonly Span[]>>>;
}

export interface AgreementCode {
  readonly id: string;
  readonly parentId: string | null;
}

export interface AgreementCoding extends Span {
  readonly documentId: string;
  readonly coderId: string;
  readonly codeId: string;
}

export interface AgreementProject {
  readonly documents: readonly AgreementDocument[];
  readonly codes: readonly AgreementCode[];
  readonly coders: readonly string[];
  /** Who was to code what; without it, every coder every document. Assigned without codings means "found nothing". */
  readonly assignments?: readonly { readonly documentId: string; readonly coderId: string }[];
  readonly codings: readonly AgreementCoding[];
}
