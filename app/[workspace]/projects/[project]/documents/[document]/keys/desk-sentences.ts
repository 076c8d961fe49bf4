import { type CodeIndex, codePath } from "@/lib/codebook/tree";
import type { DeskSession, UndoName } from "../saving/desk-session";

/** Where there is no one code to name. */
const A_CODE = "a code";

const WHAT: Readonly<Record<string, (name: string) => string>> = {
  "apply-code": (name) => `code ${name}`,
  "revive-coding": (name) => `code ${name}`,
  "remove-coding": (name) => `removal of ${name}`,
  "move-coding": (name) => `boundaries of ${name}`,
  "restore-boundaries": () => "boundaries",
  "recode-coding": (name) => `recoding to ${name}`,
  "apply-codes": (name) => (name === A_CODE ? "several codes" : `code ${name} on several passages`),
  "remove-codings": (name) =>
    name === A_CODE ? "removal of several codings" : `removal of several codings of ${name}`,
  "recode-codings": (name) => `recoding to ${name}`,
  "split-coding": (name) => `split of ${name}`,
  "merge-codings": (name) => `merged codings of ${name}`,
  "star-coding": (name) => `star on ${name}`,
  "write-memo": () => "memo",
  "restore-memo": () => "memo",
  "add-code": (name) => `new code ${name}`,
  "reword-code": (name) => `wording of ${name}`,
  "move-code": (name) => `place of ${name}`,
  "move-codes": (name) => (name === A_CODE ? "places of several codes" : `place of ${name}`),
  "merge-codes": (name) => `merging ${name}`,
  "split-code": (name) => `splitting ${name}`,
  "retire-code": (name) => `retiring ${name}`,
  "correct-transcript": () => "correction of the text",
  "attach-recording": () => "recording added",
  "set-recording": () => "setting of a recording",
  "remove-recording": () => "removal of a recording",
  "confirm-import": () => "import of documents",
  "import-survey": () => "import of a survey",
  "remove-survey": () => "removal of a survey",
  "name-participant": () => "name of a participant",
};

/** `code “Workload levels”`: an act of the person's own, as undo and redo name it. */
export function actWords(name: NonNullable<UndoName>, index: CodeIndex): string {
  const code = name.codeId === null ? undefined : index.byId.get(name.codeId);
  const words = WHAT[name.act];
  return words ? words(code ? `“${code.name}”` : A_CODE) : name.act.replaceAll("-", " ");
}

/** `Effects of resourcing › Workload levels`; a code may have left the codebook meanwhile. */
export function pathWords(index: CodeIndex, codeId: string): string {
  return index.byId.has(codeId) ? codePath(index, codeId).join(" › ") : "a code no longer here";
}

export function stepWords(direction: "Undo" | "Redo", name: UndoName, index: CodeIndex): string {
  return name ? `${direction}: ${actWords(name, index)}` : direction;
}

/** The words of a selection, short enough to be heard. */
export function heardWords(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  return line.length > 80 ? `${line.slice(0, 40).trimEnd()} … ${line.slice(-30).trimStart()}` : line;
}

/** Why nothing can be changed here, for a key that would change something. */
export function lockWords(lock: NonNullable<DeskSession["lock"]>): string {
  switch (lock) {
    case "submitted":
      return "You submitted this document, so it is locked.";
    case "frozen":
      return "The round has been revealed: codings stay as they were.";
    case "observer":
      return "Observers read and do not code.";
    case "no-seat":
      return "You are not a coder of this document in this round.";
    case "full":
      return "Too much waits on this computer to keep more: connect it to the server first.";
  }
}
