// Decodes what a person sent, or refuses with the field and what is wrong with it; never with what they typed.
import type * as z from "zod";
import { Refusal } from "@/lib/refusal";

export function decoded<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Refusal("input-not-understood", 400, {
    field: issue?.path.join(".") || "the whole input",
    problem: issue?.message ?? "",
  });
}
