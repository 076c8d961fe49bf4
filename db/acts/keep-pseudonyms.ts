// Keep the table of pseudonyms: seals it under its passphrase, the first time or in place of the one before.
import * as z from "zod";
import { nameTableSchema } from "@/lib/pseudonyms/name-entry";
import { Refusal } from "@/lib/refusal";
import { idSchema } from "../id-schema";
import {
  assertTable,
  keyVersion,
  newPseudonymKey,
  openPseudonymKey,
  passphraseSchema,
  sealTable,
} from "../pseudonym-key";
import { pseudonymKey } from "../schema";
import { projectAct } from "./act";

interface Sealed {
  readonly salt: Buffer;
  readonly sealed: Buffer;
}

export const keepPseudonyms = projectAct({
  name: "keep-pseudonyms",
  summary: "Seals the table of names and pseudonyms under its passphrase, or under another one.",
  who: ["lead"],
  input: z.object({
    projectId: idSchema,
    passphrase: passphraseSchema,
    /** In place of the passphrase that was. */
    newPassphrase: passphraseSchema.optional(),
    table: nameTableSchema,
    /** Of the table that this one follows; 0 where there is none yet. */
    version: z.int().nonnegative(),
  }),
  secret: ["passphrase", "newPassphrase", "table"],
  async prepare(
    { projectId, passphrase, newPassphrase, table, version },
    _folder,
    _actor,
    _tools,
    db,
  ): Promise<Sealed> {
    assertTable(table);
    if (keyVersion(db, projectId) !== version) throw new Refusal("changed-meanwhile", 409);
    const opened =
      version === 0 ? await newPseudonymKey(passphrase) : await openPseudonymKey(db, projectId, passphrase);
    const next = newPassphrase === undefined ? opened : await newPseudonymKey(newPassphrase, opened);
    return { salt: next.salt, sealed: sealTable(next, projectId, table) };
  },
  run(tx, actor, input, { now, prepared }) {
    const { projectId } = actor;
    if (keyVersion(tx, projectId) !== input.version) throw new Refusal("changed-meanwhile", 409);
    const version = input.version + 1;
    const { salt, sealed } = prepared;
    tx.insert(pseudonymKey)
      .values({ projectId, salt, sealed, updatedAt: now, version })
      .onConflictDoUpdate({ target: pseudonymKey.projectId, set: { salt, sealed, updatedAt: now, version } })
      .run();
    return {
      result: { version },
      final: "the table is sealed, and the one before is not kept",
      trace: { projectId, version },
    };
  },
});
