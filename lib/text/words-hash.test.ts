import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { textHash, wordsHash } from "./words-hash";

describe("wordsHash", () => {
  it("gives the published digest of FIPS 180-2 for abc", () => {
    expect(textHash("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    expect(wordsHash("abc")).toBe("ba7816bf8f01cfea414140de5dae2223");
  });

  it("gives what Node gives, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(textHash(text)).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
      }),
    );
  });
});
