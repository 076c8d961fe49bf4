import { describe, expect, it } from "vitest";
import { gwetRatings } from "./gwet-ratings";
import { ratedText } from "./rated-text";
import { countsOfRatings, countsOfTable } from "./rating-counts";
import { type Statistic, valueOrNull } from "./statistic";

function near(statistic: Statistic, value: number, digits: number): void {
  expect(valueOrNull(statistic)).toBeCloseTo(value, digits);
}

describe("Gwet 2014, irrCAC 1.0, cac.raw4raters", () => {
  const FOUR = ratedText("11.1 2232 3333 3333 2222 1234 4444 1121 2222 .555 ..11 ..3.");

  it("Gwet's irrCAC 1.0 AC1 .77544 (SE .14295), Fleiss .76117, Brennan-Prediger .77273", () => {
    const gwet = gwetRatings(countsOfRatings(FOUR));
    near(gwet.percentAgreement, 0.81818, 5);
    near(gwet.gwetAC1.value, 0.77544, 5);
    near(gwet.gwetAC1.standardError, 0.14295, 5);
    near(gwet.fleissKappa.value, 0.76117, 5);
    near(gwet.fleissKappa.standardError, 0.15302, 5);
    near(gwet.brennanPrediger.value, 0.77273, 5);
    near(gwet.brennanPrediger.standardError, 0.14472, 5);
    near(gwet.krippendorffAlpha.value, 0.74342, 5);
  });
});

describe("Gwet, irrCAC 1.0, distrib.6raters", () => {
  it("15 items: AC1 .4448 (SE .0842), Fleiss .4139 (SE .0812), alpha .4204", () => {
    const counts = countsOfTable(
      `00060 03003 01401 00006 03030 20400 00402 20310 20040 00006 10050 11040 03300 10050 02031`
        .split(" ")
        .map((row) => [...row].map(Number)),
    );
    const gwet = gwetRatings(counts);
    near(gwet.gwetAC1.value, 0.444800732936, 10);
    near(gwet.gwetAC1.standardError, 0.08418756677431, 10);
    near(gwet.fleissKappa.value, 0.413926499, 9);
    near(gwet.fleissKappa.standardError, 0.0811929091959, 10);
    near(gwet.krippendorffAlpha.value, 0.420438426821, 10);
  });
});
