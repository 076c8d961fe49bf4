// Everything that the actor gave one code, over all documents, with the words around it and who says them.
import { and, count, eq, isNull, sql } from "drizzle-orm";
import * as z from "zod";
import { notFound } from "@/lib/refusal";
import type { Member } from "../actor";
import type { Tx } from "../connection";
import { idSchema } from "../id-schema";
import { prepared } from "../prepared";
import {
  code,
  coding,
  codingSet,
  document,
  memo,
  memoWording,
  participant,
  revision,
  round,
  speakerLabel,
  turn,
} from "../schema";
import { readableCode } from "../visibility";
import { projectRead } from "./read";
import { wordsInContext } from "./words-in-context";

const EXCERPTS_IN_ONE_ANSWER = 1000;
/** Codings of whole documents, one in the other, would be many times the project. */
const LETTERS_IN_ONE_ANSWER = 4_000_000;

type Turns = readonly (readonly [start: number, number: number, label: string | null])[];

/** As bare values: a thousand excerpts may lie in two hundred documents of two hundred turns. */
const turnsOf = prepared((db) =>
  db
    .select({ start: turn.start, number: turn.number, label: turn.label })
    .from(turn)
    .where(eq(turn.revisionId, sql.placeholder("revisionId")))
    .orderBy(turn.number)
    .prepare(),
);

const textOf = prepared((db) =>
  db
    .select({ text: revision.text })
    .from(revision)
    .where(eq(revision.id, sql.placeholder("revisionId")))
    .prepare(),
);

/** The last turn that begins at or before `offset`. */
function turnAt(turns: Turns, offset: number) {
  let [low, high] = [0, turns.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((turns[middle]?.[0] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return turns[low - 1];
}

/** Names by document and label, of all documents at once. */
function speakerNames(db: Tx, actor: Member): (documentId: string, label: string) => string | undefined {
  const rows = db
    .select({ documentId: speakerLabel.documentId, label: speakerLabel.label, name: participant.name })
    .from(speakerLabel)
    .innerJoin(participant, eq(participant.id, speakerLabel.participantId))
    .where(eq(participant.projectId, actor.projectId))
    .all();
  const names = new Map(rows.map((row) => [`${row.documentId} ${row.label}`, row.name]));
  return (documentId, label) => names.get(`${documentId} ${label}`);
}

function ownWith(actor: Member, codeId: string) {
  return and(
    eq(coding.codeId, codeId),
    isNull(coding.removedAt),
    eq(codingSet.projectId, actor.projectId),
    eq(codingSet.coderId, actor.coderId ?? ""),
    eq(codingSet.kind, "coder"),
    isNull(document.removedAt),
  );
}

function ownCodings(db: Tx, actor: Member, codeId: string) {
  return db
    .select({
      codingId: coding.id,
      setId: coding.setId,
      documentId: document.id,
      documentName: document.name,
      roundId: codingSet.roundId,
      roundName: round.name,
      /** Null outside rounds. */
      openCodebook: round.openCodebook,
      state: codingSet.state,
      start: coding.start,
      end: coding.end,
      version: coding.version,
      starred: coding.starred,
      memo: memoWording.text,
      revisionId: codingSet.revisionId,
    })
    .from(coding)
    .innerJoin(codingSet, eq(codingSet.id, coding.setId))
    .innerJoin(document, eq(document.id, codingSet.documentId))
    .leftJoin(round, eq(round.id, codingSet.roundId))
    .leftJoin(memo, and(eq(memo.codingId, coding.id), eq(memo.coderId, actor.coderId ?? "")))
    .leftJoin(memoWording, and(eq(memoWording.memoId, memo.id), eq(memoWording.number, memo.wording)))
    .where(ownWith(actor, codeId))
    .orderBy(document.position, document.id, round.number, coding.start, coding.end, coding.id)
    .limit(EXCERPTS_IN_ONE_ANSWER)
    .all();
}

/** The first of them, as far as their words fit into one answer; one at least. */
function fitting<Row extends { readonly start: number; readonly end: number }>(rows: readonly Row[]): readonly Row[] {
  let letters = 0;
  const over = rows.findIndex(({ start, end }, i) => {
    letters += end - start;
    return i > 0 && letters > LETTERS_IN_ONE_ANSWER;
  });
  return over < 0 ? rows : rows.slice(0, over);
}

function howMany(db: Tx, actor: Member, codeId: string): number {
  const row = db
    .select({ n: count() })
    .from(coding)
    .innerJoin(codingSet, eq(codingSet.id, coding.setId))
    .innerJoin(document, eq(document.id, codingSet.documentId))
    .where(ownWith(actor, codeId))
    .get();
  return row?.n ?? 0;
}

export const codeExcerpts = projectRead({
  name: "code-excerpts",
  summary: "The actor's own codings with one code, over all documents in order, with the words around them.",
  who: ["lead", "coder", "observer"],
  params: z.object({ projectId: idSchema, codeId: idSchema }),
  run(db, actor, { codeId }) {
    const known = db
      .select({ id: code.id })
      .from(code)
      .where(and(eq(code.id, codeId), readableCode(db, actor)))
      .get();
    if (!known) throw notFound();
    const rows = fitting(ownCodings(db, actor, codeId));
    const nameOf = speakerNames(db, actor);
    const revisions = new Map<string, { text: string; turns: Turns }>();
    for (const { revisionId } of rows) {
      if (revisions.has(revisionId)) continue;
      const turns = turnsOf(db).values({ revisionId }) as [number, number, string | null][];
      revisions.set(revisionId, { text: textOf(db).get({ revisionId })?.text ?? "", turns });
    }
    return {
      codings: rows.map(({ revisionId, memo: words, ...row }) => {
        const { text = "", turns = [] } = revisions.get(revisionId) ?? {};
        const [, number = null, label = null] = turnAt(turns, row.start) ?? [];
        return {
          ...row,
          memo: words || null,
          ...wordsInContext(text, row),
          speaker: label === null ? null : (nameOf(row.documentId, label) ?? label),
          turn: number,
        };
      }),
      more: howMany(db, actor, codeId) - rows.length,
    };
  },
});
