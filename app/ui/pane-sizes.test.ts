import fc from "fast-check";
import { expect, it } from "vitest";
import { parsePaneSizes } from "./pane-sizes";

it("reads what was remembered", () => {
  const sizes = { left: { size: 240, collapsed: true }, right: { size: 320, collapsed: false } };
  expect(parsePaneSizes(JSON.stringify(sizes))).toEqual(sizes);
});

it("takes the good half of a spoilt record", () => {
  expect(parsePaneSizes('{"left":{"size":"wide"},"right":{"size":320,"collapsed":false}}')).toEqual({
    right: { size: 320, collapsed: false },
  });
});

it("reads anything else as nothing remembered", () => {
  for (const text of [null, "", "{", "3", "null", "[]"]) expect(parsePaneSizes(text)).toEqual({});
  fc.assert(fc.property(fc.string(), (text) => Object.keys(parsePaneSizes(text)).length === 0));
});
