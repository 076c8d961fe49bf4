import { describe, expect, it } from "vitest";
import { congerKappa } from "./conger-kappa";
import { fleissKappa } from "./fleiss-kappa";
import { lightKappa } from "./light-kappa";
import { randolphKappa } from "./randolph-kappa";
import { ratedText } from "./rated-text";
import { countsOfRatings, countsOfTable } from "./rating-counts";
import { agreementOfAll, pairwisePercentAgreement } from "./ratings-agreement";
import { type Statistic, valueOrNull } from "./statistic";

function near(statistic: Statistic, value: number, digits: number): void {
  expect(valueOrNull(statistic)).toBeCloseTo(value, digits);
}

const DIAGNOSES = ratedText(`444444 222555 233335 555555 222444 113333 333355 113334 114444 555555 144444 124444 222333
  144444 224445 333335 111455 111112 224444 133555 555555 244444 224555 114444 144445 222224 111155 224444 133333 555555`);

describe("Fleiss 1971, Psychol Bull 76, tables 1 and 2", () => {
  it("30 patients, 6 psychiatrists: observed .5556, expected .2201, kappa .430, and each category", () => {
    const { observed, expected, kappa, standardErrorUnderNull, perCategory } = fleissKappa(countsOfRatings(DIAGNOSES));
    near(observed, 0.5556, 4);
    near(expected, 0.21994, 5);
    near(kappa, 0.4302445, 7);
    near(standardErrorUnderNull, 0.4302445 / 17.652, 5);
    expect(perCategory.map((one) => Math.round((valueOrNull(one) ?? 0) * 1000) / 1000)).toEqual([
      0.245, 0.245, 0.52, 0.471, 0.566,
    ]);
  });

  it("irr prints .442 for the exact kappa, which is Conger's, and .459 for Light's", () => {
    near(congerKappa(DIAGNOSES).observed, 0.5556, 4);
    near(congerKappa(DIAGNOSES).kappa, 0.442, 3);
    near(lightKappa(DIAGNOSES).kappa, 0.459, 3);
    expect(lightKappa(DIAGNOSES)).toMatchObject({ pairsDefined: 15 });
    near(agreementOfAll(countsOfRatings(DIAGNOSES)), 5 / 30, 12);
  });
});

describe("Warrens 2010, Adv Data Anal Classif 4, p. 284", () => {
  it("8 pathologists, 30 slides: Randolph .8357, Fleiss .8324, Conger .8326, Light .8325", () => {
    const slides = ratedText(`${"NNNNNNNN ".repeat(14)} NNNANNNN NNNNNNNA ${"AAAAAAAA ".repeat(10)}
      AANAAAAN AANAAAAN AANANAAN AANANANN`);
    near(randolphKappa(countsOfRatings(slides)), 0.8357, 4);
    near(fleissKappa(countsOfRatings(slides)).kappa, 0.83235, 5);
    near(congerKappa(slides).kappa, 0.8326, 4);
    near(lightKappa(slides).kappa, 0.83244, 5);
  });
});

describe("Warrens 2012, p. 9", () => {
  it("4 coders, 15 items: observed .833, Conger .675", () => {
    const items = ratedText(`${"1111 ".repeat(6)} ${"1000 ".repeat(5)} ${"0000 ".repeat(4)}`);
    near(pairwisePercentAgreement(countsOfRatings(items)), 0.8333, 4);
    near(congerKappa(items).kappa, 0.675, 3);
  });
});

describe("Randolph 2005", () => {
  it("p. 17, first example: fixed and free marginals .33", () => {
    const counts = countsOfRatings(ratedText("YYY YYN NNY NNN"));
    near(fleissKappa(counts).kappa, 1 / 3, 12);
    near(randolphKappa(counts), 1 / 3, 12);
  });

  it("his online calculator: fixed .708333, free .785714 of three categories, one unused", () => {
    const counts = countsOfTable([
      [6, 1, 0],
      [0, 7, 0],
    ]);
    near(fleissKappa(counts).kappa, 0.708333, 6);
    near(randolphKappa(counts), 0.785714, 6);
    expect(fleissKappa(counts).perCategory[2]).toEqual({ kind: "undefined", reason: "not-used" });
  });
});

describe("Mieskes 2009, p. 58", () => {
  it("3 coders, 17 words: observed .84, kappa .80", () => {
    const counts = countsOfRatings(ratedText("UVU III UUU III RRR JJJ III PPP NNR VBV PPP III RUU III MMM PPP III"));
    near(pairwisePercentAgreement(counts), 0.84, 2);
    near(fleissKappa(counts).kappa, 0.8048, 4);
  });
});
