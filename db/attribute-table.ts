// The whole of one table of attributes, as an export writes it.
import * as z from "zod";
import { shownValue } from "@/lib/attributes/attribute-value";
import { DOCUMENT_COLUMNS } from "@/lib/attributes/document-columns";
import type { AttributesTable } from "@/lib/writers/attributes-table";
import { assertScope, columnsOf, scopeSchema } from "./attribute-columns";
import { ownersOf } from "./attribute-owners";
import { valuesOf } from "./attribute-values";
import { idSchema } from "./id-schema";
import { projectRead } from "./reads/read";

export const attributeTable = projectRead({
  name: "attribute-table",
  summary: "All rows and columns of the attributes of participants, a survey's respondents or documents.",
  who: ["lead", "coder", "observer"],
  params: z.object({
    projectId: idSchema,
    owner: scopeSchema.owner.default("participant"),
    surveyId: scopeSchema.surveyId,
  }),
  run(db, actor, { owner, surveyId }): AttributesTable {
    const { projectId } = actor;
    const scope = { owner, surveyId };
    assertScope(db, projectId, scope);
    const columns = columnsOf(db, projectId, scope);
    const { owners } = ownersOf(db, projectId, scope, columns);
    const kept = valuesOf(
      db,
      owners.map(({ id }) => id),
      columns.map(({ id }) => id),
    );
    const written = (ownerId: string, columnId: string) => {
      const value = kept.get(ownerId)?.get(columnId)?.value ?? null;
      return columnId === "kind" ? shownValue(DOCUMENT_COLUMNS.kind, value) : value;
    };
    return {
      columns: columns.map(({ name, kind }) => ({ name, kind })),
      rows: owners.map(({ id, name }) => ({ name, values: columns.map((column) => written(id, column.id)) })),
    };
  },
});
