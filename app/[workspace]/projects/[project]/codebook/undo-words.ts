const GERUNDS: Readonly<Record<string, string>> = {
  "add-code": "adding",
  "reword-code": "rewording",
  "restore-wording": "restoring the wording of",
  "move-code": "moving",
  "move-codes": "moving",
  "merge-codes": "merging",
  "split-code": "splitting",
  "retire-code": "retiring",
  "unretire-code": "bringing back",
  "remove-code": "removing",
  "revive-code": "bringing back",
};

export interface UndoStep {
  readonly act: string;
  readonly codeId: string | null;
}

/** "adding “Workload levels”"; null for what is not about the codebook, which is undone where it was done. */
export function undoWords(step: UndoStep | null, nameOf: (codeId: string) => string | undefined): string | null {
  const gerund = step ? GERUNDS[step.act] : undefined;
  if (!step || !gerund) return null;
  const name = step.codeId === null ? undefined : nameOf(step.codeId);
  const some = step.act === "move-codes" ? "several codes" : "a code";
  return `${gerund} ${name === undefined ? some : `“${name}”`}`;
}
