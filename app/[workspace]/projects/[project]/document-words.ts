import type { ReadResult } from "@/db/reads";

export type OverviewDocument = ReadResult<"project-overview">["documents"][number];
export type DocumentKind = OverviewDocument["kind"];

export const KIND_OPTIONS: readonly { id: DocumentKind; label: string }[] = [
  { id: "interview", label: "Interview" },
  { id: "focus-group", label: "Focus group" },
  { id: "field-note", label: "Field note" },
  { id: "other", label: "Other text" },
];

export function kindWords(kind: DocumentKind): string {
  return KIND_OPTIONS.find((option) => option.id === kind)?.label ?? "Other text";
}

export function isDocumentKind(id: string): id is DocumentKind {
  return KIND_OPTIONS.some((option) => option.id === id);
}

const STATE_WORDS = { open: "To code", submitted: "Submitted", frozen: "Revealed" };

/** What the reader has to do with a document, in words; empty where it is nothing. */
export function ownStateWords(mine: OverviewDocument["mine"]): string {
  const [latest] = mine;
  if (!latest) return "";
  if (!latest.roundId) return "Begun, outside a round";
  return `${STATE_WORDS[latest.state]} in ${latest.round ?? "a round"}`;
}

/** The desk of a document, in the round that the reader has it in now. */
export function deskAddress(base: string, document: Pick<OverviewDocument, "id" | "mine">): string {
  const roundId = document.mine[0]?.roundId;
  return `${base}/documents/${document.id}${roundId ? `?round=${roundId}` : ""}`;
}

export function countWords(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`;
}
