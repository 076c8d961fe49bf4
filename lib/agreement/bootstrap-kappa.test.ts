import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bootstrapKappa, bootstrapKappas } from "./bootstrap-kappa";
import { bootstrapOverDocuments } from "./bootstrap-over-documents";
import { cohenKappa } from "./cohen-kappa";
import { mulberry32 } from "./mulberry32";
import { valueOrNull } from "./statistic";
import { sumTables, type Table2x2, tableSize, tableStatus } from "./table2x2";

function table(both: number, onlyFirst: number, onlySecond: number, neither: number): Table2x2 {
  return { both, onlyFirst, onlySecond, neither };
}

const count = fc.nat(6);
const anyTable = fc.tuple(count, count, count, count).map(([a, b, c, d]) => table(a, b, c, d));
const anyDocuments = fc.array(anyTable, { minLength: 2, maxLength: 6 });
const OPTIONS = { replicates: 60, seed: 3, confidence: 0.9 };

/** The bootstrap as one would describe it to a colleague. */
function plainBootstrap(documents: readonly Table2x2[], { replicates, seed, confidence }: typeof OPTIONS) {
  const kept = documents.filter((document) => tableSize(document) > 0);
  const draw = mulberry32(seed);
  const kappas: number[] = [];
  for (let b = 0; b < replicates; b++) {
    const sample: Table2x2[] = [];
    for (let k = 0; k < kept.length; k++) sample.push(kept[Math.floor(draw() * kept.length)] ?? table(0, 0, 0, 0));
    const kappa = valueOrNull(cohenKappa(sumTables(sample)));
    if (kappa !== null) kappas.push(kappa);
  }
  kappas.sort((x, y) => x - y);
  const mean = kappas.reduce((sum, kappa) => sum + kappa, 0) / kappas.length;
  const quantile = (p: number): number => {
    const at = (kappas.length - 1) * p;
    const [low = 0, high = low] = kappas.slice(Math.floor(at), Math.floor(at) + 2);
    return low + (at - Math.floor(at)) * (high - low);
  };
  return {
    se: Math.sqrt(kappas.reduce((sum, kappa) => sum + (kappa - mean) ** 2, 0) / (kappas.length - 1)),
    low: quantile((1 - confidence) / 2),
    high: quantile(1 - (1 - confidence) / 2),
    undefinedReplicates: replicates - kappas.length,
    defined: kappas.length,
  };
}

describe("mulberry32", () => {
  it("gives the stream that any other program gets", () => {
    const streams: [seed: number, whole: number[]][] = [
      [0, [1144304738, 1416247, 958946056, 627933444]],
      [1, [2693262067, 11749833, 2265367787, 4213581821]],
      [12345, [4207900869, 1317490944, 2079646450, 3513001552]],
    ];
    for (const [seed, whole] of streams) {
      const draw = mulberry32(seed);
      expect(whole.map(() => draw() * 2 ** 32)).toEqual(whole);
    }
  });
});

describe("Kang, Qaqish, Monaco, Sheridan & Cai 2013, documents drawn whole", () => {
  it("is what a plain implementation finds that draws one document after the other", () => {
    fc.assert(
      fc.property(anyDocuments, fc.nat(1_000), (documents, seed) => {
        const options = { ...OPTIONS, seed };
        const found = bootstrapKappa(documents, options);
        const whole = sumTables(documents);
        const kept = documents.filter((document) => tableSize(document) > 0);
        fc.pre(cohenKappa(whole).kind === "defined" && kept.length > 1);
        const plain = plainBootstrap(documents, options);
        expect(found.undefinedReplicates).toBe(plain.undefinedReplicates);
        if (plain.defined < 2) {
          expect(found.se).toEqual({ kind: "undefined", reason: "no-replicate" });
          return;
        }
        expect(valueOrNull(found.se)).toBeCloseTo(plain.se, 12);
        if (tableStatus(whole) !== "ok") {
          expect(found.interval).toEqual({ kind: "undefined", reason: tableStatus(whole) });
          return;
        }
        expect(found.interval).toMatchObject({
          low: expect.closeTo(plain.low, 12),
          high: expect.closeTo(plain.high, 12),
        });
      }),
    );
  });

  it("a code in one document of five: 167 of 500 replicates have no kappa", () => {
    const documents = [table(30, 5, 5, 60), ...Array.from({ length: 4 }, () => table(0, 0, 0, 100))];
    const found = bootstrapKappa(documents, { replicates: 500, seed: 7, confidence: 0.95 });
    expect(found.undefinedReplicates).toBe(167);
    expect(valueOrNull(found.se)).toBeCloseTo(0.009746289471504846, 12);
    expect(found.interval).toMatchObject({ low: expect.closeTo(0.8191681735985533, 12) });
  });
});

describe("bootstrapKappas", () => {
  it("gives each code what it gets alone, whatever stands beside it", () => {
    fc.assert(
      fc.property(fc.array(anyDocuments, { maxLength: 5 }), (codes) => {
        expect(bootstrapKappas(codes, OPTIONS)).toEqual(codes.map((documents) => bootstrapKappa(documents, OPTIONS)));
      }),
    );
  });

  it("is the bootstrap of any figure, put to kappa", () => {
    const codes = [table(9, 2, 1, 20), table(0, 3, 0, 15), table(4, 0, 2, 8), table(0, 0, 0, 11)];
    const vectors = codes.map(({ both, onlyFirst, onlySecond, neither }) => [both, onlyFirst, onlySecond, neither]);
    const general = bootstrapOverDocuments(
      vectors,
      ([both = 0, onlyFirst = 0, onlySecond = 0, neither = 0]) =>
        valueOrNull(cohenKappa(table(both, onlyFirst, onlySecond, neither))),
      OPTIONS,
    );
    const special = bootstrapKappa(codes, OPTIONS);
    expect(general.undefinedReplicates).toBe(special.undefinedReplicates);
    expect(valueOrNull(general.se)).toBeCloseTo(valueOrNull(special.se) ?? 0, 13);
  });

  it("says why there is none", () => {
    const none = (reason: string) => ({ interval: { kind: "undefined", reason } });
    expect(bootstrapKappa([], OPTIONS)).toMatchObject({ ...none("no-data"), undefinedReplicates: 60 });
    expect(bootstrapKappa([table(0, 0, 0, 4), table(0, 0, 0, 1)], OPTIONS)).toMatchObject(none("both-empty"));
    expect(bootstrapKappa([table(1, 2, 1, 4)], OPTIONS)).toMatchObject(none("few-documents"));
    expect(bootstrapKappa([table(0, 2, 0, 4), table(0, 0, 0, 3)], OPTIONS)).toMatchObject(none("one-empty"));
    expect(bootstrapOverDocuments([[1], [2]], () => null, OPTIONS)).toMatchObject(none("no-replicate"));
    expect(bootstrapOverDocuments([], () => 1, OPTIONS)).toMatchObject(none("no-replicate"));
  });

  it("refuses replicates and documents that do not fit", () => {
    const documents = [table(1, 2, 1, 4), table(3, 2, 1, 4)];
    expect(() => bootstrapKappa(documents, { ...OPTIONS, replicates: 0 })).toThrow(RangeError);
    expect(() => bootstrapKappa(documents, { ...OPTIONS, confidence: 1 })).toThrow(RangeError);
    expect(() => bootstrapOverDocuments([[1], [2, 3]], () => 0, OPTIONS)).toThrow(RangeError);
    expect(() => bootstrapOverDocuments([[1], [2]], () => Number.NaN, OPTIONS)).toThrow(RangeError);
  });
});
