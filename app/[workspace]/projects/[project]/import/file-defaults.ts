import type { FoundLabel } from "@/lib/readers/read-result";
import type { DocumentKind } from "../document-words";
import { type Decision, peopleOf } from "./decision";

/** What the file chooser offers; what is dropped is read whatever it is called. */
export const ACCEPTED_ENDINGS = [
  ...[".docx", ".docm", ".doc", ".odt", ".rtf", ".pdf", ".html", ".htm", ".txt", ".md", ".vtt", ".srt", ".json"],
  ...[".csv", ".tsv", ".xlsx", ".zip"],
] as const;

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

/** The day of the talk where the file's name says it, as ISO; "" where it says none, or none that can be. */
export function dateOf(fileName: string): string {
  const found = /(?<!\d)((?:19|20)\d\d)([-_. ]?)(\d\d)\2(\d\d)(?!\d)/.exec(fileName);
  if (!found) return "";
  const date = `${found[1]}-${found[3]}-${found[4]}`;
  return isDate(date) ? date : "";
}

export function isDate(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Three who take part make a group, and so does a moderator. */
export function guessKind(decisions: readonly Decision[]): DocumentKind {
  const speakers = decisions.flatMap(peopleOf);
  if (speakers.length === 0) return "other";
  if (speakers.some(({ role }) => role === "moderator")) return "focus-group";
  const people = speakers.filter(({ role }) => role === "participant" || role === "unknown");
  return new Set(people.map(({ name }) => name.toLowerCase())).size > 2 ? "focus-group" : "interview";
}

export function proposalsOf(labels: readonly FoundLabel[]): Decision[] {
  return labels.map((label) => label.proposal);
}
