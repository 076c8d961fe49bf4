// Golden cases of the kinds `table2x2` and `confusion`: one table of two coders.
import * as z from "zod";
import type { CaseFigures } from "./conformance-case";
import { matrixFigures, tableFigures, tableFrom } from "./conformance-figures";

const numbers = z.array(z.array(z.number()));

const table2x2Input = z.looseObject({ table: z.tuple([z.number(), z.number(), z.number(), z.number()]) });

const confusionInput = z.looseObject({
  table: numbers,
  weights: z.union([z.literal("linear"), z.literal("quadratic"), numbers]).optional(),
});

export const table2x2Figures: CaseFigures = (input) =>
  new Map(tableFigures(tableFrom(table2x2Input.parse(input).table)));

export const confusionFigures: CaseFigures = (input) => {
  const { table, weights } = confusionInput.parse(input);
  return new Map(matrixFigures(table, weights));
};
