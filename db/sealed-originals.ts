// The files as they came, sealed: written before the act that says so, their plain bytes removed after it.
import fs from "node:fs";
import path from "node:path";
import { and, eq } from "drizzle-orm";
import type { Db, Tx } from "./connection";
import type { DataFolder } from "./data-folder";
import { aboutOriginal } from "./pseudonym-key";
import { original } from "./schema";
import { openBytes, sealBytes } from "./sealed-bytes";

const SEALED = ".sealed";

export function sealedOriginalPath(folder: DataFolder, originalId: string): string {
  return path.join(folder.originals, `${originalId}${SEALED}`);
}

export interface OriginalToSeal {
  readonly originalId: string;
  readonly projectId: string;
  readonly plainPath: string;
}

/** Lays the sealed bytes beside the plain ones: whole, flushed, then named. Nothing says yet that they count. */
export async function sealOriginal(folder: DataFolder, dataKey: Buffer, sealing: OriginalToSeal): Promise<void> {
  const { originalId, projectId, plainPath } = sealing;
  const bytes = await fs.promises.readFile(plainPath);
  const target = sealedOriginalPath(folder, originalId);
  const partial = `${target}.partial`;
  await fs.promises.writeFile(partial, sealBytes(dataKey, bytes, aboutOriginal(projectId, originalId)), {
    mode: 0o600,
    flush: true,
  });
  await fs.promises.rename(partial, target);
  const dir = await fs.promises.open(folder.originals, "r");
  try {
    await dir.sync();
  } finally {
    await dir.close();
  }
}

/** Null where the bytes are not there, were changed, or are under another key. */
export function openOriginal(
  folder: DataFolder,
  dataKey: Buffer,
  projectId: string,
  originalId: string,
): Buffer | null {
  const file = sealedOriginalPath(folder, originalId);
  if (!fs.existsSync(file)) return null;
  return openBytes(dataKey, fs.readFileSync(file), aboutOriginal(projectId, originalId));
}

/** Plain bytes that only sealed documents came from. Others may have come from the same file: then they stay. */
export function removePlainOriginals(folder: DataFolder, db: Db | Tx): void {
  const sealed = db.select({ sha256: original.sha256 }).from(original).where(eq(original.sealed, true)).all();
  for (const sha256 of new Set(sealed.map((row) => row.sha256))) {
    const isPlain = db
      .select({ id: original.id })
      .from(original)
      .where(and(eq(original.sha256, sha256), eq(original.sealed, false)))
      .get();
    if (!isPlain) fs.rmSync(path.join(folder.originals, sha256), { force: true });
  }
}

/** At the start, when nobody is sealing: plain bytes that a crash left behind, and sealed ones that no act confirmed. */
export function sweepOriginals(folder: DataFolder, db: Db): void {
  removePlainOriginals(folder, db);
  const sealed = new Set(
    db
      .select({ id: original.id })
      .from(original)
      .where(eq(original.sealed, true))
      .all()
      .map((row) => row.id),
  );
  for (const name of fs.readdirSync(folder.originals)) {
    const isUnfinished = name.endsWith(`${SEALED}.partial`);
    const isUnconfirmed = name.endsWith(SEALED) && !sealed.has(name.slice(0, -SEALED.length));
    if (isUnfinished || isUnconfirmed) fs.rmSync(path.join(folder.originals, name), { force: true });
  }
}
