import type { CodeIndex } from "@/lib/codebook/tree";
import type { DeskCoding } from "../saving/coding-store";
import { type DeskTurn, indexAt } from "../text/desk-turns";
import { turnName } from "./caret-words";
import { heardWords, pathWords } from "./desk-sentences";

/** More than this and a list is no longer listened to. */
const TOLD = 8;

/** Everything that lies at the caret or the selection, as a person hears it who asks. */
export function hereWords(
  text: string,
  turns: readonly DeskTurn[],
  index: CodeIndex,
  at: number,
  codings: readonly DeskCoding[],
  chosen: DeskCoding | null,
): string {
  const place = turnName(turns[indexAt(turns, at)]);
  if (codings.length === 0) return `${place}. Nothing is coded here.`;
  const told = codings.slice(0, TOLD).map((coding) => {
    const path = pathWords(index, coding.codeId);
    const more = [coding.id === chosen?.id ? "chosen" : "", coding.starred ? "starred" : "", coding.memo ? "memo" : ""];
    const notes = more.filter(Boolean).join(", ");
    return `${path}${notes ? ` (${notes})` : ""} on “${heardWords(text.slice(coding.start, coding.end))}”`;
  });
  const left = codings.length - told.length;
  const count = `${codings.length} ${codings.length === 1 ? "coding" : "codings"} here`;
  return `${place}. ${count}: ${told.join("; ")}${left > 0 ? `; and ${left} more` : ""}.`;
}
