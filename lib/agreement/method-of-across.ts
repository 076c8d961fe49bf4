// Generated from the doc comments in this folder (UPDATE_METHOD=1 with e2e/law/method.test.ts writes it anew): Several codes in one figure.
import type { MethodEntry } from "./method-entry";

export const ACROSS: readonly MethodEntry[] = [
  {
    name: "pooledKappa",
    file: "across-codes.ts",
    answers: `How far do two coders agree beyond chance over a whole set of codes, each code counting the same?`,
    formula: `κ = (mean po − mean pe) / (1 − mean pe) over the codes, reckoned as 1 − Σ(1 − po) / Σ(1 − pe).`,
    shape: `one 2×2 table per code.`,
    unit: `any.`,
    undefinedWhen: `no-data (no code has an item); both-empty (no code was used); one-category (in each code chance alone gives agreement).`,
    misleads: `common codes, whose chance agreement is low, weigh more than rare ones. A code that nobody used leaves it as it is, where the summed tables would count it as agreement.`,
    elsewhere: `Dedoose prints it as pooled kappa. NVivo gives no figure over codes; an average of its exported rows counts codes that nobody used as 1.`,
    source: `de Vries, Elliott, Kanouse & Teleki 2008, Field Methods 20:272–282, doi 10.1177/1525822X08317166.`,
    checked: `de Vries et al. 2008; the golden cases across-codes.`,
  },
  {
    name: "meanKappa",
    file: "across-codes.ts",
    answers: `What is the kappa of a typical code of the set?`,
    formula: `the mean of Cohen's κ over the codes whose κ is defined; how many those are stands beside it.`,
    shape: `one 2×2 table per code.`,
    unit: `any.`,
    undefinedWhen: `no-defined (no code has a kappa).`,
    misleads: `a code given twice weighs as much as one given a hundred times, so that a few rare codes can move it far.`,
    elsewhere: `an average of NVivo's rows counts undefined kappas as 1; here they are left out.`,
    source: `the arithmetic mean; Cohen 1960 for each kappa, doi 10.1177/001316446002000104.`,
    checked: `the golden cases across-codes.`,
  },
  {
    name: "acrossIntervals",
    file: "across-intervals.ts",
    answers: `How far could a figure over all codes be from what the coders would reach on more documents of this sort?`,
    formula: `for the summed tables as for one code, the documents being the sums over codes; for the pooled and the mean kappa the jackknife over documents (value ± t SE with K − 1 degrees of freedom) and the bootstrap over documents.`,
    shape: `for each code one 2×2 table per document, the documents in the same order; documents without an item are dropped first, K are left.`,
    unit: `any.`,
    undefinedWhen: `as the figure itself; few-documents (fewer than two); undefined-without-one; no-replicate.`,
    misleads: `the codes of a document depend on one another, which is kept, because documents are drawn whole. The mean kappa of a replicate is over the codes that are defined in it, which need not be all.`,
    source: `as jackknifeKappa and bootstrapKappa.`,
    checked: `a plain implementation that draws one document after the other; with one code all agree with its own.`,
  },
];
