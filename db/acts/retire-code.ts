// Retire a code (kept with its codings, no longer offered) and bring a retired one back into use.
import { eq } from "drizzle-orm";
import * as z from "zod";
import { idSchema } from "../id-schema";
import { code } from "../schema";
import { projectAct } from "./act";
import { changeableCodeRow } from "./code-row";

const input = z.object({ projectId: idSchema, codeId: idSchema });

function retiring(name: "retire-code" | "unretire-code", summary: string) {
  return projectAct({
    name,
    summary,
    who: ["lead", "coder"],
    input,
    run(tx, actor, { codeId }, { now }) {
      const row = changeableCodeRow(tx, actor, codeId);
      tx.update(code)
        .set({ retiredAt: name === "retire-code" ? now : null, version: row.version + 1 })
        .where(eq(code.id, codeId))
        .run();
      return {
        result: { version: row.version + 1 },
        inverse: {
          act: name === "retire-code" ? "unretire-code" : "retire-code",
          input: { projectId: actor.projectId, codeId },
        },
        tells: [{ to: row.proposedBy ? "self" : "project", subject: "codebook" }],
      };
    },
  });
}

export const retireCode = retiring("retire-code", "Retires a code: its codings stay, it is no longer offered.");
export const unretireCode = retiring("unretire-code", "Brings a retired code back into use.");
