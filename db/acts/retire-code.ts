// Retire a code (kept with its codings, no longer offered) and bring a retired one back into use.
import { eq } from "drizzle-orm";
import * as z from "zod";
import { Refusal } from "@/lib/refusal";
import { idSchema } from "../id-schema";
import { code } from "../schema";
import { projectAct } from "./act";
import { assertFreeName, changeableCodeRow, codebookTells } from "./code-row";
import { currentWording } from "./current-wording";

const input = z.object({ projectId: idSchema, codeId: idSchema });

function retiring(name: "retire-code" | "unretire-code", summary: string) {
  return projectAct({
    name,
    summary,
    who: ["lead", "coder"],
    input,
    run(tx, actor, { codeId }, { now }) {
      const row = changeableCodeRow(tx, actor, codeId);
      const retiring = name === "retire-code";
      if ((row.retiredAt !== null) === retiring) throw new Refusal("changed-meanwhile", 409);
      if (!retiring) assertFreeName(tx, actor, row.parentId, currentWording(tx, row).name, row.id);
      tx.update(code)
        .set({ retiredAt: retiring ? now : null, version: row.version + 1 })
        .where(eq(code.id, codeId))
        .run();
      return {
        result: { version: row.version + 1 },
        inverse: {
          act: retiring ? "unretire-code" : "retire-code",
          input: { projectId: actor.projectId, codeId },
        },
        tells: codebookTells(row),
      };
    },
  });
}

export const retireCode = retiring("retire-code", "Retires a code: its codings stay, it is no longer offered.");
export const unretireCode = retiring("unretire-code", "Brings a retired code back into use.");
