import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { Refusal } from "../refusal";
import { readZip, ZIP_LIMITS } from "./zip";
import { type FixtureEntry, zipBytes } from "./zip-fixture";

async function refusalOf(entries: readonly FixtureEntry[], limits = ZIP_LIMITS): Promise<string> {
  try {
    await readZip(zipBytes(entries), () => true, limits);
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return "read";
}

const zeros = (length: number) => new Uint8Array(length);

/** Bytes that deflate cannot make smaller. */
function noise(length: number): Uint8Array {
  let seed = 1;
  return Uint8Array.from({ length }, () => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed >> 16;
  });
}

describe("readZip", () => {
  test("gives the wanted parts and all names", async () => {
    const data = noise(4000);
    const bytes = zipBytes([
      { name: "a.txt", data: "hello" },
      { name: "b/c.bin", data, deflated: deflateRawSync(data) },
      { name: "left.txt", data: "no" },
    ]);
    const { names, parts } = await readZip(bytes, (name) => name !== "left.txt");
    expect(names).toEqual(["a.txt", "b/c.bin", "left.txt"]);
    expect([...parts.keys()]).toEqual(["a.txt", "b/c.bin"]);
    expect(parts.get("b/c.bin")).toEqual(data);
  });

  test("reads from the middle of a larger buffer", async () => {
    const zip = zipBytes([{ name: "a", data: "x" }]);
    const larger = new Uint8Array(zip.length + 20);
    larger.set(zip, 10);
    const { parts } = await readZip(larger.subarray(10, 10 + zip.length), () => true);
    expect(parts.get("a")).toEqual(new Uint8Array([120]));
  });

  test("a bomb is refused by what it declares, and by its bytes where it lies", async () => {
    const data = zeros(3_000_000);
    const deflated = deflateRawSync(data);
    expect(await refusalOf([{ name: "a", data, deflated }])).toBe("file-too-dense");
    expect(await refusalOf([{ name: "a", data, deflated, declaredSize: 100 }])).toBe("file-damaged");
    expect(await refusalOf([{ name: "a", data: noise(3000), declaredSize: 200_000_000 }])).toBe("file-damaged");
  });

  test("the unpacked bytes are counted over all parts", async () => {
    const data = noise(40_000);
    const deflated = deflateRawSync(data);
    const entries = ["a", "b", "c"].map((name) => ({ name, data, deflated }));
    expect(await refusalOf(entries, { ...ZIP_LIMITS, unpackedBytes: 100_000 })).toBe("file-unpacks-too-big");
    expect(await refusalOf(entries, { ...ZIP_LIMITS, unpackedBytes: 120_000 })).toBe("read");
  });

  test("too many entries", async () => {
    const entries = Array.from({ length: 12 }, (_, i) => ({ name: `f${i}`, data: "" }));
    expect(await refusalOf(entries, { ...ZIP_LIMITS, entries: 11 })).toBe("file-too-many-parts");
    expect(await refusalOf(entries, { ...ZIP_LIMITS, entries: 12 })).toBe("read");
  });

  test.each(["../evil.txt", "a/../../evil", "/etc/passwd", "C:/evil"])("the name %s", async (name) => {
    expect(await refusalOf([{ name, data: "x" }])).toBe("file-unsafe-names");
  });

  test("two parts of one name, an encrypted part, and no zip at all", async () => {
    expect(
      await refusalOf([
        { name: "a", data: "1" },
        { name: "a", data: "2" },
      ]),
    ).toBe("file-damaged");
    expect(await refusalOf([{ name: "a", data: noise(32), declaredSize: 20, encrypted: true }])).toBe("file-password");
    await expect(readZip(new Uint8Array([1, 2, 3]), () => true)).rejects.toMatchObject({ code: "file-damaged" });
    const whole = zipBytes([{ name: "a", data: "hello" }]);
    await expect(readZip(whole.subarray(0, whole.length - 5), () => true)).rejects.toMatchObject({
      code: "file-damaged",
    });
  });
});
