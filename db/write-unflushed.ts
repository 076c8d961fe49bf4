// Writes that need not outlive a power cut yet: without a flush for each, which is most of what a small commit takes.
import type { Sqlite } from "./connection";

/** The next commit with the usual settings flushes the log, and with it everything that was written here before. */
export function writeUnflushed<T>(sqlite: Sqlite, write: () => T): T {
  const usual = Number(sqlite.pragma("synchronous", { simple: true }));
  sqlite.pragma(`synchronous = ${Math.min(usual, 1)}`);
  try {
    return write();
  } finally {
    sqlite.pragma(`synchronous = ${usual}`);
  }
}
