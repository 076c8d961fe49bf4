import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyTextChanges, checkedChanges } from "./text-changes";
import { wordChanges } from "./word-changes";

const said = (before: string, after: string) =>
  wordChanges(before, after)?.map(({ from, to, insert }) => `${before.slice(from, to)}→${insert}`);

describe("changes by words", () => {
  it("name whole words, and a comma apart from the word before it", () => {
    expect(said("We were four short.", "We were five short.")).toEqual(["four→five"]);
    expect(said("Well I don't know", "Well, I do not know")).toEqual(["→,", "don't→do not"]);
    expect(said("He said teh truht today", "He said the truth today")).toEqual(["teh truht→the truth"]);
    expect(said("same", "same")).toEqual([]);
  });

  it("make one text of the other, whatever both are", () => {
    const words = fc.array(fc.constantFrom("a", "b", "Ünal", "🙂", " ", ", ", "\n", "don't", "\ud800"), {
      maxLength: 14,
    });
    fc.assert(
      fc.property(words, words, (one, other) => {
        const [before, after] = [one.join(""), other.join("")];
        const changes = wordChanges(before, after) ?? [];
        checkedChanges(changes, before.length);
        expect(applyTextChanges(before, changes)).toBe(after);
      }),
    );
  });

  it("are found in long texts, however many they are, a line that came in between included", () => {
    const line = (i: number) =>
      `In week ${i} there was never enough cover, and ${i * 7} people said so to number ${i}.`;
    const lines = Array.from({ length: 400 }, (_, i) => line(i));
    const before = lines.join("\n");
    const after = lines
      .flatMap((each, i) => [each.replace("never", "hardly ever"), ...(i % 50 ? [] : ["Mhm."])])
      .join("\n");
    const changes = wordChanges(before, after) ?? [];
    expect(applyTextChanges(before, changes)).toBe(after);
    expect(changes).toHaveLength(408);
    expect(changes.filter((each) => each.insert === "hardly ever")).toHaveLength(400);
  });

  it("give up on long texts that are no versions of each other, and put a short one in other words", () => {
    const text = (word: string) => Array.from({ length: 480 }, (_, i) => `${word}${i}`).join(" ");
    expect(wordChanges(text("a"), text("b"))).toBe(null);
    expect(said("Not a word.", "Something else!")).toBeTruthy();
  });
});
