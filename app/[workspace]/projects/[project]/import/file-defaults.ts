import type { FoundLabel, LabelDecision } from "@/lib/readers/read-result";
import type { DocumentKind } from "../document-words";

export const ACCEPTED_ENDINGS = [".docx", ".txt", ".md", ".vtt", ".srt"] as const;

/** A file's name as a document's: without its ending, with spaces where people type none. */
export function documentNameOf(fileName: string): string {
  const bare = fileName.replace(/\.[\p{L}\p{N}]{1,5}$/u, "");
  const words = bare
    .replace(/[_\s]+/g, " ")
    .replace(/(?<=\p{L})-(?=[\p{L}\p{N}])/gu, " ")
    .trim();
  const name = words === "" ? fileName : words;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

/** Who is taken for one person: same name, whatever its case. */
export function nameKey(decision: Pick<LabelDecision, "name" | "label">): string {
  return (decision.name.trim() || decision.label).toLowerCase();
}

/** Three who take part make a group, and so does a moderator. */
export function guessKind(decisions: readonly LabelDecision[]): DocumentKind {
  const speakers = decisions.filter((decision) => decision.treatment === "speaker");
  if (speakers.length === 0) return "other";
  if (speakers.some((decision) => decision.role === "moderator")) return "focus-group";
  const people = speakers.filter((decision) => decision.role === "participant" || decision.role === "unknown");
  return new Set(people.map(nameKey)).size > 2 ? "focus-group" : "interview";
}

export function proposalsOf(labels: readonly FoundLabel[]): LabelDecision[] {
  return labels.map((label) => label.proposal);
}

/** Decisions taken in one file, for the same labels of another; its other labels stay as they were decided. */
export function appliedTo(decisions: readonly LabelDecision[], from: readonly LabelDecision[]): LabelDecision[] {
  const taken = new Map(from.map((decision) => [decision.label, decision]));
  return decisions.map((decision) => taken.get(decision.label) ?? decision);
}
