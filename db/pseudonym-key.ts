// The table of a project's pseudonyms under its passphrase: opened, sealed, and guarded against guessing.
import { eq } from "drizzle-orm";
import * as z from "zod";
import { nameFinder } from "@/lib/pseudonyms/find-names";
import { type NameTable, nameTableSchema } from "@/lib/pseudonyms/name-entry";
import { Refusal } from "@/lib/refusal";
import { countTry, forgetTries } from "./accounts/sign-in-throttle";
import type { Db } from "./connection";
import { pseudonymKey } from "./schema";
import { freshKey, freshSalt, keyOfPassphrase, openBytes, sealBytes } from "./sealed-bytes";

export const passphraseSchema = z
  .string()
  .min(10)
  .max(400)
  .refine((words) => words.normalize("NFKC").trim().length >= 10, "a passphrase has at least ten characters");

const keptSchema = nameTableSchema.extend({ dataKey: z.string().length(44) });

/** `dataKey` seals what the pseudonyms replaced, so that another passphrase asks for the table alone to be sealed anew. */
export interface OpenedKey {
  readonly table: NameTable;
  readonly dataKey: Buffer;
  readonly key: Buffer;
  readonly salt: Buffer;
  readonly version: number;
}

export function keyVersion(db: Pick<Db, "select">, projectId: string): number {
  const row = db
    .select({ version: pseudonymKey.version })
    .from(pseudonymKey)
    .where(eq(pseudonymKey.projectId, projectId))
    .get();
  return row?.version ?? 0;
}

function triesOf(projectId: string): string {
  return `pseudonyms:${projectId}`;
}

/**
 * Throws Refusal: `no-pseudonyms-yet`, `passphrase-wrong` (alike for every wrong one), `passphrase-wait` after five
 * wrong ones within a minute of each other, whoever of the project sent them.
 */
export async function openPseudonymKey(db: Db, projectId: string, passphrase: string): Promise<OpenedKey> {
  const row = db.select().from(pseudonymKey).where(eq(pseudonymKey.projectId, projectId)).get();
  if (!row) throw new Refusal("no-pseudonyms-yet", 409);
  countTry(db, triesOf(projectId), "passphrase-wait");
  const key = await keyOfPassphrase(passphrase, row.salt);
  const opened = openBytes(key, row.sealed, projectId);
  if (!opened) throw new Refusal("passphrase-wrong", 422);
  forgetTries(db, triesOf(projectId));
  const { dataKey, ...table } = keptSchema.parse(JSON.parse(opened.toString("utf8")));
  return { table, dataKey: Buffer.from(dataKey, "base64"), key, salt: row.salt, version: row.version };
}

/** A key for a passphrase that is new: the first of a project, or instead of `opened`. */
export async function newPseudonymKey(passphrase: string, opened?: OpenedKey): Promise<OpenedKey> {
  const salt = freshSalt();
  const key = await keyOfPassphrase(passphrase, salt);
  const table = opened?.table ?? { entries: [], endings: null, notNames: [] };
  return { table, dataKey: opened?.dataKey ?? freshKey(), key, salt, version: opened?.version ?? 0 };
}

export function sealTable(opened: OpenedKey, projectId: string, table: NameTable): Buffer {
  const kept = { ...table, dataKey: opened.dataKey.toString("base64") };
  return sealBytes(opened.key, Buffer.from(JSON.stringify(kept)), projectId);
}

/** What a sealed thing is about: neither can stand in the place of another. */
export function aboutRevision(projectId: string, revisionId: string): string {
  return `${projectId} revision ${revisionId}`;
}

export function aboutOriginal(projectId: string, originalId: string): string {
  return `${projectId} original ${originalId}`;
}

/** Throws a Refusal that names the row: a pseudonym that is a name would be replaced again, a name kept twice is unclear. */
export function assertTable({ entries, endings }: NameTable): void {
  const seen = new Set<string>();
  const find = nameFinder(entries, { endings });
  entries.forEach((entry, index) => {
    const row = index + 1;
    for (const name of new Set([entry.name, ...entry.forms])) {
      if (seen.has(name)) throw new Refusal("name-kept-twice", 422, { row });
      seen.add(name);
    }
    if (find(entry.pseudonym).length > 0) throw new Refusal("pseudonym-is-a-name", 422, { row });
    if (nameFinder([entry], { endings })(entry.name).length === 0) {
      throw new Refusal("name-has-no-letters", 422, { row });
    }
  });
}
