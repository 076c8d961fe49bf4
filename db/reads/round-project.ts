// A revealed round as plain values for lib/agreement: documents with their units, codes, coders, codings.
import { and, asc, eq, isNull } from "drizzle-orm";
import type { AgreementProject } from "@/lib/agreement/agreement-project";
import type { Answer, AnswersOf } from "@/lib/agreement/parted-by-respondent";
import { notFound } from "@/lib/refusal";
import type { Span } from "@/lib/text/span";
import type { Member } from "../actor";
import { type CodebookCode, pinnedCodes } from "../codebook-version";
import type { Tx } from "../connection";
import { coder, coding, codingSet, document, revision, roundDocument, surveyQuestion, turn } from "../schema";
import { speakersOf } from "./coding-desk";
import { readableRound } from "./round-progress";

export interface RoundProject {
  readonly project: AgreementProject;
  /** The same documents, whose turns are those of participants alone. */
  readonly withoutInterviewers: AgreementProject["documents"];
  readonly round: {
    readonly id: string;
    readonly name: string;
    readonly number: number;
    readonly openCodebook: boolean;
  };
  readonly coders: readonly { readonly id: string; readonly name: string }[];
  readonly codes: readonly CodebookCode[];
  readonly documents: readonly { readonly id: string; readonly name: string; readonly revisionId: string }[];
  /** Of those documents that are a survey's: who is drawn anew in an interval is the respondent there. */
  readonly answers: AnswersOf;
}

function pairs(flat: readonly number[]): Span[] {
  const spans: Span[] = [];
  for (let i = 0; i + 1 < flat.length; i += 2) spans.push({ start: flat[i] ?? 0, end: flat[i + 1] ?? 0 });
  return spans;
}

/** A respondent is the same person in all documents of one survey. */
function answersIn(
  surveyId: string,
  turns: readonly { readonly start: number; readonly end: number; readonly label: string | null }[],
): Answer[] {
  return turns.map(({ start, end, label }) => ({ start, end, respondent: `${surveyId} ${label ?? ""}` }));
}

/** Throws `not-found` until the round is revealed, for everybody: an agreement figure tells what a coder did. */
export function roundProject(db: Tx, actor: Member, roundId: string): RoundProject {
  const row = readableRound(db, actor, roundId);
  if (!row.revealedAt) throw notFound();
  const documents = db
    .select({
      id: document.id,
      name: document.name,
      revisionId: revision.id,
      length: revision.length,
      paragraphs: revision.paragraphs,
      sentences: revision.sentences,
      surveyId: surveyQuestion.surveyId,
    })
    .from(roundDocument)
    .innerJoin(document, eq(document.id, roundDocument.documentId))
    .innerJoin(revision, eq(revision.id, roundDocument.revisionId))
    .leftJoin(surveyQuestion, eq(surveyQuestion.documentId, document.id))
    .where(eq(roundDocument.roundId, roundId))
    .orderBy(roundDocument.position)
    .all();
  const sets = db
    .select({ id: codingSet.id, documentId: codingSet.documentId, coderId: codingSet.coderId, name: coder.name })
    .from(codingSet)
    .innerJoin(coder, eq(coder.id, codingSet.coderId))
    .where(and(eq(codingSet.roundId, roundId), eq(codingSet.kind, "coder")))
    .orderBy(asc(codingSet.coderId))
    .all();
  const codings = db
    .select({
      documentId: codingSet.documentId,
      coderId: codingSet.coderId,
      codeId: coding.codeId,
      start: coding.start,
      end: coding.end,
    })
    .from(coding)
    .innerJoin(codingSet, eq(codingSet.id, coding.setId))
    .where(and(eq(codingSet.roundId, roundId), eq(codingSet.kind, "coder"), isNull(coding.removedAt)))
    .orderBy(coding.start, coding.end, coding.id)
    .all();
  const coders = [
    ...new Map(sets.map((set) => [set.coderId ?? "", { id: set.coderId ?? "", name: set.name }])).values(),
  ];
  const codes = pinnedCodes(db, actor, row.codebookVersionId, row.id);
  const speakers = new Map(
    documents.map(({ id }) => [id, new Map(speakersOf(db, id).map(({ label, role }) => [label, role]))]),
  );
  const asked = (documentId: string, label: string | null) => {
    const role = label === null ? undefined : speakers.get(documentId)?.get(label);
    return role === "interviewer" || role === "moderator";
  };
  const turns = new Map(
    documents.map((each) => [
      each.id,
      db
        .select({ start: turn.start, end: turn.end, label: turn.label })
        .from(turn)
        .where(eq(turn.revisionId, each.revisionId))
        .orderBy(turn.number)
        .all(),
    ]),
  );
  const withTurns = (which: (documentId: string, label: string | null) => boolean) =>
    documents.map((each) => ({
      id: each.id,
      length: each.length,
      units: {
        turn: (turns.get(each.id) ?? []).filter(({ label }) => which(each.id, label)),
        paragraph: pairs(each.paragraphs),
        sentence: pairs(each.sentences),
      },
    }));
  const answers = new Map(
    documents.flatMap(({ id, surveyId }) =>
      surveyId === null ? [] : [[id, answersIn(surveyId, turns.get(id) ?? [])] as const],
    ),
  );
  return {
    answers,
    withoutInterviewers: withTurns((documentId, label) => !asked(documentId, label)),
    round: { id: row.id, name: row.name, number: row.number, openCodebook: row.openCodebook },
    coders,
    codes,
    documents,
    project: {
      documents: withTurns(() => true),
      codes: codes.map(({ id, parentId }) => ({ id, parentId })),
      coders: coders.map((each) => each.id),
      assignments: sets.map((set) => ({ documentId: set.documentId, coderId: set.coderId ?? "" })),
      codings: codings.map((each) => ({ ...each, coderId: each.coderId ?? "" })),
    },
  };
}
