// A golden case as its file writes it, decoded; the form is that of the conformance command.
import { z } from "zod";

/** Null where the statistic is undefined. */
export type ConformanceValue = number | string | null;

const expectation = z.looseObject({
  value: z.union([z.number(), z.string(), z.null()]),
  tol: z.number(),
  published: z.union([z.number(), z.string(), z.null()]).optional(),
  publishedTol: z.number().optional(),
});

export const conformanceCase = z.looseObject({
  id: z.string(),
  kind: z.string(),
  input: z.unknown(),
  expected: z.record(z.string(), expectation),
});

export type ConformanceCase = z.infer<typeof conformanceCase>;

export const conformanceFile = z.looseObject({ cases: z.array(conformanceCase) });

/** The figures of one case under the names of its file; what is not offered is left out, `asked` bounds the work. */
export type CaseFigures = (input: unknown, asked: readonly string[]) => ReadonlyMap<string, ConformanceValue>;

/** Files write what they do not have as null as often as not at all. */
export function orAbsent<Schema extends z.ZodType>(schema: Schema) {
  return schema.nullish().transform((value) => value ?? undefined);
}

const caseProject = z.looseObject({
  documents: z.array(
    z.looseObject({
      id: z.string(),
      length: orAbsent(z.number()),
      text: orAbsent(z.string()),
      units: orAbsent(z.array(z.tuple([z.number(), z.number()], z.unknown()))),
    }),
  ),
  codes: z.array(z.looseObject({ id: z.string(), parent: z.string().nullish() })),
  coders: z.array(z.string()),
  assignments: orAbsent(z.array(z.looseObject({ doc: z.string(), coder: z.string() }))),
  codings: z.array(
    z.looseObject({ doc: z.string(), coder: z.string(), code: z.string(), start: z.number(), end: z.number() }),
  ),
  offsetEncoding: orAbsent(z.string()),
});

export type CaseProject = z.infer<typeof caseProject>;

const projectOptions = z.looseObject({
  unit_min: orAbsent(z.number()),
  missing: orAbsent(z.enum(["assigned", "touched"])),
  iou: orAbsent(z.array(z.number())),
});

export const projectInput = z.looseObject({
  project: caseProject,
  options: projectOptions
    .nullish()
    .transform((given): z.output<typeof projectOptions> => given ?? projectOptions.parse({})),
});

export type ProjectInput = z.infer<typeof projectInput>;
