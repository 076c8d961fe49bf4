import fs from "node:fs";
import type * as z from "zod";
import { Refusal } from "@/lib/refusal";

/** A JSON file of a known shape; throws Refusal naming the file and what in it was not understood. */
export function readJsonFile<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> {
  let value: unknown;
  try {
    value = JSON.parse(fs.readFileSync(file, "utf8"));
  } catch (cause) {
    const refusal = new Refusal("file-not-json", 400, { file });
    refusal.cause = cause;
    throw refusal;
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Refusal("input-not-understood", 400, {
    field: issue?.path.join(".") || file,
    problem: issue?.message ?? "",
  });
}
