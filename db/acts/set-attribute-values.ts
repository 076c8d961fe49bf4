// Record what participants and documents are like, cell by cell or a whole block at once, and take it back.
import * as z from "zod";
import { DOCUMENT_FIELDS } from "@/lib/attributes/document-columns";
import { valueSchema } from "../attribute-input";
import { idSchema } from "../id-schema";
import { keptCells } from "../kept-cells";
import { traceOf, writeCells } from "../write-cells";
import { projectAct } from "./act";
import { bringBackAttribute, takeOutAttribute } from "./remove-attribute";

const cellSchema = z.object({
  /** An attribute, or of a document its kind, date, group or note. */
  attributeId: z.union([idSchema, z.enum(DOCUMENT_FIELDS)]),
  ownerId: idSchema,
  value: valueSchema.nullable(),
  /** The one that the client saw: 0 where nothing was recorded; of a document's own columns, the document's. */
  version: z.int().min(0).optional(),
});

export const setAttributeValues = projectAct({
  name: "set-attribute-values",
  summary:
    "Records values of attributes, all or none: numbers as they are typed, dates as YYYY-MM-DD, choices among what can be chosen, null for nothing. The earlier ones are kept for a day, for undo.",
  who: ["lead"],
  input: z.object({ projectId: idSchema, values: z.array(cellSchema).min(1).max(5_000) }),
  run(tx, actor, { values }, moment) {
    const { projectId } = actor;
    const changes = values.map(({ attributeId, ...cell }) => ({ ...cell, columnId: attributeId }));
    const written = writeCells(tx, actor, moment, changes);
    return {
      result: { changed: written.changed },
      inverse: {
        act: "restore-attribute-values",
        input: { projectId, keptId: written.keptId, revive: [], remove: [] },
      },
      // A value may be a participant's words: the journal says where, not what.
      trace: { projectId, ...traceOf(written) },
      tells: [{ to: "project", subject: "documents" }],
    };
  },
});

const attributeIds = z.array(idSchema).max(4_000);

export const restoreAttributeValues = projectAct({
  name: "restore-attribute-values",
  summary: "Gives cells back what they held before, with the attributes that came or went with them.",
  who: ["lead"],
  input: z.object({ projectId: idSchema, keptId: idSchema, revive: attributeIds, remove: attributeIds }),
  onlyUndo: true,
  run(tx, actor, { keptId, revive, remove }, moment) {
    const { projectId } = actor;
    for (const attributeId of revive) bringBackAttribute(tx, projectId, attributeId);
    const changes = keptCells(moment.folder, keptId, projectId).map(({ ownerId, columnId, before, left }) => ({
      ownerId,
      columnId,
      value: before,
      left,
    }));
    const written = writeCells(tx, actor, moment, changes);
    for (const attributeId of remove) takeOutAttribute(tx, projectId, attributeId, moment.now);
    return {
      result: { changed: written.changed },
      inverse: {
        act: "restore-attribute-values",
        input: { projectId, keptId: written.keptId, revive: remove, remove: revive },
      },
      trace: { projectId, ...traceOf(written), revive, remove },
      tells: [{ to: "project", subject: "documents" }],
    };
  },
});
