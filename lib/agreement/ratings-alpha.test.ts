import { describe, expect, it } from "vitest";
import { fleissKappa } from "./fleiss-kappa";
import { lightKappa } from "./light-kappa";
import { ratedText } from "./rated-text";
import { countsOfRatings } from "./rating-counts";
import { pairwisePercentAgreement } from "./ratings-agreement";
import { ratingsAlpha } from "./ratings-alpha";
import { type Statistic, valueOrNull } from "./statistic";

function near(statistic: Statistic, value: number, digits: number): void {
  expect(valueOrNull(statistic)).toBeCloseTo(value, digits);
}

describe("Krippendorff 2011, Computing Krippendorff's Alpha-Reliability", () => {
  const FOUR = ratedText("11.1 2232 3333 3333 2222 1234 4444 1121 2222 .555 ..11 ..3.");

  it("example C, 4 coders, 12 units, missing values: .743, ordinal .815, interval .849, ratio .797", () => {
    const counts = countsOfRatings(FOUR);
    const nominal = ratingsAlpha(counts);
    expect(nominal.pairableValues).toBe(40);
    near(nominal.observedDisagreement, 8 / 40, 12);
    near(nominal.expectedDisagreement, 1216 / (40 * 39), 12);
    near(nominal.alpha, 0.743, 3);
    near(ratingsAlpha(counts, "ordinal").alpha, 0.815, 3);
    near(ratingsAlpha(counts, "interval").alpha, 0.849, 3);
    near(ratingsAlpha(counts, "ratio").alpha, 0.797, 3);
  });

  it("example B, Ben and Gerry: .692 of twelve units; .665 of the eleven that irrCAC has as cac.ben.gerry", () => {
    const eleven = "ab aa bb bb db cc cc cc ee dd ad";
    near(ratingsAlpha(countsOfRatings(ratedText(eleven))).alpha, 0.665, 3);
    near(ratingsAlpha(countsOfRatings(ratedText(`${eleven} dd`))).alpha, 0.692, 3);
  });
});

describe("Wikipedia, Krippendorff's alpha, 3 coders", () => {
  it("15 units, of which two empty: nominal .691, interval .811, 26 pairable values", () => {
    const counts = countsOfRatings(ratedText(".1. ... .22 .11 .33 334 444 13. 2.2 1.1 1.1 3.3 3.3 ... 3.4"));
    expect(ratingsAlpha(counts).pairableValues).toBe(26);
    near(ratingsAlpha(counts).alpha, 0.691, 3);
    near(ratingsAlpha(counts, "interval").alpha, 0.811, 3);
  });
});

describe("Krippendorff 2004, p. 224", () => {
  it("2 coders, 10 items: observed agreement .60, alpha .095", () => {
    const counts = countsOfRatings(ratedText("10 11 01 00 00 01 00 01 00 00"));
    near(pairwisePercentAgreement(counts), 0.6, 12);
    near(ratingsAlpha(counts).alpha, 0.095, 3);
  });
});

describe("R irr, data anxiety", () => {
  it("alpha -.0237, which irr prints as -.0324; the pairs' kappas", () => {
    const anxiety = ratedText("332 361 344 464 523 542 221 346 531 231 221 632 133 533 221 221 113 233 432 342");
    near(ratingsAlpha(countsOfRatings(anxiety)).alpha, -0.0237, 4);
    near(fleissKappa(countsOfRatings(anxiety)).kappa, -0.0411, 4);
    expect(lightKappa(anxiety).pairwise.map((kappa) => (valueOrNull(kappa) ?? 0).toFixed(4))).toEqual([
      "0.1195",
      "-0.1656",
      "-0.0063",
    ]);
  });
});
