// Golden cases of the kind `clusters`, and the same figures of each code of a project: intervals over documents.
import * as z from "zod";
import { type CaseFigures, type ConformanceValue, orAbsent } from "./conformance-case";
import { tableFrom } from "./conformance-figures";
import { boundsOrNull } from "./interval";
import { kappaIntervals } from "./kappa-intervals";
import type { BootstrapOptions } from "./resample-documents";
import { valueOrNull } from "./statistic";
import type { Table2x2 } from "./table2x2";

const bootInput = z.looseObject({ B: orAbsent(z.number().int().nonnegative()), seed: orAbsent(z.number()) });

const clustersInput = z.looseObject({
  tables: z.array(z.tuple([z.number(), z.number(), z.number(), z.number()])),
  boot: bootInput.nullish(),
});

/** In a project `boot` is the number of replicates, or an object as in the kind `clusters`; 0 asks for none. */
const projectBootInput = z.looseObject({
  boot: z
    .union([
      z
        .number()
        .int()
        .nonnegative()
        .transform((B) => ({ B, seed: undefined })),
      bootInput,
    ])
    .nullish(),
  seed: orAbsent(z.number()),
});

export const clustersFigures: CaseFigures = (input, asked) => {
  const { tables, boot } = clustersInput.parse(input);
  const bootstrap = boot && asksFor(asked, "bootstrap") ? resamplesOf(boot.B, boot.seed) : undefined;
  return new Map(clusterFigures(tables.map(tableFrom), bootstrap));
};

/** What the options of a project ask for; nothing where no bootstrap figure is asked for. */
export function projectBootstrap(options: unknown, asked: readonly string[]): BootstrapOptions | undefined {
  if (!asked.some((name) => name.includes(".bootstrap."))) return undefined;
  const { boot, seed } = projectBootInput.parse(options);
  return boot ? resamplesOf(boot.B, boot.seed ?? seed) : undefined;
}

/** `cluster.*`, and `bootstrap.*` where one is asked for, of the tables of one code. */
export function clusterFigures(
  tables: readonly Table2x2[],
  bootstrap?: BootstrapOptions,
): [name: string, value: ConformanceValue][] {
  const found = kappaIntervals(tables, { confidence: 0.95, bootstrap });
  const [low, high] = boundsOrNull(found.linearised.interval) ?? [null, null];
  const figures: [string, ConformanceValue][] = [
    ["cluster.kappa", valueOrNull(found.kappa)],
    ["cluster.seCluster", valueOrNull(found.linearised.se)],
    ["cluster.seIndependent", valueOrNull(found.seIndependent)],
    ["cluster.seJackknife", valueOrNull(found.jackknife.se)],
    ["cluster.designEffect", valueOrNull(found.designEffect)],
    ["cluster.ciT[0]", low],
    ["cluster.ciT[1]", high],
  ];
  if (!found.bootstrap) return figures;
  const [from, to] = boundsOrNull(found.bootstrap.interval) ?? [null, null];
  return [
    ...figures,
    ["bootstrap.se", valueOrNull(found.bootstrap.se)],
    ["bootstrap.ci95[0]", from],
    ["bootstrap.ci95[1]", to],
    ["bootstrap.undefined", found.bootstrap.undefinedReplicates],
  ];
}

function resamplesOf(replicates = 2000, seed = 1): BootstrapOptions | undefined {
  return replicates > 0 ? { replicates, seed } : undefined;
}

function asksFor(asked: readonly string[], family: string): boolean {
  return asked.some((name) => name.startsWith(`${family}.`));
}
