import { expect, test } from "vitest";
import { directionAt } from "./direction";

test("letters know their direction, digits run to the right, signs follow their paragraph", () => {
  const text = "a \u05d0\u0627 ٣7.";
  expect([...Array(text.length).keys()].map((at) => directionAt(text, at))).toEqual([
    "ltr",
    null,
    "rtl",
    "rtl",
    null,
    "ltr",
    "ltr",
    null,
  ]);
  expect(directionAt(text, text.length)).toBeNull();
  expect(directionAt("\u{1e900}", 0)).toBe("rtl");
});
