import { describe, expect, it } from "vitest";
import type { Code } from "./code";
import { searchCodes } from "./search";
import { indexCodes } from "./tree";

function code(id: string, parentId: string | null, name: string, retired = false): Code {
  return { id, parentId, name, position: Number.parseInt(id.slice(1), 10), colour: "#0072b2", retired };
}

const INDEX = indexCodes([
  code("c1", null, "Effects of resourcing"),
  code("c2", "c1", "Workload levels"),
  code("c3", "c2", "Backlog"),
  code("c4", null, "Sources of support"),
  code("c5", "c4", "Family and home life"),
  code("c6", "c4", "Colleagues: the workplace"),
  code("c7", "c4", "Übergänge und Café"),
  code("c8", "c4", "Old workload", true),
]);

function found(query: string, recent: string[] = [], limit?: number): string[] {
  return searchCodes(INDEX, query, { recent, limit }).map((hit) => hit.code.id);
}

describe("searchCodes", () => {
  it("finds by any part of the path, words in any order", () => {
    expect(found("back resour")).toEqual(["c3"]);
    expect(found("resour back")).toEqual(["c3"]);
    expect(found("effects > workload")).toEqual(["c2", "c3"]);
    expect(found("support/family")).toEqual(["c5"]);
    expect(found("nothing like it")).toEqual([]);
  });

  it("puts the beginning of a name before a word in it, before what stands above it", () => {
    expect(found("work")).toEqual(["c2", "c6", "c3"]);
    expect(found("support")).toEqual(["c4", "c5", "c6", "c7"]);
  });

  it("puts what is used often after what was used last, before the rest", () => {
    const uses = (id: string) => ({ c6: 9, c3: 2 })[id] ?? 0;
    expect(searchCodes(INDEX, "", { recent: ["c5"], uses, limit: 4 }).map((hit) => hit.code.id)).toEqual([
      "c5",
      "c6",
      "c3",
      "c1",
    ]);
  });

  it("does not mind case or accents", () => {
    expect(found("UBERGANGE cafe")).toEqual(["c7"]);
    expect(found("übergänge")).toEqual(["c7"]);
  });

  it("puts recent codes first among equals, and first of all when nothing is asked", () => {
    expect(found("sources", ["c7", "c6"])).toEqual(["c4", "c7", "c6", "c5"]);
    expect(found("", ["c5", "c2"])).toEqual(["c5", "c2", "c1", "c3", "c4", "c6", "c7"]);
    expect(found("  ", ["c5"], 1)).toEqual(["c5"]);
  });

  it("leaves retired codes out and says the path of each", () => {
    expect(found("old")).toEqual([]);
    expect(searchCodes(INDEX, "backlog")[0]?.path).toEqual(["Effects of resourcing", "Workload levels", "Backlog"]);
  });

  it("answers within a keystroke for 2,000 codes", () => {
    const many = indexCodes(
      Array.from({ length: 2_000 }, (_, i) =>
        code(`c${i}`, i < 20 ? null : `c${i % 20}`, `Émotion ${i} and what follows`),
      ),
    );
    const began = performance.now();
    for (let i = 0; i < 20; i++) expect(searchCodes(many, "emotion 19 what", { limit: 12 }).length).toBe(12);
    expect((performance.now() - began) / 20).toBeLessThan(100);
  });
});
