import { expect, it } from "vitest";
import { givenBack, givenTo, partOf } from "./split-parts";

const ana = { name: "Ana", role: "participant" as const };
const ben = { name: "Ben", role: "participant" as const };

it("gives turns to somebody, once, whoever had them before, and back", () => {
  let parts = givenTo([], ana, [4, 2]);
  parts = givenTo(parts, ben, [7]);
  parts = givenTo(parts, { ...ana, name: "ana" }, [7, 9]);
  expect(parts).toEqual([{ ...ana, name: "ana", blocks: [2, 4, 7, 9] }]);
  parts = givenTo(parts, ben, [2]);
  expect(partOf(parts, [2, 3])?.name).toBe("Ben");
  expect(partOf(parts, [5])).toBeNull();
  expect(givenBack(parts, [2])).toEqual([{ ...ana, name: "ana", blocks: [4, 7, 9] }]);
});
