// Golden cases of the kinds `table2x2` and `confusion`: one table of two coders.
import * as z from "zod";
import type { CaseFigures } from "./conformance-case";
import { matrixFigures, tableFigures, tableFrom } from "./conformance-figures";
import type { AgreementWeights } from "./confusion-weights";

const numbers = z.array(z.array(z.number()));

const table2x2Input = z.looseObject({ table: z.tuple([z.number(), z.number(), z.number(), z.number()]) });

const confusionInput = z.looseObject({
  table: numbers,
  weights: z.union([z.literal("linear"), z.literal("quadratic"), numbers]).nullish(),
  scores: z.array(z.number()).nullish(),
});

export const table2x2Figures: CaseFigures = (input) =>
  new Map(tableFigures(tableFrom(table2x2Input.parse(input).table)));

/** Scores change linear and quadratic weights; they are none by themselves. */
export const confusionFigures: CaseFigures = (input) => {
  const { table, weights, scores } = confusionInput.parse(input);
  const byScores: AgreementWeights | undefined =
    scores && (weights === "linear" || weights === "quadratic") ? { by: weights, scores } : undefined;
  return new Map(matrixFigures(table, byScores ?? weights ?? undefined));
};
