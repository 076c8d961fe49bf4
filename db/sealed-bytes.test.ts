import { expect, test } from "vitest";
import { freshKey, freshSalt, keyOfPassphrase, openBytes, sealBytes } from "./sealed-bytes";

const words = Buffer.from("Anna is Berta");

test("a passphrase makes the same key with the same salt alone, however its letters are composed", async () => {
  const salt = freshSalt();
  expect(salt).toHaveLength(32);
  const [one, composed, salted, other] = await Promise.all([
    keyOfPassphrase("geheime Wo\u0308rter", salt),
    keyOfPassphrase("geheime Wörter", salt),
    keyOfPassphrase("geheime Wörter", freshSalt()),
    keyOfPassphrase("geheime Worter", salt),
  ]);
  expect(composed?.equals(one ?? Buffer.alloc(0))).toBe(true);
  expect(new Set([one, salted, other].map((key) => key?.toString("hex"))).size).toBe(3);
  expect(one).toHaveLength(32);
});

test("sealed bytes open with their key, for what they are about, unchanged; else with nothing", () => {
  const key = freshKey();
  const sealed = sealBytes(key, words, "project 1");
  expect(sealed.includes("Anna")).toBe(false);
  expect(openBytes(key, sealed, "project 1")?.equals(words)).toBe(true);
  expect(openBytes(freshKey(), sealed, "project 1")).toBeNull();
  expect(openBytes(key, sealed, "project 2")).toBeNull();
  for (const at of [0, 5, 20, sealed.length - 1]) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(openBytes(key, changed, "project 1")).toBeNull();
  }
  expect(openBytes(key, sealed.subarray(0, 20), "project 1")).toBeNull();
});

test("the same bytes are sealed differently each time", () => {
  const key = freshKey();
  expect(sealBytes(key, words, "a").equals(sealBytes(key, words, "a"))).toBe(false);
});
