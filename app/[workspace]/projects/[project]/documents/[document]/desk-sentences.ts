import type { CodeIndex } from "@/lib/codebook/tree";
import type { QueueState } from "./act-queue";
import type { UndoName } from "./desk-session";

const WHAT: Readonly<Record<string, (name: string) => string>> = {
  "apply-code": (name) => `code ${name}`,
  "revive-coding": (name) => `code ${name}`,
  "remove-coding": (name) => `removal of ${name}`,
  "move-coding": (name) => `boundaries of ${name}`,
  "restore-boundaries": () => "boundaries",
  "recode-coding": (name) => `recoding to ${name}`,
  "write-memo": () => "memo",
  "restore-memo": () => "memo",
  "add-code": (name) => `new code ${name}`,
  "reword-code": (name) => `wording of ${name}`,
  "move-code": (name) => `place of ${name}`,
  "retire-code": (name) => `retiring ${name}`,
  "confirm-import": () => "import of documents",
  "name-participant": () => "name of a participant",
};

/** `code “Workload levels”`: an act of the person's own, as undo and redo name it. */
export function actWords(name: NonNullable<UndoName>, index: CodeIndex): string {
  const code = name.codeId === null ? undefined : index.byId.get(name.codeId);
  const words = WHAT[name.act];
  return words ? words(code ? `“${code.name}”` : "a code") : name.act.replaceAll("-", " ");
}

export function stepWords(direction: "Undo" | "Redo", name: UndoName, index: CodeIndex): string {
  return name ? `${direction}: ${actWords(name, index)}` : direction;
}

export function queueWords(state: QueueState): string {
  switch (state.kind) {
    case "saved":
      return "Saved";
    case "saving":
      return "Saving…";
    case "waiting":
      return `Offline: ${state.acts} ${state.acts === 1 ? "change waits" : "changes wait"} on this computer`;
    case "failed":
      return `Not saved: ${state.sentence}`;
  }
}

/** The words of a selection, short enough to be heard. */
export function heardWords(words: string): string {
  const line = words.replace(/\s+/g, " ").trim();
  return line.length > 80 ? `${line.slice(0, 40).trimEnd()} … ${line.slice(-30).trimStart()}` : line;
}
