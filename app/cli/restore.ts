import fs from "node:fs";
import path from "node:path";
import { openConnection } from "@/db/connection";
import { dataFolder, lockDataFolder, makeDataFolder } from "@/db/data-folder";
import { MANIFEST, verifiedManifest } from "./backup-manifest";
import { type Command, onePositional } from "./command";

const MOVED = ["tandem.sqlite", "tandem.sqlite-wal", "tandem.sqlite-shm", "originals", "recordings", "keys", "staging"];

/** Puts a verified backup in the place of the data; what was there is moved aside, never deleted. Returns where to. */
export function restoreBackup(dataRoot: string, backupFolder: string, now: string): { aside: string | null } {
  const manifest = verifiedManifest(backupFolder);
  const folder = dataFolder(dataRoot);
  makeDataFolder(folder);
  // Throws when a server runs: it would go on writing into the file that was moved away.
  const lock = lockDataFolder(folder);
  const stamp = now.slice(0, 19).replaceAll(":", "-");
  const incoming = path.join(dataRoot, `restoring-${stamp}`);
  const aside = path.join(dataRoot, "backups", `before-restore-${stamp}`);
  try {
    fs.mkdirSync(incoming, { mode: 0o700 });
    for (const entry of manifest.files) {
      const target = path.join(incoming, entry.path);
      fs.mkdirSync(path.dirname(target), { recursive: true, mode: 0o700 });
      fs.copyFileSync(path.join(backupFolder, entry.path), target);
      fs.chmodSync(target, 0o600);
    }
    fs.copyFileSync(path.join(backupFolder, MANIFEST), path.join(incoming, MANIFEST));
    verifiedManifest(incoming);
    fs.rmSync(path.join(incoming, MANIFEST));
    // A copy that SQLite wrote is not in WAL mode; opening it for writing puts it there.
    openConnection(dataFolder(incoming).database).close();
    const there = MOVED.filter((name) => fs.existsSync(path.join(dataRoot, name)));
    const hadData = fs.existsSync(folder.database);
    fs.mkdirSync(aside, { recursive: true, mode: 0o700 });
    for (const name of there) fs.renameSync(path.join(dataRoot, name), path.join(aside, name));
    for (const name of fs.readdirSync(incoming)) fs.renameSync(path.join(incoming, name), path.join(dataRoot, name));
    makeDataFolder(folder);
    if (hadData) return { aside };
    fs.rmSync(aside, { recursive: true, force: true });
    return { aside: null };
  } finally {
    fs.rmSync(incoming, { recursive: true, force: true });
    lock.release();
  }
}

export const restore: Command = {
  name: "restore",
  summary: "Put a backup in the place of the data; what was there is moved aside",
  usage: "BACKUP",
  about: [
    "BACKUP is a folder that `tandem backup` made. Stop the server first.",
    "Every file is checked against the manifest before anything is touched.",
  ],
  async run(call) {
    const from = path.resolve(onePositional(call, "backup folder"));
    const { aside } = restoreBackup(call.dataRoot, from, new Date().toISOString());
    const kept = aside ? ` What was there before lies in ${aside}.` : "";
    return {
      json: { restored: from, dataRoot: call.dataRoot, aside },
      lines: [`Restored ${from} into ${call.dataRoot}.${kept}`],
    };
  },
};
