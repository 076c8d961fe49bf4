// A client makes the ids of what it creates; this is where the server checks that one is new.
import { eq } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { Refusal } from "@/lib/refusal";
import type { Tx } from "../connection";

/** Throws the Refusal `id-taken`: random ids of 128 bits meet only when a client repeats itself. */
export function assertNewId(tx: Tx, table: SQLiteTable & { id: SQLiteColumn }, id: string): void {
  const found = tx.select({ id: table.id }).from(table).where(eq(table.id, id)).get();
  if (found) throw new Refusal("id-taken", 409);
}
