import type { CodeIndex } from "@/lib/codebook/tree";
import type { Place } from "./code-changes";

/** Null once it is done; else the sentence that says why it was not. */
export type Refused = string | null;

export interface NewHalf {
  readonly name: string;
  readonly parentId: string | null;
  /** The person's own codings that go to the new code. */
  readonly codingIds: readonly string[];
}

/** What a person may do to the codes where they are, each as one act that undo takes back as one. */
export interface CodeEditor {
  readonly projectId: string;
  readonly index: CodeIndex;
  /** What a new code becomes here; null where this person adds none. */
  readonly adds: "codebook" | "proposal" | null;
  /** The round whose codes are fixed, where the person stands in one. */
  readonly fixedRound: string | null;
  readonly mayChange: (id: string) => boolean;
  /** This person's own proposal, which nobody else sees yet. */
  readonly isPrivate: (id: string) => boolean;
  /** Not, or not yet, part of the codebook. */
  readonly isProposal: (id: string) => boolean;
  readonly add: (name: string, parentId: string | null) => { readonly codeId: string; readonly done: Promise<Refused> };
  readonly rename: (id: string, name: string) => Promise<Refused>;
  readonly recolour: (id: string, colour: string) => Promise<Refused>;
  readonly move: (ids: readonly string[], place: Place) => Promise<Refused>;
  readonly merge: (id: string, intoId: string) => Promise<Refused>;
  readonly split: (id: string, half: NewHalf) => Promise<Refused>;
  readonly retire: (id: string, retired: boolean) => Promise<Refused>;
  readonly remove: (id: string) => Promise<Refused>;
  /** Resolves when the server knows everything that was done here. */
  readonly settled: () => Promise<void>;
}

/** Below somebody's proposal a code of the codebook would vanish from everybody else's tree. */
export function mayGoTo(editor: CodeEditor, ids: readonly string[], targetId: string): boolean {
  return ids.every(editor.mayChange) && (!editor.isProposal(targetId) || ids.every(editor.isPrivate));
}
