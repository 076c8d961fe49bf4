import type { ImportPreview } from "@/app/api/imports/import-preview";
import type { LabelDecision } from "@/lib/readers/read-result";
import type { DocumentKind } from "../document-words";
import { appliedTo, documentNameOf, guessKind, nameKey, proposalsOf } from "./file-defaults";

export type FileStatus = "waiting" | "sending" | "reading" | "ready" | "failed";

/** One file of the batch, from its choosing to its confirmation. */
export interface BatchFile {
  readonly key: string;
  /** The id that its document will have: the same however often the confirmation is sent. */
  readonly documentId: string;
  readonly file: File;
  readonly status: FileStatus;
  /** The share that has been sent, 0 to 1. */
  readonly share: number;
  readonly problem: string | null;
  readonly preview: ImportPreview | null;
  readonly name: string;
  readonly kind: DocumentKind;
  readonly kindChosen: boolean;
  readonly decisions: readonly LabelDecision[];
}

export type BatchChange =
  | { type: "added"; files: readonly { key: string; documentId: string; file: File }[] }
  | { type: "removed"; key: string }
  | { type: "sending"; key: string; share: number }
  | { type: "reading"; key: string }
  | { type: "read"; key: string; preview: ImportPreview }
  | { type: "failed"; key: string; problem: string }
  | { type: "problem"; key: string; problem: string | null }
  | { type: "named"; key: string; name: string }
  | { type: "kind"; key: string; kind: DocumentKind }
  | { type: "decided"; key: string; decision: LabelDecision }
  | { type: "applied"; from: string };

function newFile({ key, documentId, file }: { key: string; documentId: string; file: File }): BatchFile {
  return {
    key,
    documentId,
    file,
    status: "waiting",
    share: 0,
    problem: null,
    preview: null,
    name: documentNameOf(file.name),
    kind: "interview",
    kindChosen: false,
    decisions: [],
  };
}

function withDecisions(file: BatchFile, decisions: readonly LabelDecision[]): BatchFile {
  return { ...file, decisions, kind: file.kindChosen ? file.kind : guessKind(decisions) };
}

function changed(file: BatchFile, change: Exclude<BatchChange, { type: "added" | "removed" | "applied" }>): BatchFile {
  switch (change.type) {
    case "sending":
      return { ...file, status: "sending", share: change.share, problem: null };
    case "reading":
      return { ...file, status: "reading", share: 1, problem: null };
    case "read": {
      const ready: BatchFile = { ...file, status: "ready", problem: null, preview: change.preview };
      return withDecisions(ready, proposalsOf(change.preview.labels));
    }
    case "failed":
      return { ...file, status: "failed", problem: change.problem };
    case "problem":
      return { ...file, status: file.preview ? "ready" : file.status, problem: change.problem };
    case "named":
      return { ...file, name: change.name };
    case "kind":
      return { ...file, kind: change.kind, kindChosen: true };
    case "decided":
      return withDecisions(file, appliedTo(file.decisions, [change.decision]));
  }
}

export function batchAfter(files: readonly BatchFile[], change: BatchChange): readonly BatchFile[] {
  if (change.type === "added") return [...files, ...change.files.map(newFile)];
  if (change.type === "removed") return files.filter((file) => file.key !== change.key);
  if (change.type === "applied") {
    const from = files.find((file) => file.key === change.from);
    if (!from) return files;
    return files.map((file) =>
      file === from || !file.preview ? file : withDecisions(file, appliedTo(file.decisions, from.decisions)),
    );
  }
  return files.map((file) => (file.key === change.key ? changed(file, change) : file));
}

/** Labels of this file that other files of the batch have too, but where something else was decided about them. */
export function labelsElsewhere(files: readonly BatchFile[], key: string): string[] {
  const here = files.find((file) => file.key === key);
  if (!here) return [];
  const others = files.filter((file) => file !== here && file.preview).flatMap((file) => file.decisions);
  return here.decisions
    .filter((decision) => others.some((other) => other.label === decision.label && !sameDecision(other, decision)))
    .map((decision) => decision.label);
}

function sameDecision(a: LabelDecision, b: LabelDecision): boolean {
  return a.treatment === b.treatment && nameKey(a) === nameKey(b) && a.role === b.role;
}

/** Where else the person of that name speaks: in the project already, or in other files of the batch. */
export function alsoSpeaksIn(
  files: readonly BatchFile[],
  key: string,
  decision: LabelDecision,
  known: readonly { readonly name: string; readonly documents: readonly { readonly name: string }[] }[],
): string[] {
  const name = nameKey(decision);
  const inProject = known.filter((one) => one.name.toLowerCase() === name).flatMap((one) => one.documents);
  const inBatch = files.filter(
    (file) =>
      file.key !== key &&
      file.status === "ready" &&
      file.decisions.some((other) => other.treatment === "speaker" && nameKey(other) === name),
  );
  return [...inProject.map((document) => document.name), ...inBatch.map((file) => file.name)];
}

/** The names that a label can be given to make it somebody who is there already, in the order of the alphabet. */
export function namesInUse(files: readonly BatchFile[], known: readonly { readonly name: string }[]): string[] {
  const here = files
    .filter((file) => file.status === "ready")
    .flatMap((file) => file.decisions)
    .filter((decision) => decision.treatment === "speaker")
    .map((decision) => decision.name.trim() || decision.label);
  const names = new Map([...here, ...known.map((one) => one.name)].map((name) => [name.toLowerCase(), name]));
  return [...names.values()].sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
}
