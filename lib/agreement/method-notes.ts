// What is written by hand for the method page: the figures' names for people, their groups and their order.

export interface MethodGroup {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** The functions in the order in which people meet them, each with its name for people. */
  readonly figures: readonly (readonly [name: string, title: string])[];
}

/** The id of a figure on the method page: cohenKappaSE is at #cohen-kappa-se. */
export function methodAnchor(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1-$2")
    .toLowerCase();
}

export const METHOD_GROUPS: readonly MethodGroup[] = [
  {
    id: "beyond-chance",
    title: "Two coders, one code: agreement beyond chance",
    about:
      "All of these compare the observed agreement with an agreement that is expected by chance. They differ in what they take chance to be. Report one, chosen before you look; κ is the one that most readers know.",
    figures: [
      ["cohenKappa", "Cohen's κ"],
      ["cohenKappaSE", "Standard error of Cohen's κ, for intervals"],
      ["cohenKappaInterval", "Interval of Cohen's κ on independent items"],
      ["cohenKappaNullSE", "Standard error of Cohen's κ under κ = 0, for tests"],
      ["expectedAgreement", "Agreement expected by chance"],
      ["kappaMax", "κ max"],
      ["scottPi", "Scott's π"],
      ["krippendorffAlpha", "Krippendorff's α"],
      ["gwetAC1", "Gwet's AC1"],
      ["gwetAC1SE", "Standard error of Gwet's AC1"],
      ["pabak", "PABAK"],
    ],
  },
  {
    id: "shares",
    title: "Two coders, one code: shares and their balance",
    about:
      "These are plain shares of what was counted. Positive and negative agreement keep apart what percent agreement mixes: agreement that the code applies, and agreement that it does not. The two indexes say how lopsided the table is, which explains why κ and percent agreement part.",
    figures: [
      ["percentAgreement", "Percent agreement"],
      ["positiveAgreement", "Positive agreement"],
      ["negativeAgreement", "Negative agreement"],
      ["jaccard", "Jaccard"],
      ["holsti", "Holsti's CR"],
      ["prevalenceIndex", "Prevalence index"],
      ["biasIndex", "Bias index"],
    ],
  },
  {
    id: "categories",
    title: "Two coders, several categories",
    about:
      "One choice out of several for each item, laid out as a confusion matrix: rows for the first coder, columns for the second. With weights, some disagreements count less than others. The categories are those of the codebook, whether or not they occur.",
    figures: [
      ["confusionKappa", "Cohen's κ of several categories"],
      ["confusionKappaSE", "Standard error of κ of several categories, for intervals"],
      ["confusionKappaNullSE", "Standard error of κ of several categories under κ = 0"],
      ["confusionKappaInterval", "Interval of κ of several categories on independent items"],
      ["confusionKappaMax", "κ max of several categories"],
      ["weightedKappa", "Weighted κ"],
      ["percentAgreementOfMatrix", "Percent agreement of several categories"],
      ["expectedAgreementOfMatrix", "Agreement expected by chance, several categories"],
      ["brennanPrediger", "Brennan and Prediger's κ"],
      ["confusionScottPi", "Scott's π of several categories"],
      ["confusionKrippendorffAlpha", "Krippendorff's α of several categories"],
      ["confusionGwetAC1", "Gwet's AC1 of several categories, and AC2"],
    ],
  },
  {
    id: "excerpt-figures",
    title: "Overlapping excerpts and sets of codes",
    about:
      "Which code was chosen, apart from where exactly it was put. How the items are found is told under {#excerpts}.",
    figures: [
      ["overlapAgreement", "κ on overlapping excerpts"],
      ["setKappa", "κ on sets of codes"],
      ["setAlpha", "Krippendorff's α on sets of codes"],
    ],
  },
  {
    id: "several-coders",
    title: "More than two coders, and missing coders",
    about:
      "With more than two coders there are several ways to carry κ over, which differ in what they take chance to be. Only α and Gwet's figures use items that some of the coders did not have.",
    figures: [
      ["ratingsAlpha", "Krippendorff's α of several coders"],
      ["fleissKappa", "Fleiss' κ"],
      ["congerKappa", "Conger's κ"],
      ["lightKappa", "Light's κ"],
      ["randolphKappa", "Randolph's κ"],
      ["gwetRatings", "Gwet's AC1 of several coders"],
      ["pairwisePercentAgreement", "Percent agreement of several coders"],
      ["agreementOfAll", "Agreement of all coders"],
      ["specificAgreement", "Positive and negative agreement of several coders"],
    ],
  },
  {
    id: "across",
    title: "Several codes in one figure",
    about: "One number for a whole codebook hides which codes are weak. Give it only beside the table by code.",
    figures: [
      ["pooledKappa", "Pooled κ"],
      ["meanKappa", "Mean of the defined κs"],
      ["acrossIntervals", "Intervals of a figure over several codes"],
    ],
  },
  {
    id: "over-documents",
    title: "How sure: documents and rounds",
    about: "The intervals that a paper can print. What they can and cannot say is told under {#intervals}.",
    figures: [
      ["kappaOverDocuments", "Interval of κ, linearised"],
      ["jackknifeKappa", "Interval of κ, jackknife"],
      ["alphaOverDocuments", "Interval of α of several coders"],
      ["bootstrapKappa", "Interval of κ, bootstrap"],
      ["kappaDifference", "Difference of κ between two rounds"],
      ["clusterDesignEffect", "Design effect of documents"],
    ],
  },
  {
    id: "units",
    title: "Boundaries and values together",
    about: "For one theme whose codes exclude each other. What they compare is told under {#unitizing}.",
    figures: [
      ["uAlpha", "uα"],
      ["barUAlpha", "|uα"],
      ["cuAlpha", "cuα"],
      ["cuCoverage", "Coverage of cuα"],
      ["kuAlpha", "(k)uα"],
      ["kuCoverage", "Coverage of (k)uα"],
      ["krippendorffAlphaU", "αU of 1995"],
      ["gamma", "γ"],
      ["observedDisorder", "Observed disorder of γ"],
      ["gammaExpected", "Expected disorder of γ"],
    ],
  },
  {
    id: "sample-sizes",
    title: "How much must be coded twice",
    about:
      "Items here are independent of one another; what documents change, and tables to begin with, are under {#planning}.",
    figures: [
      ["planAgreement", "Documents for a wanted width or power"],
      ["donnerEliasziwSampleSize", "Items to tell one κ from another (Donner & Eliasziw)"],
      ["cantorSampleSize", "Items to tell one κ from another (Cantor)"],
      ["donnerRotondiSampleSize", "Items for an interval (Donner & Rotondi)"],
      ["intervalWidthSampleSize", "Items for an interval of a given width"],
      ["cicchettiSampleSize", "Fewest items for weighted κ"],
    ],
  },
];
