import fs from "node:fs";
import { describe, expect, it } from "vitest";
import { nodeTooOld } from "./node-floor.mjs";

describe("the oldest Node that will do", () => {
  it.each(["v12.22.0", "v18.20.4", "v20.18.3"])("%s is told so in one sentence", (version) => {
    expect(nodeTooOld(version)).toBe(`Tandem needs Node 20.19 or later; this is ${version.slice(1)}.`);
  });

  it.each(["v20.19.0", "v20.20.2", "v22.0.0", "v26.1.0"])("%s will do", (version) =>
    expect(nodeTooOld(version)).toBe(""),
  );

  it.each(["app/start.mjs", "e2e/test.mjs", "app/cli/node-floor.mjs"])("an old Node can read %s", (file) => {
    const text = fs.readFileSync(file, "utf8").replace(/\/\/.*/g, "");
    expect(text).not.toMatch(/\?\?|\?\.|from ["']node:|^\s*(const .* = )?await\b|\|\|=|#[a-z]+\b/m);
  });
});
