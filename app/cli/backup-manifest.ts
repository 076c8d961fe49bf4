import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import * as z from "zod";
import { openReadOnly } from "@/db/connection";
import { compareFigures, figuresOf } from "@/db/migrate";
import { Refusal } from "@/lib/refusal";

export const MANIFEST = "manifest.json";
export const DATABASE = "tandem.sqlite";

const manifestSchema = z.object({
  tandemBackup: z.literal(1),
  madeAt: z.string(),
  files: z.array(z.object({ path: z.string(), bytes: z.number(), sha256: z.string() })),
  figures: z.object({ rows: z.record(z.string(), z.number()), digests: z.record(z.string(), z.string()) }),
});
export type BackupManifest = z.output<typeof manifestSchema>;

export function fileSha256(file: string): string {
  const hash = createHash("sha256");
  const handle = fs.openSync(file, "r");
  try {
    const piece = new Uint8Array(1 << 20);
    for (let read = fs.readSync(handle, piece); read > 0; read = fs.readSync(handle, piece)) {
      hash.update(piece.subarray(0, read));
    }
  } finally {
    fs.closeSync(handle);
  }
  return hash.digest("hex");
}

/** Every file below `folder`, as paths relative to it with forward slashes, in order. */
export function filesBelow(folder: string, prefix = ""): string[] {
  if (!fs.existsSync(path.join(folder, prefix))) return [];
  const files: string[] = [];
  for (const entry of fs.readdirSync(path.join(folder, prefix), { withFileTypes: true })) {
    const name = prefix ? `${prefix}/${entry.name}` : entry.name;
    if (entry.isDirectory()) files.push(...filesBelow(folder, name));
    else if (entry.isFile()) files.push(name);
  }
  return files.sort();
}

function damaged(folder: string, what: string): Refusal {
  return new Refusal("backup-damaged", 422, { folder, what });
}

/** Opens the database of a backup and compares it with what the manifest says of it. */
export function verifyDatabase(folder: string, figures: BackupManifest["figures"]): void {
  const copy = openReadOnly(path.join(folder, DATABASE));
  try {
    if (copy.pragma("integrity_check", { simple: true }) !== "ok") throw damaged(folder, DATABASE);
    if ((copy.pragma("foreign_key_check") as unknown[]).length > 0) throw damaged(folder, DATABASE);
    compareFigures(figures, figuresOf(copy));
  } catch (cause) {
    if (cause instanceof Refusal) throw cause;
    const refusal = damaged(folder, DATABASE);
    refusal.cause = cause;
    throw refusal;
  } finally {
    copy.close();
  }
}

/** Reads the manifest and checks that every file it names is there, unchanged. Throws Refusal otherwise. */
export function verifiedManifest(folder: string): BackupManifest {
  let manifest: BackupManifest;
  try {
    manifest = manifestSchema.parse(JSON.parse(fs.readFileSync(path.join(folder, MANIFEST), "utf8")));
  } catch (cause) {
    const refusal = new Refusal("not-a-backup", 422, { folder });
    refusal.cause = cause;
    throw refusal;
  }
  for (const entry of manifest.files) {
    // A manifest is a file that somebody may have made: it must not reach outside its own folder.
    const file = path.resolve(folder, entry.path);
    if (!file.startsWith(path.resolve(folder) + path.sep)) throw damaged(folder, entry.path);
    if (!fs.existsSync(file) || fs.statSync(file).size !== entry.bytes || fileSha256(file) !== entry.sha256) {
      throw damaged(folder, entry.path);
    }
  }
  if (!manifest.files.some((entry) => entry.path === DATABASE)) throw damaged(folder, DATABASE);
  verifyDatabase(folder, manifest.figures);
  return manifest;
}
