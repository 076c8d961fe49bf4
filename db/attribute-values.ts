// What is recorded for the owners of a page, of a file or of an act: attributes' values and what every document has.
import { inArray, sql } from "drizzle-orm";
import { isDocumentField } from "@/lib/attributes/document-columns";
import type { Tx } from "./connection";
import { attributeValue, document } from "./schema";

export interface KeptValue {
  readonly value: string;
  /** Of the value; for what every document has, of the document. */
  readonly version: number;
}

/** Looked up by owner, then by column. */
export type KeptValues = ReadonlyMap<string, ReadonlyMap<string, KeptValue>>;

const CHUNK = 20_000;

export function valuesOf(tx: Tx, ownerIds: readonly string[], columnIds: readonly string[]): KeptValues {
  const found = new Map<string, Map<string, KeptValue>>();
  const keep = (ownerId: string, columnId: string, kept: KeptValue) => {
    const own = found.get(ownerId) ?? new Map<string, KeptValue>();
    found.set(ownerId, own.set(columnId, kept));
  };
  const attributes = JSON.stringify(columnIds.filter((id) => !isDocumentField(id)));
  for (let at = 0; at < ownerIds.length; at += CHUNK) {
    const owners = JSON.stringify(ownerIds.slice(at, at + CHUNK));
    const rows = tx
      .select()
      .from(attributeValue)
      .where(
        sql`${attributeValue.ownerId} in (select value from json_each(${owners}))
          and ${attributeValue.attributeId} in (select value from json_each(${attributes}))`,
      )
      .all();
    for (const { ownerId, attributeId, value, version } of rows) keep(ownerId, attributeId, { value, version });
  }
  const fields = columnIds.filter(isDocumentField);
  if (fields.length === 0) return found;
  const owners = JSON.stringify(ownerIds);
  const rows = tx
    .select()
    .from(document)
    .where(inArray(document.id, sql`(select value from json_each(${owners}))`))
    .all();
  for (const row of rows) {
    const values = { kind: row.kind, date: row.date, group: row.groupName, note: row.note || null };
    for (const field of fields) {
      const value = values[field];
      if (value !== null) keep(row.id, field, { value, version: row.version });
    }
  }
  return found;
}
