// Golden cases of the kind `across-codes`, and the same figures of a project: one figure over several codes.
import * as z from "zod";
import { type AcrossCodes, acrossCodes } from "./across-codes";
import type { CaseFigures, ConformanceValue } from "./conformance-case";
import { acrossFigures, tableFrom } from "./conformance-figures";
import { valueOrNull } from "./statistic";

const acrossCodesInput = z.looseObject({
  tables: z.record(z.string(), z.tuple([z.number(), z.number(), z.number(), z.number()])),
});

export const acrossCodesFigures: CaseFigures = (input) => {
  const { tables } = acrossCodesInput.parse(input);
  return new Map(acrossCodesEntries(acrossCodes(Object.values(tables).map(tableFrom))));
};

export function acrossCodesEntries(across: AcrossCodes): [name: string, value: ConformanceValue][] {
  return [
    ...acrossFigures(across),
    // Over the used codes alone: the same, because a code that nobody used adds nothing to either mean's difference.
    ["pooledKappaDeVriesUsed", valueOrNull(across.pooledKappa)],
  ];
}
