// How drizzle-kit makes migrations: node node_modules/drizzle-kit/bin.cjs generate --config db/drizzle.config.ts --name WHAT
import { defineConfig } from "drizzle-kit";

export default defineConfig({ dialect: "sqlite", schema: "./db/schema/index.ts", out: "./db/migrations" });
