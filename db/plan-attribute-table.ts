// A staged table against a project's own: the cells that it would change, as the preview and the import see it alike.
import * as z from "zod";
import { DOCUMENT_FIELDS } from "@/lib/attributes/document-columns";
import { type PlanColumn, planTable, type TablePlan } from "@/lib/attributes/table-plan";
import { notFound } from "@/lib/refusal";
import { type AttributeScope, columnsOf, scopeSchema } from "./attribute-columns";
import { attributeSchema } from "./attribute-input";
import { ownersOf } from "./attribute-owners";
import { valuesOf } from "./attribute-values";
import type { Tx } from "./connection";
import { idSchema } from "./id-schema";

const index = z.int().min(0).max(4_000);

export const tableMappingSchema = {
  ...scopeSchema,
  /** The column of the file that names the participant or the document. */
  keyColumn: index,
  columns: z
    .array(
      z.union([
        z.object({ index, attributeId: z.union([idSchema, z.enum(DOCUMENT_FIELDS)]) }),
        /** A new attribute, by an id of the client's making. */
        z.object({ index, newId: idSchema, ...attributeSchema }),
      ]),
    )
    .max(4_000),
  /** An empty cell takes away what is recorded; else it says nothing. */
  emptyClears: z.boolean().default(false),
};

const mappingObject = z.object(tableMappingSchema);
export type AttributeMapping = z.output<typeof mappingObject>;
export type NewColumn = Extract<AttributeMapping["columns"][number], { newId: string }>;

export function newColumnsOf(mapping: AttributeMapping): NewColumn[] {
  return mapping.columns.flatMap((column) => ("newId" in column ? [column] : []));
}

export function planAttributeTable(
  tx: Tx,
  projectId: string,
  rows: readonly (readonly string[])[],
  mapping: AttributeMapping,
): TablePlan {
  const scope: AttributeScope = mapping;
  const own = columnsOf(tx, projectId, scope);
  const made = newColumnsOf(mapping).map(
    ({ newId, name, kind, choices = null }): PlanColumn => ({ id: newId, name, kind, choices }),
  );
  const columns = mapping.columns.map((each) => ({
    index: each.index,
    columnId: "newId" in each ? each.newId : each.attributeId,
  }));
  // When the import asks, the new ones are among its own already.
  const known: PlanColumn[] = [...own, ...made];
  const ids = columns.map(({ columnId }) => columnId);
  if (new Set(ids).size !== ids.length || ids.some((id) => !known.some((each) => each.id === id))) throw notFound();
  const { owners } = ownersOf(tx, projectId, scope, own);
  const kept = valuesOf(
    tx,
    owners.map(({ id }) => id),
    ids,
  );
  return planTable({
    rows,
    owners,
    columns: known,
    mapping: { key: mapping.keyColumn, columns, emptyClears: mapping.emptyClears },
    current: (ownerId, columnId) => kept.get(ownerId)?.get(columnId)?.value ?? null,
  });
}
