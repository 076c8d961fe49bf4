// A file of codings as agreement takes it: the `project` form of the golden cases, or a table of one coding a row.
import Papa from "papaparse";
import * as z from "zod";
import { Refusal } from "@/lib/refusal";
import { paragraphBounds, sentenceBounds } from "@/lib/text/sentences";
import type { Span } from "@/lib/text/span";
import type { AgreementDocument, AgreementProject } from "./agreement-project";

export interface NamedProject {
  readonly project: AgreementProject;
  /** By id; a code, document or coder without a name of its own is called by its id. */
  readonly names: {
    readonly documents: ReadonlyMap<string, string>;
    readonly codes: ReadonlyMap<string, string>;
    readonly coders: ReadonlyMap<string, string>;
  };
}

const spans = z.array(z.tuple([z.int(), z.int()]));

// Files write what they do not have as null as often as not at all.
const projectSchema = z.looseObject({
  documents: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string().nullish(),
      length: z.int().min(0).nullish(),
      text: z.string().nullish(),
      /** A list alone is what `given` means. */
      units: z
        .union([
          spans,
          z.object({
            given: spans.nullish(),
            turn: spans.nullish(),
            paragraph: spans.nullish(),
            sentence: spans.nullish(),
          }),
        ])
        .nullish(),
    }),
  ),
  codes: z.array(z.looseObject({ id: z.string(), name: z.string().nullish(), parent: z.string().nullish() })),
  coders: z.array(z.union([z.string(), z.looseObject({ id: z.string(), name: z.string().nullish() })])),
  assignments: z.array(z.looseObject({ doc: z.string(), coder: z.string() })).nullish(),
  codings: z.array(
    z.looseObject({ doc: z.string(), coder: z.string(), code: z.string(), start: z.int(), end: z.int() }),
  ),
  offsetEncoding: z.string().nullish(),
});

/** The project alone, or with options around it as a golden case has it. */
export const agreementFileSchema = z.union([
  projectSchema,
  z.looseObject({ project: projectSchema }).transform(({ project }) => project),
]);

type FileProject = z.output<typeof projectSchema>;

const spansOf = (pairs: z.output<typeof spans>): Span[] => pairs.map(([start, end]) => ({ start, end }));

function paired(flat: readonly number[]): Span[] {
  const found: Span[] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) found.push({ start: flat[i] ?? 0, end: flat[i + 1] ?? 0 });
  return found;
}

function documentOf(file: FileProject["documents"][number], inCodePoints: boolean): AgreementDocument {
  const { id } = file;
  const text = file.text ?? "";
  const units = file.units ?? {};
  const given = Array.isArray(units) ? { given: units } : units;
  const found = Object.entries(given).flatMap(([unit, pairs]) => (pairs ? [[unit, spansOf(pairs)] as const] : []));
  // Bounds are found in UTF-16 code units; a file that counts otherwise has to bring its own.
  const own =
    file.text == null || inCodePoints
      ? {}
      : { paragraph: paired(paragraphBounds(text)), sentence: paired(sentenceBounds(text)) };
  return {
    id,
    length: file.length ?? (inCodePoints ? [...text].length : text.length),
    units: { ...own, ...Object.fromEntries(found) },
  };
}

function assertOnce(what: string, ids: readonly string[]): void {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw new Refusal("repeated-id", 422, { what, id });
    seen.add(id);
  }
}

function assertTree(codes: readonly { readonly id: string; readonly parentId: string | null }[]): void {
  const parents = new Map(codes.map((code) => [code.id, code.parentId]));
  for (const { id } of codes) {
    let steps = 0;
    for (let at = parents.get(id) ?? null; at !== null; at = parents.get(at) ?? null) {
      if (++steps > codes.length) throw new Refusal("codes-in-a-circle", 422, { code: id });
    }
  }
}

/** Throws Refusal: `repeated-id`, `codes-in-a-circle`. */
export function projectFromJson(file: FileProject): NamedProject {
  const coders = file.coders.map((coder) => (typeof coder === "string" ? { id: coder, name: coder } : coder));
  assertOnce(
    "document",
    file.documents.map(({ id }) => id),
  );
  assertOnce(
    "code",
    file.codes.map(({ id }) => id),
  );
  assertOnce(
    "coder",
    coders.map(({ id }) => id),
  );
  const codes = file.codes.map(({ id, parent }) => ({ id, parentId: parent ?? null }));
  assertTree(codes);
  const inCodePoints = file.offsetEncoding === "codepoint";
  return {
    project: {
      documents: file.documents.map((document) => documentOf(document, inCodePoints)),
      codes,
      coders: coders.map(({ id }) => id),
      assignments: file.assignments?.map(({ doc, coder }) => ({ documentId: doc, coderId: coder })),
      codings: file.codings.map(({ doc, coder, code, start, end }) => ({
        documentId: doc,
        coderId: coder,
        codeId: code,
        start,
        end,
      })),
    },
    names: {
      documents: new Map(file.documents.map(({ id, name }) => [id, name ?? id])),
      codes: new Map(file.codes.map(({ id, name }) => [id, name ?? id])),
      coders: new Map(coders.map(({ id, name }) => [id, name ?? id])),
    },
  };
}

const COLUMNS = ["document", "coder", "code", "start", "end", "document_length"] as const;
type Row = Record<(typeof COLUMNS)[number], string>;

/**
 * One coding a row. A row whose code, start and end are empty says that the coder read the document and found nothing
 * there. Throws the Refusal `table-not-understood` with the line of the file.
 */
export function projectFromCsv(text: string, file: string): NamedProject {
  const parsed = Papa.parse<string[]>(text.replace(/^\uFEFF/, ""), { skipEmptyLines: "greedy" });
  const [head = [], ...rows] = parsed.data;
  const refuse = (line: number, problem: string) => new Refusal("table-not-understood", 422, { file, line, problem });
  const places = COLUMNS.map((column) => head.findIndex((name) => name.trim().toLowerCase() === column));
  const missing = COLUMNS.filter((_, i) => places[i] === -1);
  if (missing.length > 0) throw refuse(1, `there is no column ${missing.join(", ")}`);

  const lengths = new Map<string, number>();
  const [codes, coders] = [new Set<string>(), new Set<string>()];
  const codings: AgreementProject["codings"][number][] = [];
  for (const [i, cells] of rows.entries()) {
    const line = i + 2;
    const row = Object.fromEntries(
      COLUMNS.map((column, at) => [column, (cells[places[at] ?? -1] ?? "").trim()]),
    ) as Row;
    const whole = (column: "start" | "end" | "document_length"): number => {
      const value = row[column] === "" ? Number.NaN : Number(row[column]);
      if (!Number.isSafeInteger(value)) throw refuse(line, `${column} is “${row[column]}”, not a whole number`);
      return value;
    };
    if (row.document === "" || row.coder === "") throw refuse(line, "the document or the coder is missing");
    const length = whole("document_length");
    if (length < 0) throw refuse(line, `document_length is ${length}`);
    const before = lengths.get(row.document) ?? length;
    if (before !== length) throw refuse(line, `document_length is ${length}, but ${before} in a line above`);
    lengths.set(row.document, length);
    coders.add(row.coder);
    if (row.code === "" && row.start === "" && row.end === "") continue;
    if (row.code === "") throw refuse(line, "the code is missing");
    codes.add(row.code);
    const { document: documentId, coder: coderId, code: codeId } = row;
    codings.push({ documentId, coderId, codeId, start: whole("start"), end: whole("end") });
  }
  const itself = (ids: Iterable<string>) => new Map([...ids].map((id) => [id, id]));
  return {
    project: {
      documents: [...lengths].map(([id, length]) => ({ id, length })),
      codes: [...codes].map((id) => ({ id, parentId: null })),
      coders: [...coders],
      codings,
    },
    names: { documents: itself(lengths.keys()), codes: itself(codes), coders: itself(coders) },
  };
}
