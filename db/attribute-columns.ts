// The columns of a table of attributes: those that the team defined and, for documents, what every document has.
import { and, asc, eq, isNull } from "drizzle-orm";
import * as z from "zod";
import type { AttributeKind, Choice } from "@/lib/attributes/attribute-value";
import { DOCUMENT_COLUMNS, DOCUMENT_FIELDS } from "@/lib/attributes/document-columns";
import { notFound } from "@/lib/refusal";
import type { Tx } from "./connection";
import { idSchema } from "./id-schema";
import { ATTRIBUTE_OWNERS, attribute, survey } from "./schema";

/** Whose attributes: the participants', the documents', or the respondents' of one survey. */
export const scopeSchema = {
  owner: z.enum(ATTRIBUTE_OWNERS),
  surveyId: idSchema.optional(),
};

export interface AttributeScope {
  readonly owner: (typeof ATTRIBUTE_OWNERS)[number];
  readonly surveyId?: string | undefined;
}

export interface AttributeColumn {
  /** An attribute's id, or the name of what every document has. */
  readonly id: string;
  readonly name: string;
  readonly kind: AttributeKind;
  readonly choices: readonly Choice[] | null;
  /** 0 where it cannot be changed. */
  readonly version: number;
}

/** Throws `not-found` for a survey that the project does not have, and where documents are asked for by one. */
export function assertScope(tx: Tx, projectId: string, { owner, surveyId }: AttributeScope): void {
  if (surveyId === undefined) return;
  const row = tx
    .select({ id: survey.id })
    .from(survey)
    .where(and(eq(survey.id, surveyId), eq(survey.projectId, projectId), isNull(survey.removedAt)))
    .get();
  if (!row || owner !== "participant") throw notFound();
}

export function columnsOf(tx: Tx, projectId: string, { owner, surveyId }: AttributeScope): AttributeColumn[] {
  const builtIn =
    owner === "document" ? DOCUMENT_FIELDS.map((id) => ({ id, version: 0, ...DOCUMENT_COLUMNS[id] })) : [];
  const rows = tx
    .select({
      id: attribute.id,
      name: attribute.name,
      kind: attribute.kind,
      choices: attribute.choices,
      version: attribute.version,
    })
    .from(attribute)
    .where(
      and(
        eq(attribute.projectId, projectId),
        eq(attribute.owner, owner),
        surveyId === undefined ? isNull(attribute.surveyId) : eq(attribute.surveyId, surveyId),
        isNull(attribute.removedAt),
      ),
    )
    .orderBy(asc(attribute.position), asc(attribute.id))
    .all();
  return [...builtIn, ...rows];
}
