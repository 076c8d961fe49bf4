// General sections of the method page on judging a figure and planning a round: verbal labels and sample sizes.
import { donnerEliasziwSampleSize } from "./donner-eliasziw-sample-size";
import { intervalWidthSampleSize } from "./interval-width-sample-size";
import type { MethodSection } from "./method-section";

const PREVALENCES = [0.05, 0.1, 0.3, 0.5];
const items = (size: number) => String(Math.ceil(size));

export const LABELS: MethodSection = {
  id: "labels",
  title: "Verbal labels and their authors",
  parts: [
    "A label never stands without its number and its author, and can be switched off. The three scales below differ in their bounds and in what they call the same figure: 0.65 is substantial, moderate or good. They were written for κ on separate items, not for text, and their bounds are their authors' judgement; Landis and Koch themselves called theirs “clearly arbitrary”.",
    {
      caption: "What three authors call κ",
      columns: ["κ", "Landis & Koch 1977", "McHugh 2012", "Altman 1991"],
      rows: [
        ["below 0", "poor", "no word", "poor"],
        ["0–0.20", "slight", "none (0–0.20)", "poor"],
        ["0.21–0.40", "fair", "minimal (0.21–0.39)", "fair"],
        ["0.41–0.60", "moderate", "weak (0.40–0.59)", "moderate"],
        ["0.61–0.80", "substantial", "moderate (0.60–0.79)", "good"],
        ["0.81–1", "almost perfect", "strong (0.80–0.90), almost perfect above", "very good"],
      ],
    },
    "Landis JR, Koch GG 1977, Biometrics 33:159–174, doi 10.2307/2529310. McHugh ML 2012, Biochemia Medica 22:276–282, doi 10.11613/BM.2012.031. Altman DG 1991, Practical Statistics for Medical Research, Chapman & Hall, p. 404.",
  ],
};

export const PLANNING: MethodSection = {
  id: "planning",
  title: "Planning: how much must be coded twice",
  parts: [
    "Two questions lead to a number of items. How many make it likely (power) to tell one κ from another? And how many make the interval as narrow as wanted? Both depend strongly on π, the share of the items that carry the code: a rare code needs many more.",
    {
      caption:
        "Items needed to tell κ₁ from κ₀, two-sided at 5%, with power 80% (goodness of fit, Donner & Eliasziw 1992)",
      columns: ["κ₀ against κ₁", ...PREVALENCES.map((prevalence) => `π = ${prevalence}`)],
      rows: [
        [0.4, 0.6],
        [0.6, 0.8],
        [0.6, 0.9],
      ].map(([kappa0 = 0, kappa1 = 0]) => [
        `${kappa0} against ${kappa1}`,
        ...PREVALENCES.map((prevalence) => items(donnerEliasziwSampleSize({ prevalence, kappa0, kappa1 }))),
      ]),
    },
    {
      caption: "Items needed for a 95% interval of ±0.10 (standard error of Fleiss, Cohen & Everitt 1969)",
      columns: ["κ", ...PREVALENCES.map((prevalence) => `π = ${prevalence}`)],
      rows: [0.6, 0.7, 0.8].map((kappa) => [
        String(kappa),
        ...PREVALENCES.map((prevalence) => items(intervalWidthSampleSize({ prevalence, kappa, halfWidth: 0.1 }))),
      ]),
    },
    "These numbers are for independent items. Items of one document resemble each other, so multiply by the design effect 1 + (m̄ − 1) ICC, where m̄ is the mean number of items in a document and ICC how alike they are; or take the design effect that the pilot round had. An item here is a unit, such as a turn, or a document; never a character.",
    "Sources: Donner & Eliasziw 1992, Statistics in Medicine 11:1511–1519; Cantor 1996, Psychological Methods 1:150–153; Sim & Wright 2005, Physical Therapy 85:257–268; Donner & Rotondi 2010 for the form by interval.",
  ],
};
