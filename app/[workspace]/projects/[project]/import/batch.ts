import type { ImportPreview, TranscriptPreview } from "@/app/api/imports/import-preview";
import type { DocumentKind } from "../document-words";
import { appliedTo, type Decision } from "./decision";
import { dateOf, documentNameOf, guessKind, proposalsOf } from "./file-defaults";
import { ruleFor, type SpeakerRule, withRule } from "./speaker-rule";
import type { SurveyChoices } from "./survey-decisions";

export type FileStatus =
  | "waiting"
  | "sending"
  | "reading"
  | "password"
  | "ready"
  | "aside"
  | "failed"
  | "importing"
  | "imported";

/** Where a file's bytes come from: this computer, or an archive that was sent before. */
export type FileSource =
  | { readonly kind: "file"; readonly file: File }
  | { readonly kind: "entry"; readonly archiveId: string; readonly index: number };

export interface NewFile {
  readonly key: string;
  /** The id that its document will have: the same however often the confirmation is sent. */
  readonly documentId: string;
  readonly fileName: string;
  readonly source: FileSource;
}

/** One file of the batch, from its choosing to its document. */
export interface BatchFile extends NewFile {
  readonly status: FileStatus;
  /** The share that has been sent, 0 to 1. */
  readonly share: number;
  readonly problem: string | null;
  readonly preview: ImportPreview | null;
  /** Opens a PDF; kept while this page is open and nowhere else. */
  readonly password: string | null;
  /** As what the very same bytes are here already; null where they are new, or wanted all the same. */
  readonly sameAs: string | null;
  readonly name: string;
  readonly kind: DocumentKind;
  readonly kindChosen: boolean;
  readonly date: string;
  readonly group: string;
  readonly decisions: readonly Decision[];
  /** The rule that decided about its labels, until a person takes that back. */
  readonly rule: { readonly id: string; readonly name: string } | null;
  /** What is decided about a survey; null until somebody does. */
  readonly survey: SurveyChoices | null;
  /** What came of it: a document, or a survey's documents. */
  readonly made: string | null;
}

type FileChange =
  | { type: "sending"; key: string; share: number }
  | { type: "reading"; key: string }
  | { type: "read"; key: string; preview: ImportPreview; rules: readonly SpeakerRule[]; again?: boolean }
  | { type: "failed"; key: string; problem: string }
  | { type: "password-asked"; key: string; problem: string }
  | { type: "password"; key: string; password: string }
  | { type: "problem"; key: string; problem: string | null }
  | { type: "all-the-same"; key: string }
  | { type: "again"; key: string }
  | { type: "named"; key: string; name: string }
  | { type: "kind"; key: string; kind: DocumentKind }
  | { type: "date"; key: string; date: string }
  | { type: "group"; key: string; group: string }
  | { type: "decided"; key: string; decision: Decision }
  | { type: "rule"; key: string; rule: SpeakerRule | null }
  | { type: "survey"; key: string; survey: SurveyChoices }
  | { type: "importing"; key: string }
  | { type: "imported"; key: string; made: string };

export type BatchChange =
  | FileChange
  | { type: "added"; files: readonly NewFile[] }
  | { type: "unpacked"; key: string; files: readonly NewFile[] }
  | { type: "removed"; key: string }
  | { type: "cleared" }
  | { type: "applied"; from: string };

export type ReadyFile = BatchFile & { readonly preview: TranscriptPreview };

/** A transcript with decisions to be taken, whether or not it can be imported now. */
export function isTranscript(file: BatchFile): file is ReadyFile {
  return file.preview?.kind === "transcript";
}

export function isUnderWay({ status }: Pick<BatchFile, "status">): boolean {
  return status === "waiting" || status === "sending" || status === "reading" || status === "importing";
}

function newFile(added: NewFile): BatchFile {
  return {
    ...added,
    status: "waiting",
    share: 0,
    problem: null,
    preview: null,
    password: null,
    sameAs: null,
    name: documentNameOf(added.fileName),
    kind: "interview",
    kindChosen: false,
    date: dateOf(added.fileName),
    group: "",
    decisions: [],
    rule: null,
    survey: null,
    made: null,
  };
}

function withDecisions(file: BatchFile, decisions: readonly Decision[]): BatchFile {
  return { ...file, decisions, kind: file.kindChosen ? file.kind : guessKind(decisions) };
}

/** Decisions of an earlier reading hold for the labels that the new one has too. */
function afterReading(file: BatchFile, preview: ImportPreview, rules: readonly SpeakerRule[]): BatchFile {
  const read: BatchFile = { ...file, status: "ready", problem: null, preview };
  // Another reading of a survey has other columns: what was decided about the earlier ones does not hold for it.
  if (preview.kind !== "transcript") return { ...read, survey: null };
  const labels = preview.labels.map((each) => each.label);
  const rule = file.preview ? null : ruleFor(rules, labels);
  const proposed = rule ? withRule(proposalsOf(preview.labels), rule) : proposalsOf(preview.labels);
  // Blocks may be counted otherwise now: which turns are whose has to be said again.
  const earlier = file.decisions.map(({ parts: _, ...decision }) => decision);
  return {
    ...withDecisions(read, appliedTo(proposed, earlier)),
    rule: rule ? { id: rule.id, name: rule.name } : file.rule,
  };
}

function changed(file: BatchFile, change: FileChange): BatchFile {
  switch (change.type) {
    case "sending":
      return { ...file, status: "sending", share: change.share, problem: null };
    case "reading":
      return { ...file, status: "reading", share: 1, problem: null };
    case "read":
      return afterReading(file, change.preview, change.rules);
    case "failed":
      return { ...file, status: "failed", problem: change.problem };
    case "password-asked":
      return { ...file, status: "password", problem: change.problem };
    case "password":
      return { ...file, status: "waiting", share: 0, problem: null, password: change.password };
    case "problem":
      return { ...file, status: file.preview ? "ready" : file.status, problem: change.problem };
    case "all-the-same":
      return { ...file, status: "ready", sameAs: null };
    case "again":
      return { ...file, status: file.preview ? "ready" : "waiting", share: 0, problem: null };
    case "named":
      return { ...file, name: change.name };
    case "kind":
      return { ...file, kind: change.kind, kindChosen: true };
    case "date":
      return { ...file, date: change.date };
    case "group":
      return { ...file, group: change.group };
    case "decided":
      return withDecisions(
        file,
        file.decisions.map((each) => (each.label === change.decision.label ? change.decision : each)),
      );
    case "rule": {
      const proposed = isTranscript(file) ? proposalsOf(file.preview.labels) : [];
      const { rule } = change;
      const decided = withDecisions(file, rule ? withRule(proposed, rule) : proposed);
      return { ...decided, rule: rule ? { id: rule.id, name: rule.name } : null };
    }
    case "survey":
      return { ...file, survey: change.survey };
    case "importing":
      return { ...file, status: "importing", problem: null };
    case "imported":
      return { ...file, status: "imported", made: change.made, problem: null };
  }
}

export function batchAfter(files: readonly BatchFile[], change: BatchChange): readonly BatchFile[] {
  switch (change.type) {
    case "added":
      return [...files, ...change.files.map(newFile)];
    case "unpacked":
      return files.flatMap((file) => (file.key === change.key ? change.files.map(newFile) : [file]));
    case "removed":
      return files.filter((file) => file.key !== change.key);
    case "cleared":
      return files.filter((file) => file.status === "imported" || file.status === "importing");
    case "applied": {
      const from = files.find((file) => file.key === change.from);
      if (!from) return files;
      return files.map((file) =>
        file === from || file.status !== "ready"
          ? file
          : withDecisions(file, appliedTo(file.decisions, from.decisions)),
      );
    }
    case "read": {
      const after = files.map((file) => (file.key === change.key ? changed(file, change) : file));
      return change.again ? after : after.map((file) => (file.key === change.key ? setAside(file, after) : file));
    }
    default:
      return files.map((file) => (file.key === change.key ? changed(file, change) : file));
  }
}

/** The same bytes twice are nearly always a mistake: the later one waits for a person to say otherwise. */
function setAside(file: BatchFile, files: readonly BatchFile[]): BatchFile {
  const { preview } = file;
  if (!preview) return file;
  const twin = files.find((other) => other.key !== file.key && other.preview?.sha256 === preview.sha256);
  const sameAs = preview.duplicateOf?.name ?? twin?.name ?? null;
  return sameAs === null ? file : { ...file, status: "aside", sameAs };
}
