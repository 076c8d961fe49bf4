import type { ReadResult } from "@/db/reads";
import { type BatchFile, isTranscript } from "./batch";
import { type Decision, nameKey, peopleOf, sameDecision } from "./decision";

export type KnownPeople = ReadResult<"participants">["participants"];

/** Labels of this file that other files of the batch have too, but where something else was decided about them. */
export function labelsElsewhere(files: readonly BatchFile[], key: string): string[] {
  const here = files.find((file) => file.key === key);
  if (!here) return [];
  const others = files.filter((file) => file !== here && file.status === "ready").flatMap((file) => file.decisions);
  return here.decisions
    .filter((decision) => others.some((other) => other.label === decision.label && !sameDecision(other, decision)))
    .map((decision) => decision.label);
}

/** Where else the person of that name speaks: in the project already, or in other files of the batch. */
export function alsoSpeaksIn(
  files: readonly BatchFile[],
  key: string,
  decision: Decision,
  known: readonly { readonly name: string; readonly documents: readonly { readonly name: string }[] }[],
): string[] {
  const name = nameKey(decision);
  const inProject = known.filter((one) => one.name.toLowerCase() === name).flatMap((one) => one.documents);
  const inBatch = files.filter(
    (file) =>
      file.key !== key &&
      file.status === "ready" &&
      file.decisions.flatMap(peopleOf).some((other) => other.name.toLowerCase() === name),
  );
  return [...inProject.map((document) => document.name), ...inBatch.map((file) => file.name)];
}

export interface NameChoice {
  readonly name: string;
  /** Somebody who is in the project; without it, a name of this batch alone. */
  readonly participantId?: string;
}

/** Whom a label can be made: those of the project, and those who are named in the batch. */
export function nameChoices(
  files: readonly BatchFile[],
  known: readonly { readonly id: string; readonly name: string }[],
): { inProject: NameChoice[]; inBatch: NameChoice[] } {
  const inProject = known.map(({ id, name }) => ({ name, participantId: id }));
  const taken = new Set(known.map((one) => one.name.toLowerCase()));
  const here = new Map(
    files
      .filter((file) => isTranscript(file) && file.status === "ready")
      .flatMap((file) => file.decisions.flatMap(peopleOf))
      .filter(({ name }) => !taken.has(name.toLowerCase()))
      .map(({ name }) => [name.toLowerCase(), name]),
  );
  return {
    inProject: inProject.sort(byName),
    inBatch: [...here.values()].map((name) => ({ name })).sort(byName),
  };
}

function byName(a: NameChoice, b: NameChoice): number {
  return a.name.localeCompare(b.name, "en", { numeric: true });
}
