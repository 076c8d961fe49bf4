// A client makes the ids of what it creates; this is where the server checks that one is new.
import { eq, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { Refusal } from "@/lib/refusal";
import type { Tx } from "../connection";
import { prepared } from "../prepared";

type WithId = SQLiteTable & { id: SQLiteColumn };

function lookup(table: WithId) {
  return prepared((db) =>
    db
      .select({ id: table.id })
      .from(table)
      .where(eq(table.id, sql.placeholder("id")))
      .prepare(),
  );
}

const lookups = new Map<WithId, ReturnType<typeof lookup>>();

/** Throws the Refusal `id-taken`: random ids of 128 bits meet only when a client repeats itself. */
export function assertNewId(tx: Tx, table: WithId, id: string): void {
  const byId = lookups.get(table) ?? lookup(table);
  lookups.set(table, byId);
  const found = byId(tx).get({ id });
  if (found) throw new Refusal("id-taken", 409);
}
