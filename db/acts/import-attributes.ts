// Import a staged table as values of attributes, new ones among them: the whole table or nothing of it.
import * as z from "zod";
import { notFound, Refusal } from "@/lib/refusal";
import { assertScope } from "../attribute-columns";
import { idSchema } from "../id-schema";
import { newColumnsOf, planAttributeTable, tableMappingSchema } from "../plan-attribute-table";
import { discardStaged } from "../staged-import";
import { openStagedTable, type StagedTable } from "../staged-table";
import { traceOf, writeCells } from "../write-cells";
import { projectAct } from "./act";
import { insertNewAttribute } from "./define-attribute";

export const importAttributes = projectAct({
  name: "import-attributes",
  summary:
    "Records the values of a staged table. Rows that name nobody here, or two, are left out and counted; a value that does not fit refuses the whole table.",
  who: ["lead"],
  input: z.object({ projectId: idSchema, stageId: idSchema, ...tableMappingSchema }),
  async prepare(input, folder, actor): Promise<StagedTable> {
    if (actor.kind !== "person") throw notFound();
    return openStagedTable(folder, input.stageId, input.projectId, actor.userId);
  },
  run(tx, actor, input, moment) {
    const { projectId } = actor;
    // Nothing was prepared: there is no such stage.
    const staged: StagedTable | undefined = moment.prepared;
    if (!staged) throw notFound();
    assertScope(tx, projectId, input);
    const { owner, surveyId } = input;
    const made = newColumnsOf(input);
    for (const { newId, name, kind, choices } of made) {
      insertNewAttribute(tx, actor, { owner, surveyId }, { attributeId: newId, name, kind, choices });
    }
    const plan = planAttributeTable(tx, projectId, staged.rows, input);
    const [first] = plan.misfits;
    if (first) {
      const { row, column, misfit } = first;
      throw new Refusal("table-values-do-not-fit", 422, { count: plan.misfits.length, row, column, misfit });
    }
    const written = writeCells(tx, actor, moment, plan.cells);
    const remove = made.map(({ newId }) => newId);
    return {
      result: {
        changed: written.changed,
        attributes: made.length,
        matched: plan.matched,
        leftOut: plan.unmatched.length + plan.ambiguous.length,
      },
      inverse: { act: "restore-attribute-values", input: { projectId, keptId: written.keptId, revive: [], remove } },
      trace: { projectId, sha256: staged.meta.sha256, ...traceOf(written), defined: remove },
      tells: [{ to: "project", subject: "documents" }],
    };
  },
  afterwards: ({ stageId }, folder) => discardStaged(folder, stageId),
});
