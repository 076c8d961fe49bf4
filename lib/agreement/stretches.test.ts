import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Span } from "@/lib/text/span";
import type { AgreementUnit } from "./agreement-project";
import { compareCoders, tableOf } from "./comparison";
import { commonItems, coveredItems, eachStretch, stretchesOf } from "./stretches";
import { sumTables, type Table2x2, tableSize } from "./table2x2";

/** The table of one code that two coders gave to these spans of one text. */
function tableFor(
  length: number,
  unit: AgreementUnit,
  units: readonly Span[],
  [first, second]: readonly [readonly Span[], readonly Span[]],
  minShare?: number,
): Table2x2 {
  const coded = (coderId: string, spans: readonly Span[]) =>
    spans.map((span) => ({ ...span, documentId: "d", coderId, codeId: "c" }));
  const project = {
    documents: [{ id: "d", length, units: { given: units } }],
    codes: [{ id: "c", parentId: null }],
    coders: ["A", "B"],
    codings: [...coded("A", first), ...coded("B", second)],
  };
  const [document] = compareCoders(project, { coders: ["A", "B"], unit, rollUp: false, minShare }).documents;
  if (!document) throw new Error("nothing was compared");
  return tableOf(document, 0);
}

const characterTable = (length: number, first: readonly Span[], second: readonly Span[]) =>
  tableFor(length, "character", [], [first, second]);
const unitsTable = (units: readonly Span[], first: readonly Span[], second: readonly Span[], minShare?: number) =>
  tableFor(LENGTH, "given", units, [first, second], minShare);

const LENGTH = 50;
const spans = fc.array(
  fc
    .tuple(fc.nat(LENGTH - 1), fc.integer({ min: 1, max: 20 }))
    .map(([start, size]): Span => ({ start, end: Math.min(LENGTH, start + size) })),
  { maxLength: 8 },
);

function covers(list: readonly Span[], offset: number): boolean {
  return list.some((span) => span.start <= offset && offset < span.end);
}

const CHARACTERS = Array.from({ length: LENGTH }, (_, start): Span => ({ start, end: start + 1 }));

describe("the table by character", () => {
  it("counts as one does by hand", () => {
    const table = characterTable(10, [{ start: 0, end: 4 }], [{ start: 2, end: 6 }]);
    expect(table).toEqual({ both: 2, onlyFirst: 2, onlySecond: 2, neither: 4 });
  });

  it("agrees with asking every character, and with units of length 1", () => {
    fc.assert(
      fc.property(spans, spans, (first, second) => {
        const brute = sumTables(
          CHARACTERS.map(({ start }) => {
            const [a, b] = [covers(first, start), covers(second, start)];
            return { both: +(a && b), onlyFirst: +(a && !b), onlySecond: +(!a && b), neither: +(!a && !b) };
          }),
        );
        const table = characterTable(LENGTH, first, second);
        expect(table).toEqual(brute);
        expect(unitsTable(CHARACTERS, first, second)).toEqual(brute);
        expect(characterTable(LENGTH, second, first)).toEqual({
          ...table,
          onlyFirst: table.onlySecond,
          onlySecond: table.onlyFirst,
        });
      }),
    );
  });

  it("does not change when a span is split in two that touch, or repeated", () => {
    const whole = [{ start: 5, end: 20 }];
    const split = [
      { start: 5, end: 9 },
      { start: 9, end: 20 },
      { start: 9, end: 20 },
    ];
    expect(characterTable(30, split, [{ start: 8, end: 12 }])).toEqual(
      characterTable(30, whole, [{ start: 8, end: 12 }]),
    );
  });

  it("does not visit characters", () => {
    const first = Array.from({ length: 1_000 }, (_, i) => ({ start: i * 1e9, end: i * 1e9 + 5e8 }));
    expect(characterTable(1e12, first, first)).toEqual({ both: 5e11, onlyFirst: 0, onlySecond: 0, neither: 5e11 });
  });
});

describe("the table by units", () => {
  const units = [
    { start: 0, end: 10 },
    { start: 10, end: 20 },
    { start: 20, end: 30 },
  ];

  it("counts a unit as coded when any character of it is, and not when a span only touches it", () => {
    expect(unitsTable(units, [{ start: 9, end: 11 }], [{ start: 10, end: 20 }])).toEqual({
      both: 1,
      onlyFirst: 1,
      onlySecond: 0,
      neither: 1,
    });
  });

  it("asks for a share of the unit where one is given", () => {
    const table = unitsTable(
      units,
      [
        { start: 9, end: 11 },
        { start: 20, end: 25 },
      ],
      [{ start: 10, end: 20 }],
      0.5,
    );
    expect(table).toEqual({ both: 0, onlyFirst: 1, onlySecond: 1, neither: 1 });
  });

  it("ignores a coding in the gap between two units", () => {
    const apart = [
      { start: 0, end: 10 },
      { start: 12, end: 20 },
    ];
    expect(unitsTable(apart, [{ start: 10, end: 12 }], []).neither).toBe(2);
  });

  it("counts every unit once", () => {
    fc.assert(
      fc.property(spans, spans, spans, fc.double({ min: 0, max: 1, noNaN: true }), (cut, first, second, share) => {
        expect(tableSize(unitsTable(cut, first, second, share))).toBe(cut.length);
      }),
    );
  });
});

describe("stretches", () => {
  it("say for every item who covers it, of any number of coders", () => {
    fc.assert(
      fc.property(fc.array(spans, { maxLength: 5 }), (sides) => {
        const found: number[] = [];
        eachStretch(LENGTH, sides.map(stretchesOf), (start, end, who) => {
          for (let at = start; at < end; at++) found.push(who);
        });
        const brute = CHARACTERS.map(({ start }) =>
          sides.reduce((sum, side, i) => sum + (covers(side, start) ? 2 ** i : 0), 0),
        );
        expect(found).toEqual(brute);
      }),
    );
  });

  it("are a union: covered and common items as one counts them one by one", () => {
    fc.assert(
      fc.property(spans, spans, (first, second) => {
        const [a, b] = [stretchesOf(first), stretchesOf(second)];
        expect(coveredItems(a)).toBe(CHARACTERS.filter(({ start }) => covers(first, start)).length);
        expect(commonItems(a, b)).toBe(
          CHARACTERS.filter(({ start }) => covers(first, start) && covers(second, start)).length,
        );
      }),
    );
  });
});
