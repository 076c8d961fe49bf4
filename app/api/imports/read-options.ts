import * as z from "zod";
import { FINDING_KINDS, type ReadOptions } from "@/lib/readers/read-result";
import { Refusal } from "@/lib/refusal";

const findings = z.array(z.enum(FINDING_KINDS)).max(20);

export const readOptionsSchema = z.strictObject({
  encoding: z.string().max(40).optional(),
  verbatim: z.boolean().optional(),
  password: z.string().max(500).optional(),
  keep: findings.optional(),
  leaveOut: findings.optional(),
  styleSpeakers: z.boolean().optional(),
  tableAs: z.enum(["turns", "survey"]).optional(),
  headerRows: z.int().min(0).max(20).optional(),
  sheet: z.string().max(200).optional(),
});

export const stagedTurnsSchema = z.object({ label: z.string().min(1).max(200) });

/** Throws Refusal for what is no reading option. */
export function readOptionsOf(value: unknown): ReadOptions {
  const parsed = readOptionsSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Refusal("input-not-understood", 400, {
    field: issue?.path.join(".") || "options",
    problem: issue?.message ?? "",
  });
}

/** As they stand in an address: JSON, and never a password. */
export function readOptionsOfQuery(text: string | null): ReadOptions {
  if (text === null) return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new Refusal("input-not-understood", 400, { field: "options", problem: "JSON" });
  }
  const options = readOptionsOf(value);
  if (options.password !== undefined) {
    throw new Refusal("input-not-understood", 400, { field: "options.password", problem: "not in an address" });
  }
  return options;
}
