import { expect, test } from "vitest";
import { DEFAULT_CHOICE } from "./agreement-choice";
import { LABEL_SCHEMES } from "./figure-words";
import { addressFrom, queryOf, VIEWS } from "./screen-address";

test("the address keeps the view, the words beside κ and the choice", () => {
  for (const view of VIEWS) {
    for (const labels of [...LABEL_SCHEMES, null]) {
      const choice = { ...DEFAULT_CHOICE, unit: "paragraph" as const };
      const query = queryOf({ view, labels, choice });
      expect(addressFrom(new URLSearchParams(query))).toEqual({ view, labels, choice });
    }
  }
});

test("the plain address shows the codes, and what a view keeps there for itself stays", () => {
  const plain = addressFrom(new URLSearchParams("view=nonsense&labels=mine"));
  expect(plain).toEqual({ view: "codes", labels: "landis-koch", choice: DEFAULT_CHOICE });
  expect(queryOf(plain)).toBe("");
  expect(queryOf({ ...plain, view: "units" }, "?columns=interval&unit=character")).toBe("?columns=interval&view=units");
});
