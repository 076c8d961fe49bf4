// Adopt a coder's proposal into the codebook once its round is revealed.
import { eq } from "drizzle-orm";
import * as z from "zod";
import { Refusal } from "@/lib/refusal";
import { idSchema } from "../id-schema";
import { code } from "../schema";
import { projectAct } from "./act";
import { assertFreeName, assertParentFits, readableCodeRow } from "./code-row";
import { currentWording } from "./current-wording";

export const adoptCode = projectAct({
  name: "adopt-code",
  summary: "Takes a coder's proposed code of a revealed round into the codebook.",
  who: ["lead"],
  input: z.object({ projectId: idSchema, codeId: idSchema }),
  run(tx, actor, { codeId }) {
    const row = readableCodeRow(tx, actor, codeId);
    if (!row.proposedBy || !row.proposedIn) throw new Refusal("code-not-a-proposal", 409);
    if (row.hidden) throw new Refusal("round-not-revealed", 409);
    if (row.parentId) assertParentFits(tx, actor, row.parentId, null);
    assertFreeName(tx, actor, row.parentId, currentWording(tx, row).name, row.id, true);
    tx.update(code)
      .set({ proposedBy: null, proposedIn: null, version: row.version + 1 })
      .where(eq(code.id, codeId))
      .run();
    return {
      result: { version: row.version + 1 },
      final: "an adopted code may be in use by others at once",
      tells: [{ to: "project", subject: "codebook" }],
    };
  },
});
