import { describe, expect, it } from "vitest";
import { congerKappa } from "./conger-kappa";
import { fleissKappa } from "./fleiss-kappa";
import { gwetRatings } from "./gwet-ratings";
import { lightKappa } from "./light-kappa";
import { randolphKappa } from "./randolph-kappa";
import { ratedText } from "./rated-text";
import { countsOfRatings, countsOfTable } from "./rating-counts";
import { type Ratings, ratingsOfLabels } from "./ratings";
import { pairwisePercentAgreement, specificAgreement } from "./ratings-agreement";
import { ratingsAlpha } from "./ratings-alpha";
import { valueOrNull } from "./statistic";

describe("ratings where nothing can be said", () => {
  const reasons = (ratings: Ratings): (string | number)[] => {
    const counts = countsOfRatings(ratings);
    return [
      fleissKappa(counts).kappa,
      congerKappa(ratings).kappa,
      lightKappa(ratings).kappa,
      ratingsAlpha(counts).alpha,
      gwetRatings(counts).gwetAC1.value,
      randolphKappa(counts),
      pairwisePercentAgreement(counts),
    ].map((one) => (one.kind === "defined" ? one.value : one.reason));
  };

  it("no item, one coder and only incomplete items are no data", () => {
    for (const ratings of [ratedText("1 2 1"), { coders: 3, categories: 2, items: [] }]) {
      expect(reasons(ratings)).toEqual(new Array(7).fill("no-data"));
    }
    expect(reasons(ratedText("12. 1.2")).slice(0, 3)).toEqual(["no-data", "no-data", "no-data"]);
  });

  it("one category throughout leaves only figures that take an equal share for chance", () => {
    const same = ratedText("111 111", [1, 2]);
    expect(reasons(same)).toEqual(["one-category", "one-category", "one-category", "one-category", 1, 1, 1]);
    expect(reasons(ratedText("111"))[5]).toBe("one-label");
    expect(reasons(ratedText("111"))[4]).toBe("one-label");
    expect(valueOrNull(gwetRatings(countsOfRatings(same)).gwetAC1.standardError)).toBe(0);
  });

  it("Light's kappa says that a pair has none, and gives the mean of the others with their number", () => {
    const light = lightKappa(ratedText("000 000 000 001"));
    expect(light.pairwise.map((kappa) => kappa.kind)).toEqual(["undefined", "defined", "defined"]);
    expect(light.kappa).toEqual({ kind: "undefined", reason: "undefined-pair" });
    expect(light.kappaOfDefined).toEqual({ kind: "defined", value: 0 });
    expect(light.pairsDefined).toBe(2);
  });

  it("a single item has no standard error", () => {
    expect(gwetRatings(countsOfRatings(ratedText("112"))).gwetAC1.standardError.kind).toBe("undefined");
  });

  it("agreement on a category is undefined where nobody chose it", () => {
    const counts = countsOfRatings(ratedText("00 00", [0, 1]));
    expect(specificAgreement(counts, 1)).toEqual({ kind: "undefined", reason: "not-used" });
    expect(specificAgreement(counts, 0)).toEqual({ kind: "defined", value: 1 });
    expect(() => specificAgreement(counts, 2)).toThrow(RangeError);
  });
});

describe("what is not ratings", () => {
  it("is refused with the number", () => {
    const items = [{ weight: 1, values: [0, 3] }];
    expect(() => congerKappa({ coders: 2, categories: 2, items })).toThrow("3");
    expect(() => lightKappa({ coders: 3, categories: 4, items })).toThrow(RangeError);
    expect(() => countsOfRatings({ coders: 2, categories: 4, items: [{ weight: 0.5, values: [0, 0] }] })).toThrow(
      "0.5",
    );
    expect(() => countsOfTable([[1, -1]])).toThrow("-1");
    expect(() => countsOfTable([[1, 1], [1]])).toThrow(RangeError);
    expect(() => countsOfTable([[1, 2]], 2)).toThrow("3");
    expect(() => ratingsOfLabels([["a"]], ["b"])).toThrow("a");
    expect(() => ratingsAlpha(countsOfRatings(ratedText("ab ba")), "interval")).toThrow(RangeError);
    expect(() => ratingsAlpha(countsOfRatings(ratingsOfLabels([[-1, 1]])), "ratio")).toThrow("-1");
  });
});
