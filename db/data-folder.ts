// The data folder of one workspace: where each thing lies in it, and the lock that lets one process write.
import fs from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { Refusal } from "@/lib/refusal";

export interface DataFolder {
  readonly root: string;
  readonly database: string;
  readonly originals: string;
  readonly recordings: string;
  readonly backups: string;
  readonly staging: string;
  readonly keys: string;
}

export function dataFolder(root: string): DataFolder {
  return {
    root,
    database: path.join(root, "tandem.sqlite"),
    originals: path.join(root, "originals"),
    recordings: path.join(root, "recordings"),
    backups: path.join(root, "backups"),
    staging: path.join(root, "staging"),
    keys: path.join(root, "keys"),
  };
}

/** Makes the folders, readable by their owner alone. Throws a Refusal that names the folder when it cannot. */
export function makeDataFolder(folder: DataFolder): void {
  try {
    const { originals, recordings, backups, staging, keys } = folder;
    for (const dir of [folder.root, originals, recordings, backups, staging, keys]) {
      fs.mkdirSync(dir, { recursive: true, mode: 0o700 });
    }
    const probe = path.join(folder.root, `.probe-${process.pid}`);
    fs.writeFileSync(probe, "", { mode: 0o600 });
    fs.unlinkSync(probe);
  } catch (cause) {
    const refusal = new Refusal("data-folder-not-writable", 503, { folder: folder.root });
    refusal.cause = cause;
    throw refusal;
  }
}

/**
 * Makes the file, readable by its owner alone, before SQLite does with whatever the umask allows; its -wal and -shm
 * files take the same mode. A file that is there is not opened: closing it would end the locks of this process on it.
 */
export function makePrivateFile(file: string): void {
  if (fs.existsSync(file)) fs.chmodSync(file, 0o600);
  else fs.writeFileSync(file, "", { mode: 0o600, flag: "wx" });
}

export interface FolderLock {
  release(): void;
}

/**
 * Takes the folder for this process, or throws the Refusal `data-folder-in-use`. The lock is one that the operating
 * system holds on a file of its own, so it ends with the process, however that ends.
 */
export function lockDataFolder(folder: DataFolder): FolderLock {
  const file = path.join(folder.root, "lock.sqlite");
  makePrivateFile(file);
  const lock = new Database(file, { timeout: 0 });
  try {
    lock.pragma("journal_mode = delete");
    lock.exec("begin exclusive");
  } catch (cause) {
    lock.close();
    const refusal = new Refusal("data-folder-in-use", 503, { folder: folder.root });
    refusal.cause = cause;
    throw refusal;
  }
  return {
    release() {
      if (lock.open) lock.close();
    },
  };
}

/** A secret of the folder, made at its first use; 256 bits as hexadecimal, readable by the owner alone. */
export function folderSecret(folder: DataFolder, name: string, make: () => string): string {
  const file = path.join(folder.keys, name);
  if (fs.existsSync(file)) return fs.readFileSync(file, "utf8").trim();
  const secret = make();
  fs.writeFileSync(file, `${secret}\n`, { mode: 0o600, flag: "wx" });
  return secret;
}
