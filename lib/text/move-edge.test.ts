import { describe, expect, it } from "vitest";
import { moveEdge } from "./move-edge";

const TEXT = "So the workload, you know, is high.";
const WORKLOAD = { start: 7, end: 15 };

function words(span: { start: number; end: number }): string {
  return TEXT.slice(span.start, span.end);
}

describe("moveEdge", () => {
  it("moves an end to where the next or the last word ends", () => {
    expect(words(moveEdge(TEXT, WORKLOAD, "end", 1))).toBe("workload, you");
    expect(words(moveEdge(TEXT, { start: 3, end: 15 }, "end", -1))).toBe("the");
    expect(words(moveEdge(TEXT, { start: 7, end: 16 }, "end", -1))).toBe("workload");
  });

  it("moves a start to where the next or the last word begins", () => {
    expect(words(moveEdge(TEXT, WORKLOAD, "start", -1))).toBe("the workload");
    expect(words(moveEdge(TEXT, { start: 3, end: 15 }, "start", 1))).toBe("workload");
    expect(words(moveEdge(TEXT, { start: 9, end: 20 }, "start", 1))).toBe("you");
    expect(words(moveEdge(TEXT, { start: 9, end: 20 }, "start", -1))).toBe("workload, you");
  });

  it("leaves the span as it is at the ends of the text and where no word would be left", () => {
    expect(moveEdge(TEXT, { start: 0, end: 2 }, "start", -1)).toEqual({ start: 0, end: 2 });
    expect(moveEdge(TEXT, { start: 30, end: 35 }, "end", 1)).toEqual({ start: 30, end: 35 });
    expect(moveEdge(TEXT, WORKLOAD, "start", 1)).toEqual(WORKLOAD);
    expect(moveEdge(TEXT, WORKLOAD, "end", -1)).toEqual(WORKLOAD);
  });
});
