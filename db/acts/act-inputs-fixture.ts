// A good input for each act of a project, made of the things of one project: tests poison its fields one by one.
import { newId } from "../new-id";
import { idOf, type Study } from "../study-fixture";

export interface Things {
  projectId: string;
  documentId: string;
  codeId: string;
  parentId: string;
  beforeId: string;
  intoId: string;
  revisionId: string;
  setId: string;
  codingId: string;
  memoId: string;
  roundId: string;
  rulingId: string;
  coderId: string;
  participantId: string;
  invitationId: string;
  userId: string;
  stageId: string;
  key: string;
  ruleId: string;
  attributeId: string;
  recordingId: string;
  surveyId: string;
}

/** A good input for each act, whose fields are poisoned one by one; some acts take several kinds of input. */
export function inputsOf(study: Study, from: Things): Record<string, Record<string, unknown>> {
  const { projectId, documentId, codeId, codingId, setId, memoId, roundId, rulingId, participantId } = from;
  const span = study.span("interview", "three short");
  const one = { projectId, codeId };
  const coded = { projectId, codingId };
  return {
    "rename-project": { projectId, name: "N" },
    "invite-member": {
      projectId,
      invitationId: newId(),
      role: "coder",
      name: "N",
      secretHash: "0".repeat(64),
      days: 1,
    },
    "withdraw-invitation": { projectId, invitationId: from.invitationId },
    "remove-member": { projectId, userId: from.userId },
    "confirm-import": { projectId, documents: [] },
    "keep-pseudonyms": {
      projectId,
      passphrase: "a long passphrase",
      table: { entries: [], endings: null, notNames: [] },
      version: 0,
    },
    "apply-pseudonyms": { projectId, passphrase: "a long passphrase", version: 1, documents: [documentId] },
    "remove-documents": { projectId, documentIds: [documentId] },
    "restore-documents": { projectId, documentIds: [documentId] },
    "import-survey": {
      projectId,
      stageId: newId(),
      surveyId: newId(),
      name: "N",
      headerRows: 1,
      columns: [],
      leaveOut: [],
    },
    "add-survey-rows": { projectId, surveyId: from.surveyId, stageId: newId() },
    "remove-survey": { projectId, surveyId: from.surveyId },
    "rename-document": { projectId, documentId, name: "N", kind: "other" },
    "name-participant": { projectId, participantId, name: "N", role: "unknown" },
    "describe-document": {
      projectId,
      documentId,
      kind: "other",
      date: null,
      groupName: null,
      note: "",
      version: 1,
    },
    "define-attribute": { projectId, attributeId: newId(), owner: "participant", name: "N", kind: "text" },
    "change-attribute": { projectId, attributeId: from.attributeId, name: "N", kind: "text" },
    "remove-attribute": { projectId, attributeId: from.attributeId },
    "set-attribute-values": {
      projectId,
      values: [{ attributeId: from.attributeId, ownerId: participantId, value: "x" }],
    },
    "import-attributes": { projectId, stageId: from.stageId, owner: "participant", keyColumn: 0, columns: [] },
    "save-speaker-rule": {
      projectId,
      ruleId: newId(),
      name: "N",
      decisions: [{ label: "P1", treatment: "speaker", name: "N", role: "participant" }],
    },
    "attach-recording": { projectId, documentId, recordingId: from.recordingId, fileName: "a.wav" },
    "set-recording": { projectId, recordingId: from.recordingId, offsetMs: 1, leadOnly: true },
    "remove-recording": { projectId, recordingId: from.recordingId },
    "restore-recording": { projectId, recordingId: from.recordingId },
    "remove-speaker-rule": { projectId, ruleId: from.ruleId },
    "restore-speaker-rule": { projectId, ruleId: from.ruleId },
    "correct-transcript": {
      projectId,
      documentId,
      revisionId: from.revisionId,
      changes: [{ from: 0, to: 1, insert: "x" }],
    },
    "check-moved-codings": { projectId, codingIds: [codingId] },
    "add-code": { projectId, codeId: newId(), parentId: from.parentId, name: "new", colour: "#000000" },
    "reword-code": { ...one, name: "again" },
    "restore-wording": { ...one, wording: 1 },
    "move-code": { ...one, parentId: from.parentId, beforeId: null },
    "move-codes": { projectId, codeIds: [codeId], parentId: from.parentId, beforeId: null },
    "merge-codes": { ...one, intoId: from.intoId },
    "split-code": {
      ...one,
      newCodeId: newId(),
      name: "split",
      parentId: from.parentId,
      colour: "#000000",
      setId,
      codingIds: [codingId],
    },
    "retire-code": one,
    "unretire-code": one,
    "remove-code": one,
    "revive-code": one,
    "adopt-code": one,
    "open-round": {
      projectId,
      roundId: newId(),
      name: "R2",
      documentIds: [documentId],
      coderIds: [from.coderId, idOf("x")],
    },
    "begin-coding": { projectId, documentId, setId: newId() },
    "apply-code": { projectId, setId, codingId: newId(), codeId, ...span },
    "remove-coding": coded,
    "revive-coding": coded,
    "move-coding": { ...coded, ...span },
    "recode-coding": { ...coded, codeId: from.parentId },
    "apply-codes": { projectId, setId, codings: [{ codingId: newId(), codeId, ...span }] },
    "remove-codings": { projectId, codingIds: [codingId] },
    "recode-codings": { projectId, codingIds: [codingId], codeId: from.parentId },
    "split-coding": {
      ...coded,
      firstEnd: span.start + 1,
      firstHash: span.wordsHash,
      newCodingId: newId(),
      secondStart: span.start + 1,
      secondHash: span.wordsHash,
    },
    "merge-codings": { projectId, codingIds: [codingId, newId()], ...span },
    "star-coding": { ...coded, starred: true },
    "keep-reading-place": { projectId, documentId, revisionId: from.revisionId, last: 1 },
    "write-memo": { ...coded, memoId: newId(), wording: 1, text: "y" },
    "write-memo on words": { projectId, setId, ...span, memoId: newId(), wording: 0, text: "y" },
    "write-memo on a code": { projectId, codeId, memoId: newId(), wording: 0, text: "y" },
    "write-memo on a document": { projectId, documentId, memoId: newId(), wording: 0, text: "y" },
    "restore-memo": { projectId, memoId, wording: 1 },
    "submit-coding": { projectId, setId },
    "reopen-coding": { projectId, roundId, documentId, coderId: from.coderId, reason: "r" },
    "reveal-round": { projectId, roundId, name: "R" },
    "settle-disagreement": {
      projectId,
      roundId,
      documentId,
      key: from.key,
      rulingId: newId(),
      decision: { kind: "neither" },
      reason: "as the definition says",
    },
    "withdraw-ruling": { projectId, rulingId },
    "revive-ruling": { projectId, rulingId },
  };
}
