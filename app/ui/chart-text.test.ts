import { describe, expect, it } from "vitest";
import { cutText, textWidth, wrapText } from "./chart-text";

describe("the width of words", () => {
  it("is a little more than Inter's own", () => {
    // Measured in a browser at 100 px: 2302 for these letters at weight 400, 2348 at 600.
    const words = "Effects of resourcing on the workload of officers";
    for (const [bold, measured] of [
      [false, 2302],
      [true, 2348],
    ] as const) {
      expect(textWidth(words, 100, bold)).toBeGreaterThan(measured);
      expect(textWidth(words, 100, bold)).toBeLessThan(measured * 1.08);
    }
    expect(textWidth(words, 13)).toBeGreaterThan(textWidth(words, 12));
    expect(textWidth(words, 13, true)).toBeGreaterThan(textWidth(words, 13));
  });

  it("counts a letter with its accent once, and wide signs in full", () => {
    expect(textWidth("é")).toBeCloseTo(textWidth("e"), 9);
    expect(textWidth("e\u0301")).toBeCloseTo(textWidth("e"), 9);
    expect(textWidth("語")).toBeGreaterThan(textWidth("m"));
  });
});

describe("words in too little room", () => {
  it("are cut with an ellipsis, between whole characters", () => {
    expect(cutText("short", 100)).toBe("short");
    const cut = cutText("😀😀😀😀😀😀😀😀", 60);
    expect(cut.endsWith("…")).toBe(true);
    expect(() => encodeURIComponent(cut)).not.toThrow();
    expect(textWidth(cut)).toBeLessThanOrEqual(60);
    expect(cutText("anything", 0)).toBe("…");
  });

  it("are broken between words, and cut in the last line", () => {
    const words = "what their leaving means for those who stay behind";
    expect(wrapText(words, 400, 2)).toEqual([words]);
    const lines = wrapText(words, 170, 2);
    expect(lines).toHaveLength(2);
    expect(lines.join(" ")).not.toContain("…");
    expect(wrapText(words, 90, 2).at(-1)).toMatch(/…$/);
    for (const line of wrapText(words, 90, 3)) expect(textWidth(line)).toBeLessThanOrEqual(90);
    expect(wrapText("", 90, 3)).toEqual([]);
  });

  it("keep to the room also when a word alone is too long", () => {
    for (const line of wrapText("Donaudampfschifffahrtsgesellschaft and more", 80, 2)) {
      expect(textWidth(line)).toBeLessThanOrEqual(80);
    }
  });
});
