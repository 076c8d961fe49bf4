// The list of acts is the list of what the product can do.
import type * as z from "zod";
import type { AnyAct } from "./act";
import { actTogether } from "./act-together";
import { addCode } from "./add-code";
import { addSurveyRows } from "./add-survey-rows";
import { adoptCode } from "./adopt-code";
import {
  applyCode,
  moveCoding,
  recodeBack,
  recodeCoding,
  removeCoding,
  restoreBoundaries,
  reviveCoding,
} from "./apply-code";
import { applyCodes, recodeCodings, removeCodings } from "./apply-codes";
import { applyPseudonyms } from "./apply-pseudonyms";
import { attachRecording } from "./attach-recording";
import { beginCoding } from "./begin-coding";
import { changeAttribute } from "./change-attribute";
import { checkMovedCodings } from "./check-moved-coding";
import { confirmImport } from "./confirm-import";
import { correctAgain, correctTranscript, takeBackCorrection } from "./correct-transcript";
import { createProject } from "./create-project";
import { createToken } from "./create-token";
import { defineAttribute } from "./define-attribute";
import { describeDocument } from "./describe-document";
import { importAttributes } from "./import-attributes";
import { importSurvey } from "./import-survey";
import { inviteMember } from "./invite-member";
import { keepPseudonyms } from "./keep-pseudonyms";
import { keepReadingPlace } from "./keep-reading-place";
import { mergeCodes } from "./merge-codes";
import { moveCode } from "./move-code";
import { moveCodes } from "./move-codes";
import { nameParticipant } from "./name-participant";
import { openRound } from "./open-round";
import { removeAttribute, restoreAttribute } from "./remove-attribute";
import { bringBackCode, removeCode, reviveCode, takeBackCode } from "./remove-code";
import { removeDocuments, restoreDocuments } from "./remove-documents";
import { removeMember } from "./remove-member";
import { removeRecording, restoreRecording } from "./remove-recording";
import { removeSpeakerRule } from "./remove-speaker-rule";
import { removeSurvey, restoreSurvey } from "./remove-survey";
import { renameDocument } from "./rename-document";
import { renameProject } from "./rename-project";
import { retireCode, unretireCode } from "./retire-code";
import { revealRound } from "./reveal-round";
import { revokeToken } from "./revoke-token";
import { restoreWording, rewordCode } from "./reword-code";
import { restoreSpeakerRule, saveSpeakerRule } from "./save-speaker-rule";
import { restoreAttributeValues, setAttributeValues } from "./set-attribute-values";
import { setRecording } from "./set-recording";
import { reviveRuling, settleDisagreement, withdrawRuling } from "./settle-disagreement";
import { splitCode } from "./split-code";
import { mergeCodings, splitCoding } from "./split-coding";
import { starCoding } from "./star-coding";
import { reopenCoding, submitCoding } from "./submit-coding";
import { withdrawInvitation } from "./withdraw-invitation";
import { restoreMemo, writeMemo } from "./write-memo";

const actsByName = {
  "create-project": createProject,
  "rename-project": renameProject,
  "invite-member": inviteMember,
  "withdraw-invitation": withdrawInvitation,
  "remove-member": removeMember,
  "create-token": createToken,
  "revoke-token": revokeToken,
  "confirm-import": confirmImport,
  "import-survey": importSurvey,
  "add-survey-rows": addSurveyRows,
  "remove-survey": removeSurvey,
  "restore-survey": restoreSurvey,
  "remove-documents": removeDocuments,
  "restore-documents": restoreDocuments,
  "rename-document": renameDocument,
  "name-participant": nameParticipant,
  "describe-document": describeDocument,
  "define-attribute": defineAttribute,
  "change-attribute": changeAttribute,
  "remove-attribute": removeAttribute,
  "restore-attribute": restoreAttribute,
  "set-attribute-values": setAttributeValues,
  "restore-attribute-values": restoreAttributeValues,
  "import-attributes": importAttributes,
  "keep-pseudonyms": keepPseudonyms,
  "apply-pseudonyms": applyPseudonyms,
  "save-speaker-rule": saveSpeakerRule,
  "remove-speaker-rule": removeSpeakerRule,
  "restore-speaker-rule": restoreSpeakerRule,
  "attach-recording": attachRecording,
  "set-recording": setRecording,
  "remove-recording": removeRecording,
  "restore-recording": restoreRecording,
  "correct-transcript": correctTranscript,
  "take-back-correction": takeBackCorrection,
  "correct-again": correctAgain,
  "check-moved-codings": checkMovedCodings,
  "add-code": addCode,
  "reword-code": rewordCode,
  "restore-wording": restoreWording,
  "move-code": moveCode,
  "move-codes": moveCodes,
  "merge-codes": mergeCodes,
  "split-code": splitCode,
  "retire-code": retireCode,
  "unretire-code": unretireCode,
  "remove-code": removeCode,
  "revive-code": reviveCode,
  "take-back-code": takeBackCode,
  "bring-back-code": bringBackCode,
  "adopt-code": adoptCode,
  "open-round": openRound,
  "begin-coding": beginCoding,
  "apply-code": applyCode,
  "remove-coding": removeCoding,
  "revive-coding": reviveCoding,
  "move-coding": moveCoding,
  "restore-boundaries": restoreBoundaries,
  "recode-coding": recodeCoding,
  "recode-back": recodeBack,
  "apply-codes": applyCodes,
  "remove-codings": removeCodings,
  "recode-codings": recodeCodings,
  "split-coding": splitCoding,
  "merge-codings": mergeCodings,
  "star-coding": starCoding,
  "act-together": actTogether,
  "keep-reading-place": keepReadingPlace,
  "write-memo": writeMemo,
  "restore-memo": restoreMemo,
  "submit-coding": submitCoding,
  "reopen-coding": reopenCoding,
  "reveal-round": revealRound,
  "settle-disagreement": settleDisagreement,
  "withdraw-ruling": withdrawRuling,
  "revive-ruling": reviveRuling,
} as const;

export const acts: Record<string, AnyAct> = actsByName;

type Acts = typeof actsByName;
export type ActName = keyof Acts | "undo" | "redo";
export type ActInput<Name extends ActName> = Name extends keyof Acts
  ? z.input<Acts[Name]["input"]>
  : { projectId: string };
export type ActResult<Name extends ActName> = Name extends keyof Acts
  ? ReturnType<Acts[Name]["run"]>["result"]
  : { act: string; input: Record<string, unknown> };
