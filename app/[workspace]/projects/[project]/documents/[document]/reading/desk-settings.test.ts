import fc from "fast-check";
import { expect, test } from "vitest";
import {
  DEFAULT_SETTINGS,
  DENSITIES,
  type DeskSettings,
  readDeskSettings,
  TEXT_SIZES,
  writeDeskSettings,
} from "./desk-settings";

const pane = fc.record({ size: fc.integer({ min: 36, max: 600 }), collapsed: fc.boolean() });
const settings: fc.Arbitrary<DeskSettings> = fc.record({
  density: fc.constantFrom(...DENSITIES),
  textSize: fc.constantFrom(...TEXT_SIZES),
  dimAsking: fc.boolean(),
  turnNumbers: fc.boolean(),
  lineNumbers: fc.boolean(),
  times: fc.boolean(),
  panes: fc.record({ left: pane, right: pane }, { requiredKeys: [] }),
  codeDetails: fc.record({ open: fc.boolean(), height: fc.integer({ min: 120, max: 300 }) }),
  singleKeys: fc.boolean(),
  keys: fc.dictionary(fc.constantFrom("find", "undo", "in-vivo"), fc.string({ minLength: 1, maxLength: 5 })),
});

test("what was chosen is read back, and what was not chosen takes no room in the cookie", () => {
  fc.assert(fc.property(settings, (each) => void expect(readDeskSettings(writeDeskSettings(each))).toEqual(each)));
  expect(writeDeskSettings(DEFAULT_SETTINGS)).toBe("{}");
});

test("a spoilt cookie costs what is spoilt and nothing else", () => {
  expect(
    readDeskSettings('{"density":"compact","textSize":"huge","times":0,"panes":{"left":3},"keys":{"find":7}}'),
  ).toEqual({ ...DEFAULT_SETTINGS, density: "compact" });
  for (const cookie of [undefined, "", "{", "null", "[]", "7"])
    expect(readDeskSettings(cookie)).toEqual(DEFAULT_SETTINGS);
  fc.assert(fc.property(fc.string(), (cookie) => typeof readDeskSettings(cookie).density === "string"));
});
