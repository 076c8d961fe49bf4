// Change what a code is called, its colour or its definition: every wording is kept, the journal names only its number.
import { and, eq, max } from "drizzle-orm";
import * as z from "zod";
import { notFound, Refusal } from "@/lib/refusal";
import type { Member } from "../actor";
import type { Tx } from "../connection";
import { colourSchema, idSchema, nameSchema, wordsSchema } from "../id-schema";
import { code, codeWording } from "../schema";
import { projectAct } from "./act";
import { assertFreeName, type CodeRow, changeableCodeRow, codebookTells } from "./code-row";

type Wording = typeof codeWording.$inferSelect;

function wordingOf(tx: Tx, codeId: string, number: number): Wording {
  const row = tx
    .select()
    .from(codeWording)
    .where(and(eq(codeWording.codeId, codeId), eq(codeWording.number, number)))
    .get();
  if (!row) throw notFound();
  return row;
}

/** Points the code to one of its wordings; all of them stay, so that codings made under them can be found again. */
function pointTo(tx: Tx, actor: Member, row: CodeRow, number: number) {
  tx.update(code)
    .set({ wording: number, version: row.version + 1 })
    .where(eq(code.id, row.id))
    .run();
  return {
    result: { version: row.version + 1 },
    inverse: {
      act: "restore-wording",
      input: { projectId: actor.projectId, codeId: row.id, wording: row.wording, from: number },
    },
    trace: { projectId: actor.projectId, codeId: row.id, wording: number },
    tells: codebookTells(row),
  };
}

export const rewordCode = projectAct({
  name: "reword-code",
  summary: "Changes a code's name, colour, definition, when to use it, when not, or its example.",
  who: ["lead", "coder"],
  input: z.object({
    projectId: idSchema,
    codeId: idSchema,
    version: z.int().optional(),
    name: nameSchema.optional(),
    colour: colourSchema.optional(),
    definition: wordsSchema.optional(),
    useWhen: wordsSchema.optional(),
    useNot: wordsSchema.optional(),
    example: wordsSchema.optional(),
  }),
  run(tx, actor, input, { now }) {
    const row = changeableCodeRow(tx, actor, input.codeId, input.version);
    const current = wordingOf(tx, row.id, row.wording);
    if (input.name && input.name !== current.name) assertFreeName(tx, actor, row.parentId, input.name, row.id);
    const last = tx
      .select({ n: max(codeWording.number) })
      .from(codeWording)
      .where(eq(codeWording.codeId, row.id))
      .get();
    const number = (last?.n ?? 0) + 1;
    tx.insert(codeWording)
      .values({
        codeId: row.id,
        number,
        name: input.name ?? current.name,
        colour: input.colour ?? current.colour,
        definition: input.definition ?? current.definition,
        useWhen: input.useWhen ?? current.useWhen,
        useNot: input.useNot ?? current.useNot,
        example: input.example ?? current.example,
        createdAt: now,
      })
      .run();
    return pointTo(tx, actor, row, number);
  },
});

export const restoreWording = projectAct({
  name: "restore-wording",
  summary: "Gives a code an earlier wording again; with `from`, only if that is the one it has now.",
  who: ["lead", "coder"],
  input: z.object({ projectId: idSchema, codeId: idSchema, wording: z.int().min(1), from: z.int().optional() }),
  run(tx, actor, input) {
    const row = changeableCodeRow(tx, actor, input.codeId);
    // Undo must not take back what somebody else wrote since.
    if (input.from !== undefined && input.from !== row.wording) throw new Refusal("changed-meanwhile", 409);
    assertFreeName(tx, actor, row.parentId, wordingOf(tx, row.id, input.wording).name, row.id);
    return pointTo(tx, actor, row, input.wording);
  },
});
