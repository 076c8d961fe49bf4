import type { ActName } from "@/db/acts";

/** What a person did, as it follows their name: "Ruth Adeyemi added a code". */
const ACT_WORDS: Partial<Record<ActName, string>> = {
  "create-project": "created the project",
  "rename-project": "renamed the project",
  "invite-member": "opened an invitation",
  "withdraw-invitation": "withdrew an invitation",
  "remove-member": "removed a member",
  "confirm-import": "imported documents",
  "remove-documents": "removed documents",
  "restore-documents": "brought documents back",
  "rename-document": "changed a document's name or kind",
  "name-participant": "changed a participant's name or role",
  "add-code": "added a code",
  "reword-code": "changed a code's name, colour or definition",
  "restore-wording": "gave a code an earlier wording again",
  "move-code": "moved a code",
  "move-codes": "moved several codes",
  "merge-codes": "merged a code into another",
  "split-code": "split a code",
  "take-back-code": "took an added code back",
  "bring-back-code": "added a code again",
  "retire-code": "retired a code",
  "unretire-code": "brought a retired code back into use",
  "remove-code": "removed a code",
  "revive-code": "brought a removed code back",
  "adopt-code": "adopted a proposed code",
  "open-round": "opened a round",
  "begin-coding": "began to code a document",
  "apply-code": "applied a code",
  "remove-coding": "removed a coding",
  "revive-coding": "brought a coding back",
  "move-coding": "moved a coding's boundaries",
  "restore-boundaries": "moved a coding's boundaries back",
  "recode-coding": "gave a coding another code",
  "recode-back": "gave a coding back the code that it had",
  "apply-codes": "applied codes to several passages",
  "remove-codings": "removed several codings",
  "recode-codings": "gave several codings another code",
  "split-coding": "split a coding",
  "merge-codings": "merged codings",
  "star-coding": "starred a coding or took its star away",
  "act-together": "changed several things at once",
  "write-memo": "wrote a memo",
  "restore-memo": "gave a memo its earlier words again",
  "submit-coding": "submitted a document",
  "reopen-coding": "reopened a submitted document",
  "reveal-round": "revealed a round",
  "settle-disagreement": "settled a disagreement",
  "withdraw-ruling": "withdrew a ruling",
  "revive-ruling": "brought a ruling back",
};

const BY_NAME = new Map<string, string>(Object.entries(ACT_WORDS));

export function actWords(act: string): string {
  return BY_NAME.get(act) ?? act.replaceAll("-", " ");
}
