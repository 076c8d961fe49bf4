import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { drizzleOver, openReadOnly, type Sqlite } from "@/db/connection";
import { dataFolder } from "@/db/data-folder";
import { frozenSetHash } from "@/db/frozen-set";
import { Refusal } from "@/lib/refusal";
import { fileSha256, filesBelow } from "./backup-manifest";
import type { Command } from "./command";

/** `found` says in words what was looked at, or what is wrong. Never the words of a participant. */
export interface Finding {
  readonly check: string;
  readonly ok: boolean;
  readonly found: string;
}

const SPACE_NEEDED = 500 * 1024 * 1024;

function integrity(sqlite: Sqlite): Finding {
  const answer = sqlite.pragma("integrity_check(5)") as { integrity_check: string }[];
  const text = answer.map((row) => row.integrity_check).join("; ");
  return { check: "integrity", ok: text === "ok", found: text === "ok" ? "every page is sound" : text };
}

function references(sqlite: Sqlite): Finding {
  const broken = (sqlite.pragma("foreign_key_check") as unknown[]).length;
  return { check: "references", ok: broken === 0, found: `${broken} rows point at something that is not there` };
}

function journalMode(sqlite: Sqlite): Finding {
  const mode = String(sqlite.pragma("journal_mode", { simple: true }));
  return { check: "journal mode", ok: mode === "wal", found: mode };
}

/** Most single-byte damage inside a text leaves the database sound: only the stored hash tells. */
function revisions(sqlite: Sqlite): Finding {
  let seen = 0;
  const wrong: string[] = [];
  const rows = sqlite.prepare("select id, text, sha256, length from revision where sealed_text is null").iterate();
  for (const row of rows as IterableIterator<{ id: string; text: string; sha256: string; length: number }>) {
    seen++;
    const sha256 = createHash("sha256").update(row.text).digest("hex");
    if (sha256 !== row.sha256 || row.text.length !== row.length) wrong.push(row.id);
  }
  const found = wrong.length === 0 ? `${seen} texts match their hashes` : `texts changed: ${wrong.join(", ")}`;
  return { check: "texts", ok: wrong.length === 0, found };
}

function spans(sqlite: Sqlite): Finding {
  const { n } = sqlite
    .prepare(
      `select count(*) as n from coding join coding_set on coding_set.id = coding.set_id
       join revision on revision.id = coding_set.revision_id where coding.end > revision.length or coding.start < 0`,
    )
    .get() as { n: number };
  return { check: "spans", ok: n === 0, found: `${n} codings lie outside their text` };
}

function frozenSets(sqlite: Sqlite): Finding {
  const rows = sqlite.prepare("select id, frozen_sha256 as sha256 from coding_set where state = 'frozen'").all();
  const sets = rows as { id: string; sha256: string }[];
  const db = drizzleOver(sqlite);
  const wrong = sets.filter((set) => frozenSetHash(db, set.id) !== set.sha256).map((set) => set.id);
  const found =
    wrong.length === 0 ? `${sets.length} match their hashes` : `changed since the reveal: ${wrong.join(", ")}`;
  return { check: "frozen codings", ok: wrong.length === 0, found };
}

function originals(sqlite: Sqlite, folder: string): Finding {
  const stored = new Set(filesBelow(folder).map((name) => fileSha256(path.join(folder, name))));
  const rows = sqlite.prepare("select distinct sha256 from original where not sealed").all() as { sha256: string }[];
  // A sealed one says by itself, once it is opened, whether it was changed.
  const sealed = sqlite.prepare("select id from original where sealed").all() as { id: string }[];
  const missing =
    rows.filter((row) => !stored.has(row.sha256)).length +
    sealed.filter((row) => !fs.existsSync(path.join(folder, `${row.id}.sealed`))).length;
  return {
    check: "original files",
    ok: missing === 0,
    found:
      missing === 0
        ? `${rows.length + sealed.length} are there, unchanged`
        : `${missing} of ${rows.length + sealed.length} are missing or changed`,
  };
}

/** Their sizes alone: hours of sound are not read through for each look at the folder. A backup reads them. */
function recordings(sqlite: Sqlite, folder: string): Finding {
  const rows = sqlite.prepare("select id, bytes from recording where removed_at is null").all();
  const kept = rows as { id: string; bytes: number }[];
  const whole = ({ id, bytes }: { id: string; bytes: number }) =>
    fs.statSync(path.join(folder, id), { throwIfNoEntry: false })?.size === bytes;
  const missing = kept.filter((row) => !whole(row)).length;
  return {
    check: "recordings",
    ok: missing === 0,
    found:
      missing === 0
        ? `${kept.length} are there in their full size`
        : `${missing} of ${kept.length} are missing or cut short`,
  };
}

function modes(root: string): Finding {
  if (process.platform === "win32") return { check: "permissions", ok: true, found: "not checked on Windows" };
  const wrong: string[] = [];
  const look = (name: string, wanted: number) => {
    const file = path.join(root, name);
    if (fs.existsSync(file) && (fs.statSync(file).mode & 0o077) !== 0) {
      wrong.push(`${name || "the folder"} (should be ${wanted.toString(8)})`);
    }
  };
  for (const name of ["", "originals", "recordings", "backups", "staging", "keys"]) look(name, 0o700);
  for (const name of ["tandem.sqlite", ...filesBelow(root, "keys")]) look(name, 0o600);
  const found = wrong.length === 0 ? "readable by their owner alone" : `others may read: ${wrong.join(", ")}`;
  return { check: "permissions", ok: wrong.length === 0, found };
}

function space(root: string): Finding {
  const { bavail, bsize } = fs.statfsSync(root);
  const free = bavail * bsize;
  return { check: "free space", ok: free >= SPACE_NEEDED, found: `${Math.floor(free / 1e6)} MB` };
}

/** Looks at a data folder without changing anything in it; works beside a running server. */
export function examine(dataRoot: string): Finding[] {
  const folder = dataFolder(dataRoot);
  if (!fs.existsSync(folder.database)) throw new Refusal("no-data-here", 404, { folder: dataRoot });
  const sqlite = openReadOnly(folder.database);
  try {
    // Each check reads the file anew: where one page is damaged the others still tell what they find.
    const guarded = (check: string, look: () => Finding): Finding => {
      try {
        return look();
      } catch (error) {
        return { check, ok: false, found: error instanceof Error ? error.message : String(error) };
      }
    };
    return [
      guarded("integrity", () => integrity(sqlite)),
      guarded("references", () => references(sqlite)),
      guarded("journal mode", () => journalMode(sqlite)),
      guarded("texts", () => revisions(sqlite)),
      guarded("spans", () => spans(sqlite)),
      guarded("frozen codings", () => frozenSets(sqlite)),
      guarded("original files", () => originals(sqlite, folder.originals)),
      guarded("recordings", () => recordings(sqlite, folder.recordings)),
      guarded("permissions", () => modes(dataRoot)),
      guarded("free space", () => space(dataRoot)),
    ];
  } finally {
    sqlite.close();
  }
}

export const doctor: Command = {
  name: "doctor",
  summary: "Check the data folder: database, texts, original files, permissions, free space",
  usage: "",
  about: ["Changes nothing and works beside a running server. Exit code 1 when something is wrong."],
  async run(call) {
    const findings = examine(call.dataRoot);
    const ok = findings.every((finding) => finding.ok);
    return {
      json: { dataRoot: call.dataRoot, ok, findings },
      lines: findings.map((finding) => `${finding.ok ? "ok   " : "WRONG"} ${finding.check}: ${finding.found}`),
      failed: !ok,
    };
  },
};
