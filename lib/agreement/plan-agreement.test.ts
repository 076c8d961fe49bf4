import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusterDesignEffect, intraclassCorrelation } from "./cluster-design-effect";
import { plannedItemVariance } from "./interval-width-sample-size";
import { pilotFigures, planAgreement } from "./plan-agreement";
import { studentTQuantile } from "./student-t";

describe("Kish 1965, the design effect", () => {
  it("1 + (m̄ − 1) ICC, and back", () => {
    expect(clusterDesignEffect(21, 0.1)).toBeCloseTo(3, 14);
    expect(intraclassCorrelation(21, 3)).toBeCloseTo(0.1, 14);
    expect(clusterDesignEffect(1, 0.5)).toBe(1);
    expect(intraclassCorrelation(1, 1)).toBe(0);
    expect(() => clusterDesignEffect(0, 0.1)).toThrow(RangeError);
    expect(() => clusterDesignEffect(5, 2)).toThrow(RangeError);
  });
});

describe("planAgreement", () => {
  it("for a power multiplies Donner & Eliasziw's items by the design effect and fills whole documents", () => {
    const plan = planAgreement(
      { prevalence: 0.3, itemsPerDocument: 40, designEffect: 2 },
      { kind: "power", kappa0: 0.4, kappa1: 0.6 },
    );
    expect(plan).toEqual({ itemsIfIndependent: 191, items: 400, documents: 10, designEffect: 2 });
  });

  it("for a width finds the smallest number of documents that keeps it with Student's t", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        fc.double({ min: 0.1, max: 0.95, noNaN: true }),
        fc.double({ min: 0.04, max: 0.3, noNaN: true }),
        fc.double({ min: 1, max: 80, noNaN: true }),
        fc.double({ min: 0.5, max: 8, noNaN: true }),
        (prevalence, kappa, halfWidth, itemsPerDocument, designEffect) => {
          const plan = planAgreement(
            { prevalence, itemsPerDocument, designEffect },
            { kind: "width", kappa, halfWidth },
          );
          const variance = (plannedItemVariance(prevalence, kappa) * plan.designEffect) / itemsPerDocument;
          const reach = (k: number): number => studentTQuantile(0.975, k - 1) * Math.sqrt(variance / k);
          expect(reach(plan.documents)).toBeLessThanOrEqual(halfWidth * (1 + 1e-9));
          if (plan.documents > 2) expect(reach(plan.documents - 1)).toBeGreaterThan(halfWidth * (1 - 1e-9));
          expect(plan.designEffect).toBeGreaterThanOrEqual(1);
          expect(plan.items).toBeGreaterThanOrEqual(plan.itemsIfIndependent);
        },
      ),
    );
  });

  it("needs a few more than the published table for independent items, because it takes t", () => {
    const plan = planAgreement({ prevalence: 0.3 }, { kind: "width", kappa: 0.6, halfWidth: 0.1 });
    expect(plan.itemsIfIndependent).toBe(296);
    expect(plan.documents).toBe(298);
  });

  it("refuses what it cannot plan", () => {
    const goal = { kind: "width", kappa: 0.6, halfWidth: 0.1 } as const;
    expect(() => planAgreement({ prevalence: 0.3, itemsPerDocument: 0.5 }, goal)).toThrow(RangeError);
    expect(() => planAgreement({ prevalence: 0.3, designEffect: Infinity }, goal)).toThrow(RangeError);
    expect(() => planAgreement({ prevalence: 0.3 }, { ...goal, halfWidth: 1e-6 })).toThrow(RangeError);
    expect(() => planAgreement({ prevalence: 0.3 }, { ...goal, confidence: 1 })).toThrow(RangeError);
  });
});

describe("pilotFigures", () => {
  it("reads off a round what a plan needs", () => {
    const found = pilotFigures([
      { both: 4, onlyFirst: 1, onlySecond: 1, neither: 14 },
      { both: 2, onlyFirst: 0, onlySecond: 2, neither: 6 },
      { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 },
    ]);
    expect(found.itemsPerDocument).toEqual({ kind: "defined", value: 15 });
    expect(found.prevalence).toEqual({ kind: "defined", value: 16 / 60 });
    expect(found.designEffect.kind).toBe("defined");
    expect(pilotFigures([]).prevalence).toEqual({ kind: "undefined", reason: "no-data" });
  });
});
