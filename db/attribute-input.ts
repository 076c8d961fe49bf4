// What the acts on attributes take: a name, a kind, what can be chosen; and the checks that several of them share.
import { and, eq, isNull, ne } from "drizzle-orm";
import * as z from "zod";
import { type Choice, LONGEST_VALUE, readAttributeValue, type ValueKind } from "@/lib/attributes/attribute-value";
import { isReservedHeading } from "@/lib/attributes/document-columns";
import { notFound, Refusal } from "@/lib/refusal";
import type { AttributeScope } from "./attribute-columns";
import type { Tx } from "./connection";
import { nameSchema } from "./id-schema";
import { ATTRIBUTE_KINDS, attribute, attributeValue } from "./schema";

const MOST_CHOICES = 200;

const choiceSchema = z.object({ value: z.string().trim().min(1).max(200), label: nameSchema });

export const attributeSchema = {
  name: nameSchema,
  kind: z.enum(ATTRIBUTE_KINDS),
  /** For the kind "choice", in order; without them, where the kind changes, what is recorded now. */
  choices: z.array(choiceSchema).max(MOST_CHOICES).optional(),
};

export const valueSchema = z.string().max(LONGEST_VALUE * 2);

export type AttributeRow = typeof attribute.$inferSelect;

export function attributeRow(tx: Tx, projectId: string, attributeId: string, removed = false): AttributeRow {
  const row = tx
    .select()
    .from(attribute)
    .where(and(eq(attribute.id, attributeId), eq(attribute.projectId, projectId)))
    .get();
  if (!row || (row.removedAt !== null) !== removed) throw notFound();
  return row;
}

/** One table, one heading: files are matched by them. */
export function assertFreeHeading(tx: Tx, projectId: string, scope: AttributeScope, name: string, exceptId = ""): void {
  const same = tx
    .select({ name: attribute.name })
    .from(attribute)
    .where(
      and(
        eq(attribute.projectId, projectId),
        eq(attribute.owner, scope.owner),
        scope.surveyId === undefined ? isNull(attribute.surveyId) : eq(attribute.surveyId, scope.surveyId),
        isNull(attribute.removedAt),
        ne(attribute.id, exceptId),
      ),
    )
    .all();
  const taken = same.some((each) => each.name.toLowerCase() === name.toLowerCase());
  if (taken || isReservedHeading(scope.owner, name)) throw new Refusal("attribute-name-taken", 409, { name });
}

/** Each value once, each label once. Null for what is no choice. */
export function checkedChoices(
  kind: ValueKind["kind"],
  choices: readonly Choice[] | undefined,
): readonly Choice[] | null {
  if (kind !== "choice") return null;
  const given = choices ?? [];
  for (const field of ["value", "label"] as const) {
    const repeated = given.find((each, i) => given.findIndex((other) => other[field] === each[field]) !== i);
    if (repeated) throw new Refusal("choice-twice", 422, { choice: repeated[field] });
  }
  return given;
}

function recordedValues(tx: Tx, attributeId: string): string[] {
  return tx
    .selectDistinct({ value: attributeValue.value })
    .from(attributeValue)
    .where(eq(attributeValue.attributeId, attributeId))
    .all()
    .map(({ value }) => value);
}

/** What is recorded becomes what can be chosen, in the order of the words. */
export function choicesOfValues(tx: Tx, attributeId: string): Choice[] {
  const values = recordedValues(tx, attributeId);
  if (values.length > MOST_CHOICES)
    throw new Refusal("too-many-choices", 409, { count: values.length, most: MOST_CHOICES });
  return values.toSorted(new Intl.Collator("en", { numeric: true }).compare).map((value) => ({ value, label: value }));
}

/** Throws Refusal `values-do-not-fit` with how many: a change of the kind loses nothing that is recorded. */
export function assertValuesFit(tx: Tx, attributeId: string, column: ValueKind): void {
  const fits = (value: string) => {
    const read = readAttributeValue(column, value);
    return "value" in read && read.value === value;
  };
  const count = recordedValues(tx, attributeId).filter((value) => !fits(value)).length;
  if (count > 0) throw new Refusal("values-do-not-fit", 409, { count, kind: column.kind });
}
