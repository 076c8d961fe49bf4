// Golden cases of the kind `across-codes`: one figure over several codes.
import * as z from "zod";
import { acrossCodes } from "./across-codes";
import type { CaseFigures } from "./conformance-case";
import { acrossFigures, tableFrom } from "./conformance-figures";

const acrossCodesInput = z.looseObject({
  tables: z.record(z.string(), z.tuple([z.number(), z.number(), z.number(), z.number()])),
});

export const acrossCodesFigures: CaseFigures = (input) => {
  const { tables } = acrossCodesInput.parse(input);
  return new Map(acrossFigures(acrossCodes(Object.values(tables).map(tableFrom))));
};
