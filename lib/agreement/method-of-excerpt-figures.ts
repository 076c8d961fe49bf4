// Generated from the doc comments in this folder (UPDATE_METHOD=1 with e2e/law/method.test.ts writes it anew): Overlapping excerpts and sets of codes.
import type { MethodEntry } from "./method-entry";

export const EXCERPT_FIGURES: readonly MethodEntry[] = [
  {
    name: "overlapAgreement",
    file: "overlap-pairs.ts",
    answers: `Where both coders coded overlapping passages, did they choose the same code, beyond chance?`,
    formula: `items are pairs of excerpts that share a character (or whose intersection over union reaches a chosen share): all such pairs, or each excerpt in one pair at most with the greatest total overlap; κ = (po − pe)/(1 − pe), π and α on the matrix of their codes; one-to-one also Holsti's CR = 2M/(N1 + N2), M pairs with equal codes, N1 and N2 the excerpts of each coder`,
    shape: `q × q confusion matrix of pairs of excerpts, one from each coder.`,
    unit: `pairs of excerpts; an excerpt is a distinct (start, end, code) of a coder. At a level of the tree the pairs stay what they are, and each code is called by the theme above it at that depth.`,
    undefinedWhen: `no-data (no pair; of Holsti's CR: no excerpt); one-category (one and the same code throughout).`,
    misleads: `It says which code, not where: what only one coder marked does not count, unless unmatched excerpts are counted as well; then nobody can agree on "nothing" and kappa is pushed down. Among all pairs a long excerpt counts once for each excerpt that it meets, and pairs that share an excerpt are not independent: no standard error is given.`,
    elsewhere: `INCEpTION and DKPro compare identical positions alone and leave out what only one coder marked: kappa can be 1 with mostly disagreement.`,
    source: `the pairs are this program's own definition; kappa Cohen 1960, Educ Psychol Meas 20:37–46, doi 10.1177/001316446002000104.`,
    checked: `hand arithmetic; comparison of all with all and every possible matching of small sets; the golden cases project, excerptPairs.`,
  },
  {
    name: "setKappa",
    file: "set-kappa.ts",
    answers: `On what share of the items did the two coders choose exactly the same set of codes, and how far is that beyond what their own rates of choosing each set would give by chance?`,
    formula: `κ = (po − pe)/(1 − pe), po = Σₛ nₛₛ / n, pe = Σₛ nₛ. n.ₛ / n², where s runs over the sets that occur and the empty set is one of them`,
    shape: `items × 2 coders, a set of labels each.`,
    unit: `any; on characters every set counts with the length of the text that has it.`,
    undefinedWhen: `no-data (no item); one-category (both coders gave one and the same set throughout).`,
    misleads: `Two sets that differ in one of many codes count as different as two that share none; alpha with Jaccard or MASI distance counts that in part. Where most text is uncoded, the empty set carries po.`,
    source: `Cohen 1960, Educ Psychol Meas 20:37–46, p. 40, doi 10.1177/001316446002000104, with sets as categories.`,
    checked: `confusion-kappa.ts on the same matrix; characters counted one by one; the golden cases project, characterSets.`,
  },
  {
    name: "setAlpha",
    file: "set-alpha.ts",
    answers: `Where an item may have several codes at once, how far do the two coders' sets of codes agree beyond chance, when sets that share some codes count as partly agreed?`,
    formula: `α = 1 − Do/De, Do = Σ δ(A, B) / n over the n items, De = Σₛₜ nₛ nₜ δ(s, t) / (2n(2n − 1)) over all sets given; δ nominal: 0 if equal, else 1; Jaccard: 1 − |A∩B|/|A∪B|; MASI: 1 − |A∩B|/|A∪B| × M, M = 1 equal, 2/3 one within the other, 1/3 merely overlapping, 0 disjoint; two empty sets are equal`,
    shape: `items × 2 coders, a set of labels each.`,
    unit: `any; on characters every set counts with the length of the text that has it.`,
    undefinedWhen: `no-data (no item); one-category (every set given is the same).`,
    misleads: `The figure depends on the distance chosen: it must be named with it. Where most text is uncoded, agreement on the empty set carries it; give it for the coded text alone beside it.`,
    elsewhere: `What DKPro Statistics and INCEpTION call MASI is another distance, (1 − J) × 1/3, 2/3 or 1, with 1/3 between an empty set and one label: .253 where this gives .273. NLTK uses .67 and .33 for 2/3 and 1/3 and divides by zero on two empty sets. NLTK and DKPro print 1 where every set is the same.`,
    source: `Krippendorff 2004, Content Analysis, 2nd ed., ch. 11; MASI: Passonneau 2006, LREC.`,
    checked: `the items of a test of DKPro Statistics (golden case g01); all pairs of values compared one by one.`,
  },
];
