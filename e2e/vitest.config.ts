import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const root = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  root,
  resolve: { alias: { "@": root.replace(/\/$/, "") } },
  test: {
    include: ["lib/**/*.test.ts", "db/**/*.test.ts", "app/**/*.test.ts", "e2e/law/**/*.test.ts"],
    environment: "node",
    pool: "forks",
    // Left to itself it keeps one core free, which on two cores is half of them.
    maxWorkers: 2,
  },
});
