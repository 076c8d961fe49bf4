// A survey on its way in: its rows are stored hidden, a little at a time between other people's requests.
import { setImmediate } from "node:timers/promises";
import { and, eq, max } from "drizzle-orm";
import { notFound, Refusal } from "@/lib/refusal";
import type { Member } from "./actor";
import { assertNewId } from "./acts/assert-new-id";
import { insertDocument } from "./acts/confirm-import";
import type { Db, Tx } from "./connection";
import { newId } from "./new-id";
import type { SealedImport } from "./pseudonymise-import";
import { ARRIVING, attribute, document, survey, surveyQuestion } from "./schema";
import type { StagedMeta } from "./staged-import";
import type { SurveyLayout } from "./survey-layout";
import { type PreparedQuestion, type SurveyHead, type SurveyPiece, surveyLines } from "./survey-pieces";
import { writeUnflushed } from "./write-unflushed";

export interface ArrivingSurvey {
  readonly surveyId: string;
  readonly name: string;
  readonly stageId: string;
  readonly meta: StagedMeta;
  /** For each document, where its names are replaced; null where they are not. */
  readonly sealedCopy: (() => Promise<SealedImport>) | null;
  readonly layout: (head: SurveyHead) => SurveyLayout;
  /** What a column's document or attribute is called, and its id where whoever asked made one. */
  readonly asked: (
    column: string,
    head: SurveyHead,
  ) => { name: string; documentId?: string | undefined; attributeId?: string | undefined };
}

export interface ArrivedSurvey {
  readonly surveyId: string;
  readonly head: SurveyHead;
  readonly documents: readonly { readonly documentId: string; readonly revisionId: string }[];
  readonly attributeIds: readonly string[];
}

/**
 * Stores the pieces, each in a transaction of its own, marked so that nobody sees them. What was stored stays when it
 * throws: `takeBackSurvey` takes it out again.
 */
export async function layInSurvey(
  db: Db,
  actor: Member,
  arriving: ArrivingSurvey,
  path: string,
): Promise<ArrivedSurvey> {
  let store: PieceStore | null = null;
  for await (const line of surveyLines(path)) {
    // Written by this program's own child.
    if (store) await store.add(JSON.parse(line) as SurveyPiece);
    else store = PieceStore.begin(db, actor, arriving, JSON.parse(line) as SurveyHead);
    await setImmediate();
  }
  if (!store) throw new RangeError("a survey's pieces have no head");
  return store.arrived;
}

class PieceStore {
  private readonly ids: string[];
  private readonly idOf = new Map<string, string>();
  private readonly documents: { documentId: string; revisionId: string }[] = [];
  private readonly statements: ReturnType<typeof statementsOf>;

  private constructor(
    private readonly db: Db,
    private readonly actor: Member,
    private readonly arriving: ArrivingSurvey,
    private readonly head: SurveyHead,
    private readonly attributeIds: readonly string[],
  ) {
    this.statements = statementsOf(db);
    // Rising ids keep the rows that hang on them together on the disk.
    this.ids = Array.from({ length: head.respondents }, newId).sort();
  }

  static begin(db: Db, actor: Member, arriving: ArrivingSurvey, head: SurveyHead): PieceStore {
    if (head.respondents === 0) throw new Refusal("survey-no-rows", 422);
    const attributeIds = db.transaction(
      (tx) => {
        insertSurvey(tx, actor, arriving, head);
        return head.attributes.map((each) => {
          const { name, attributeId: id = newId() } = arriving.asked(each.column, head);
          assertNewId(tx, attribute, id);
          insertAttribute(tx, actor, { id, name, surveyId: arriving.surveyId, attribute: each });
          tx.update(attribute).set({ removedAt: ARRIVING }).where(eq(attribute.id, id)).run();
          return id;
        });
      },
      { behavior: "immediate" },
    );
    return new PieceStore(db, actor, arriving, head, attributeIds);
  }

  get arrived(): ArrivedSurvey {
    const { head, documents, attributeIds } = this;
    return { surveyId: this.arriving.surveyId, head, documents, attributeIds };
  }

  async add(piece: SurveyPiece): Promise<void> {
    const sealed = piece.kind === "question" ? await this.arriving.sealedCopy?.() : undefined;
    const store = (tx: Tx) => {
      if (piece.kind === "respondents") this.addRespondents(piece.names);
      else if (piece.kind === "question") this.addQuestion(tx, piece.question, sealed);
      else if (piece.kind === "turns") this.addTurns(piece.from, piece.turns);
      else this.addValues(piece.values);
    };
    // Nobody counts on it before the act, whose own commit is flushed.
    writeUnflushed(this.db.$client, () => this.db.transaction(store, { behavior: "immediate" }));
  }

  private addRespondents(names: readonly string[]): void {
    for (const name of names) {
      const id = this.ids[this.idOf.size] ?? newId();
      this.idOf.set(name, id);
      this.statements.respondent.run(id, this.actor.projectId, name, this.arriving.surveyId);
    }
  }

  private addQuestion(tx: Tx, question: PreparedQuestion, sealed: SealedImport | undefined): void {
    const { surveyId, meta, stageId, asked } = this.arriving;
    const { name, documentId = newId() } = asked(question.column, this.head);
    const now = new Date().toISOString();
    const made = { documentId, name, surveyId, meta, stageId, question, sealed };
    const revisionId = insertQuestion(tx, this.actor, made, now, newId);
    tx.update(document).set({ removedAt: ARRIVING }).where(eq(document.id, documentId)).run();
    this.documents.push({ documentId, revisionId });
  }

  private addTurns(from: number, turns: Extract<SurveyPiece, { kind: "turns" }>["turns"]): void {
    const of = this.documents.at(-1);
    if (!of) throw new RangeError("turns came before their question");
    for (const [i, [start, end, label]] of turns.entries()) {
      this.statements.turn.run(of.revisionId, from + i, start, end, label);
      const respondentId = this.idOf.get(label);
      if (respondentId !== undefined) this.statements.label.run(of.documentId, label, respondentId);
    }
  }

  private addValues(values: Extract<SurveyPiece, { kind: "values" }>["values"]): void {
    for (const [attributeAt, respondentAt, value] of values) {
      this.statements.value.run(this.attributeIds[attributeAt], this.ids[respondentAt], value);
    }
  }
}

/** Compiled once for all the rows, of which there may be millions. */
function statementsOf({ $client: sqlite }: Db) {
  return {
    respondent: sqlite.prepare(
      "insert into participant (id, project_id, name, role, survey_id) values (?, ?, ?, 'participant', ?)",
    ),
    turn: sqlite.prepare(`insert into turn (revision_id, number, start, "end", label) values (?, ?, ?, ?, ?)`),
    label: sqlite.prepare("insert into speaker_label (document_id, label, participant_id) values (?, ?, ?)"),
    value: sqlite.prepare("insert into attribute_value (attribute_id, owner_id, value) values (?, ?, ?)"),
  };
}

function insertSurvey(tx: Tx, actor: Member, { surveyId, name, layout }: ArrivingSurvey, head: SurveyHead): void {
  assertNewId(tx, survey, surveyId);
  tx.insert(survey)
    .values({
      id: surveyId,
      projectId: actor.projectId,
      name,
      layout: layout(head),
      addedAt: new Date().toISOString(),
      addedBy: actor.userId,
      removedAt: ARRIVING,
    })
    .run();
}

/** A document with one question's answers. Returns its revision. */
export function insertQuestion(
  tx: Tx,
  actor: Member,
  made: {
    readonly documentId: string;
    readonly name: string;
    readonly surveyId: string;
    readonly stageId: string;
    readonly meta: StagedMeta;
    readonly question: PreparedQuestion;
    readonly sealed: SealedImport | undefined;
  },
  now: string,
  nextId: () => string,
): string {
  const { documentId, name, question, meta, surveyId, stageId, sealed } = made;
  const input = { stageId, documentId, name, kind: "other" as const, decisions: [] };
  const { transcript, sha256, words } = question;
  const from = { meta, format: meta.format ?? "csv", encoding: meta.encoding };
  const prepared = { transcript, sha256, words, ...from, ...(sealed ? { sealed } : {}) };
  const revisionId = insertDocument(tx, actor, input, prepared, now, nextId);
  tx.insert(surveyQuestion)
    .values({ documentId, surveyId, column: question.column, question: question.question })
    .run();
  return revisionId;
}

/** An attribute of the respondents, without their values. */
export function insertAttribute(
  tx: Tx,
  actor: Member,
  made: {
    readonly id: string;
    readonly name: string;
    readonly surveyId: string;
    readonly attribute: SurveyHead["attributes"][number];
  },
): void {
  const { kind, choices, column } = made.attribute;
  const last = tx
    .select({ n: max(attribute.position) })
    .from(attribute)
    .where(and(eq(attribute.projectId, actor.projectId), eq(attribute.owner, "participant")))
    .get();
  tx.insert(attribute)
    .values({
      id: made.id,
      projectId: actor.projectId,
      owner: "participant",
      name: made.name,
      kind,
      choices: kind === "choice" ? choices.map((value) => ({ value, label: value })) : null,
      position: (last?.n ?? -1) + 1,
      surveyId: made.surveyId,
      column,
    })
    .run();
}

/** From here on everybody sees it. Throws `not-found` when its rows are no longer there. */
export function showSurvey(tx: Tx, { surveyId, documents, attributeIds }: ArrivedSurvey, now: string): void {
  const marked = and(eq(survey.id, surveyId), eq(survey.removedAt, ARRIVING));
  if (tx.update(survey).set({ removedAt: null, addedAt: now }).where(marked).run().changes !== 1) throw notFound();
  for (const { documentId } of documents) {
    tx.update(document).set({ removedAt: null, addedAt: now }).where(eq(document.id, documentId)).run();
  }
  for (const id of attributeIds) tx.update(attribute).set({ removedAt: null }).where(eq(attribute.id, id)).run();
}
