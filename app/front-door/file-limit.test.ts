import { afterEach, expect, test, vi } from "vitest";
import { bodyLimitOf } from "./body-limit.mjs";
import { fileLimitMegabytes } from "./file-limit.mjs";

afterEach(() => vi.unstubAllEnvs());

test.each([
  [undefined, 25],
  ["", 25],
  ["40", 40],
  ["2.9", 2],
  ["0", 25],
  ["-3", 25],
  ["much", 25],
  ["5000", 100],
])("TANDEM_FILE_LIMIT_MB %j lets a file have %d MB, and a body a little more", (setting, megabytes) => {
  vi.stubEnv("TANDEM_FILE_LIMIT_MB", setting);
  expect(fileLimitMegabytes()).toBe(megabytes);
  expect(bodyLimitOf("/api/imports")).toBe((megabytes + 1) * 1024 * 1024);
  expect(bodyLimitOf("/api/acts/confirm-import")).toBe(1024 * 1024);
});
