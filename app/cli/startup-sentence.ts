import { Refusal } from "@/lib/refusal";
import { sentenceOf } from "../ui/sentences";

/** What stands in the way of a start, or of a command, as one sentence; the cause of a bug is kept for its finder. */
export function startupSentence(error: unknown): string {
  if (error instanceof Refusal) return sentenceOf(error.code, error.params);
  if (!(error instanceof Error)) return String(error);
  const code = (error as { code?: unknown }).code;
  if (code === "SQLITE_NOTADB" || code === "SQLITE_CORRUPT") {
    return "The database in the data folder is damaged. Nothing was changed; restore a backup (npm run tandem -- restore --help).";
  }
  return error.message;
}
