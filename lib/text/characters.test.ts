import { expect, test } from "vitest";
import { characterStep } from "./characters";

function walked(text: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < text.length; ) {
    const next = characterStep(text, at, 1);
    found.push(text.slice(at, next));
    at = next;
  }
  return found;
}

test("an emoji of several, a flag, an accent and a pair are one character each, forwards and backwards", () => {
  const characters = ["a", "👩‍👩‍👧‍👦", "🇬🇧", "🇫🇷", "é", "👍🏽", "𝒜", "\u05e9\u05b8", " ", "क्षि"];
  const text = characters.join("");
  expect(walked(text)).toEqual(characters);
  const back: string[] = [];
  for (let at = text.length; at > 0; ) {
    const before = characterStep(text, at, -1);
    back.unshift(text.slice(before, at));
    at = before;
  }
  expect(back).toEqual(characters);
});

test("at the ends of a text there is no further character", () => {
  expect(characterStep("ab", 2, 1)).toBe(2);
  expect(characterStep("ab", 0, -1)).toBe(0);
});
