import { expect, test } from "vitest";
import { around, type PlanInputs, planFor, planProblems } from "./plan-inputs";

const inputs: PlanInputs = {
  goal: "power",
  prevalence: 0.3,
  itemsPerDocument: 1,
  designEffect: 1,
  kappa: 0.6,
  halfWidth: 0.1,
  confidence: 0.95,
  kappa0: 0.4,
  kappa1: 0.6,
  power: 0.8,
  alpha: 0.05,
  sides: 2,
};

test("Donner & Eliasziw 1992: .4 against .6 and .6 against .9 at a prevalence of .3", () => {
  expect(planFor(inputs)).toMatchObject({ itemsIfIndependent: 191, documents: 191 });
  expect(planFor({ ...inputs, kappa0: 0.6, kappa1: 0.9 })?.itemsIfIndependent).toBe(66);
});

test("Fleiss, Cohen & Everitt 1969: a half-width of .10 at a κ of .6 and .8", () => {
  const width: PlanInputs = { ...inputs, goal: "width" };
  expect(planFor(width)?.itemsIfIndependent).toBe(296);
  expect(planFor({ ...width, kappa: 0.8 })?.itemsIfIndependent).toBe(167);
  expect(planFor({ ...width, itemsPerDocument: 40, designEffect: 2 })?.documents).toBeGreaterThan(296 / 20);
});

test("a bad number gets a sentence at its field, and there is no plan", () => {
  const bad: readonly (readonly [Partial<PlanInputs>, keyof PlanInputs])[] = [
    [{ prevalence: 0 }, "prevalence"],
    [{ prevalence: 1 }, "prevalence"],
    [{ prevalence: null }, "prevalence"],
    [{ itemsPerDocument: 0.5 }, "itemsPerDocument"],
    [{ designEffect: 0.8 }, "designEffect"],
    [{ kappa0: -0.1 }, "kappa0"],
    [{ kappa1: 0.4 }, "kappa1"],
    [{ kappa1: 1.2 }, "kappa1"],
    [{ power: 1 }, "power"],
    [{ alpha: 0 }, "alpha"],
    [{ goal: "width", kappa: 1 }, "kappa"],
    [{ goal: "width", halfWidth: 0 }, "halfWidth"],
  ];
  for (const [change, field] of bad) {
    const changed = { ...inputs, ...change };
    expect(Object.keys(planProblems(changed))).toEqual([field]);
    expect(planFor(changed)).toBeNull();
  }
  expect(planProblems({ ...inputs, kappa: null, halfWidth: null })).toEqual({});
});

test("every plan that the fields allow can be computed or is refused, never thrown", () => {
  for (const prevalence of [0.0001, 0.01, 0.5, 0.9999]) {
    for (const kappa of [0, 0.5, 0.99]) {
      for (const goal of ["width", "power"] as const) {
        const plan = planFor({
          ...inputs,
          goal,
          prevalence,
          kappa,
          kappa0: kappa,
          kappa1: 1,
          halfWidth: 0.005,
          designEffect: 500,
        });
        expect(plan === null || (plan.documents >= 2 && plan.items >= plan.itemsIfIndependent)).toBe(true);
      }
    }
  }
});

test("the chosen value stands among those around it, once", () => {
  expect(around(0.1, [0.05, 0.1, 0.2])).toEqual([0.05, 0.1, 0.2]);
  expect(around(0.12, [0.05, 0.1, 0.2])).toEqual([0.05, 0.1, 0.12, 0.2]);
  expect(around(null, [2, 1])).toEqual([1, 2]);
});
