import { createHash } from "node:crypto";
import path from "node:path";
import Database from "better-sqlite3";

/** Sessions are prolonged by a visit, and attempts are counted: neither is the study's. */
const APART = new Set(["session", "rate_limit"]);

/** A hash of the rows of each table in a data folder, read beside the running server. */
export function tableDigests(dataRoot: string): Record<string, string> {
  const db = new Database(path.join(dataRoot, "tandem.sqlite"), { readonly: true, fileMustExist: true });
  try {
    const tables = db
      .prepare<[], { name: string }>("select name from sqlite_master where type = 'table' order by name")
      .all()
      .map((row) => row.name)
      .filter((name) => !APART.has(name));
    return Object.fromEntries(
      tables.map((name) => {
        const hash = createHash("sha256");
        for (const row of db.prepare(`select * from "${name}"`).raw().iterate()) hash.update(JSON.stringify(row));
        return [name, hash.digest("hex")];
      }),
    );
  } finally {
    db.close();
  }
}

/** Lets a test do what only time or a fault could: changes the data beside the running server. */
export function tamper(dataRoot: string, sql: string, ...values: unknown[]): void {
  const db = new Database(path.join(dataRoot, "tandem.sqlite"), { fileMustExist: true, timeout: 5000 });
  try {
    db.prepare(sql).run(...values);
  } finally {
    db.close();
  }
}
