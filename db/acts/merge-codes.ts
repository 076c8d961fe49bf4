// Merge a code into another: the actor's own codings move over, sub-codes move below it, the code itself is no longer offered.
import { and, asc, eq, isNull, or } from "drizzle-orm";
import * as z from "zod";
import { Refusal } from "@/lib/refusal";
import type { Member } from "../actor";
import type { Tx } from "../connection";
import { idSchema } from "../id-schema";
import { assertOffered } from "../offered-codes";
import { code, coding, codingSet, round } from "../schema";
import { readableCode } from "../visibility";
import { projectAct } from "./act";
import { Together } from "./act-together";
import { recodeTogether } from "./apply-codes";
import { type CodeRow, changeableCodeRow, readableCodeRow, withHidden } from "./code-row";
import { assertNotBelow } from "./move-code";

/**
 * The actor's own codings of the code: of a hidden proposal, those of its round; of a code of the codebook, those in
 * sets where the codebook is open. What others coded, and what a round has pinned or locked, is not this act's to change.
 */
function ownCodings(tx: Tx, actor: Member, row: CodeRow): { id: string; open: boolean }[] {
  const where = row.hidden
    ? eq(codingSet.roundId, row.proposedIn ?? "")
    : and(eq(codingSet.state, "open"), or(isNull(codingSet.roundId), eq(round.openCodebook, true)));
  return tx
    .select({ id: coding.id, state: codingSet.state })
    .from(coding)
    .innerJoin(codingSet, eq(codingSet.id, coding.setId))
    .leftJoin(round, eq(round.id, codingSet.roundId))
    .where(
      and(
        eq(coding.codeId, row.id),
        isNull(coding.removedAt),
        eq(codingSet.projectId, actor.projectId),
        eq(codingSet.coderId, actor.coderId ?? ""),
        where,
      ),
    )
    .orderBy(asc(codingSet.id), asc(coding.start), asc(coding.end), asc(coding.id))
    .all()
    .map(({ id, state }) => ({ id, open: state === "open" }));
}

/** Sub-codes that move along. A hidden proposal below a code of the codebook stays: its round has pinned that code. */
function subCodes(tx: Tx, actor: Member, row: CodeRow): string[] {
  return tx
    .select()
    .from(code)
    .where(and(eq(code.parentId, row.id), readableCode(tx, actor)))
    .orderBy(code.position, code.id)
    .all()
    .filter((child) => withHidden(tx, child).hidden === row.hidden)
    .map((child) => child.id);
}

function assertMayTake(tx: Tx, actor: Member, row: CodeRow, intoId: string): void {
  const into = readableCodeRow(tx, actor, intoId);
  assertNotBelow(tx, row.id, intoId, "code-merge-into-itself");
  if (!row.hidden && into.proposedBy) throw new Refusal("code-merge-into-proposal", 409);
  const roundId = row.hidden ? row.proposedIn : null;
  const pin = roundId
    ? tx.select({ versionId: round.codebookVersionId }).from(round).where(eq(round.id, roundId)).get()
    : undefined;
  assertOffered(tx, actor, { versionId: pin?.versionId ?? null, roundId }, intoId);
}

export const mergeCodes = projectAct({
  name: "merge-codes",
  summary:
    "Merges a code into another: the actor's own codings in open sets are recoded, sub-codes move below it, the code is retired (a coder's own proposal that nothing uses any more is removed). Others' codings stay as they are.",
  who: ["lead", "coder"],
  input: z.object({ projectId: idSchema, codeId: idSchema, intoId: idSchema }),
  run(tx, actor, { codeId, intoId }, moment) {
    const row = changeableCodeRow(tx, actor, codeId);
    assertMayTake(tx, actor, row, intoId);
    const together = new Together(tx, actor, moment);
    const codings = ownCodings(tx, actor, row);
    const open = codings.filter((each) => each.open).map((each) => each.id);
    const { recoded, removed } = recodeTogether(tx, actor, together, open, intoId);
    for (const child of subCodes(tx, actor, row)) {
      together.perform("move-code", { codeId: child, parentId: intoId, beforeId: null });
    }
    if (row.hidden && open.length === codings.length) together.perform("remove-code", { codeId });
    else if (!row.retiredAt) together.perform("retire-code", { codeId });
    if (together.size === 0) throw new Refusal("code-retired", 409);
    return {
      result: { recoded: recoded + removed },
      inverse: together.inverse({ as: "merge-codes", codeId }),
      trace: { projectId: actor.projectId, codeId, intoId, recoded: recoded + removed },
      tells: together.tells(),
    };
  },
});
