import fs from "node:fs";
import path from "node:path";
import { openReadOnly } from "@/db/connection";
import { dataFolder } from "@/db/data-folder";
import { figuresOf } from "@/db/migrate";
import { Refusal } from "@/lib/refusal";
import { type BackupManifest, DATABASE, fileSha256, filesBelow, MANIFEST, verifiedManifest } from "./backup-manifest";
import type { Command } from "./command";

/** Lays a verified copy of a data folder into `target`, which must not exist yet. Works beside a running server. */
export function makeBackup(dataRoot: string, target: string, now: string): BackupManifest {
  const folder = dataFolder(dataRoot);
  if (!fs.existsSync(folder.database)) throw new Refusal("no-data-here", 404, { folder: dataRoot });
  if (fs.existsSync(target)) throw new Refusal("backup-target-exists", 409, { folder: target });
  // Made under another name and renamed at the end: a folder with the name of a backup is a whole one.
  const making = `${target}.unfinished-${process.pid}`;
  fs.mkdirSync(making, { recursive: true, mode: 0o700 });
  try {
    const live = openReadOnly(folder.database);
    try {
      // One read transaction: a consistent point, whatever is written meanwhile. A copy of the live file would not be one.
      live.prepare("vacuum into ?").run(path.join(making, DATABASE));
    } finally {
      live.close();
    }
    for (const [name, from] of Object.entries({ originals: folder.originals, keys: folder.keys })) {
      if (fs.existsSync(from)) fs.cpSync(from, path.join(making, name), { recursive: true });
    }
    copyRecordings(folder.recordings, path.join(making, "recordings"));
    const copy = openReadOnly(path.join(making, DATABASE));
    const figures = figuresOf(copy);
    copy.close();
    const files = filesBelow(making).map((name) => {
      const file = path.join(making, name);
      fs.chmodSync(file, 0o600);
      return { path: name, bytes: fs.statSync(file).size, sha256: fileSha256(file) };
    });
    const manifest: BackupManifest = { tandemBackup: 1, madeAt: now, files, figures };
    fs.writeFileSync(path.join(making, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, {
      mode: 0o600,
      flush: true,
    });
    verifiedManifest(making);
    fs.renameSync(making, target);
    return manifest;
  } catch (error) {
    fs.rmSync(making, { recursive: true, force: true });
    throw error;
  }
}

/**
 * Recordings are large and are never written again once they have their name, so a copy on the same disk is a second
 * name of the same bytes. What is still being sent is left out.
 */
function copyRecordings(from: string, to: string): void {
  const names = fs.existsSync(from) ? fs.readdirSync(from).filter((name) => /^[0-9a-f]{32}$/.test(name)) : [];
  if (names.length > 0) fs.mkdirSync(to, { mode: 0o700 });
  for (const name of names) {
    const [source, target] = [path.join(from, name), path.join(to, name)];
    try {
      fs.linkSync(source, target);
    } catch {
      // Another disk, or one that knows no second names.
      fs.copyFileSync(source, target);
    }
  }
}

export const backup: Command = {
  name: "backup",
  summary: "Copy the data into a folder, verified by reopening it; works beside a running server",
  usage: "[FOLDER]",
  about: [
    "FOLDER must not exist yet. Without it the backup is laid into backups/ of the data folder.",
    "The copy holds the database, the original files, the recordings and the keys: keep it as safe as the data itself.",
  ],
  async run(call) {
    const now = new Date().toISOString();
    const name = `backup-${now.slice(0, 19).replaceAll(":", "-")}`;
    const target = path.resolve(call.positionals[0] ?? path.join(dataFolder(call.dataRoot).backups, name));
    const manifest = makeBackup(call.dataRoot, target, now);
    const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
    return {
      json: { folder: target, madeAt: now, files: manifest.files.length, bytes, rows: manifest.figures.rows },
      lines: [
        `Backed up ${manifest.files.length} files (${Math.ceil(bytes / 1e6)} MB) to ${target}, and read them back.`,
      ],
    };
  },
};
