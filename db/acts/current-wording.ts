// The wording that a code has now.
import { and, eq } from "drizzle-orm";
import { notFound } from "@/lib/refusal";
import type { Tx } from "../connection";
import { codeWording } from "../schema";
import type { CodeRow } from "./code-row";

export function currentWording(tx: Tx, row: CodeRow): typeof codeWording.$inferSelect {
  const wording = tx
    .select()
    .from(codeWording)
    .where(and(eq(codeWording.codeId, row.id), eq(codeWording.number, row.wording)))
    .get();
  if (!wording) throw notFound();
  return wording;
}
