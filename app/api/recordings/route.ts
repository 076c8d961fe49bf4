import { documentRow } from "@/db/reads/coding-desk";
import { sweepRecordings } from "@/db/recording-files";
import { assertWritable, dbOf, type Workspace } from "@/db/workspace";
import { jsonAnswer } from "../answer";
import { type AskedByPerson, handle } from "../handle";
import { importingLead } from "../imports/importing-lead";
import { receiveRecording } from "./receive-recording";
import { assertRoomFor } from "./recording-room";

function placeOf({ url, workspace, visitor }: AskedByPerson<unknown>, changes: boolean) {
  const ask = (name: string) => url.searchParams.get(name);
  const lead = importingLead(workspace, visitor.actor, ask("projectId"), changes);
  const { id } = documentRow(dbOf(workspace), lead, ask("documentId") ?? "");
  return { userId: lead.userId, projectId: lead.projectId, documentId: id };
}

function sweep(workspace: Workspace): void {
  sweepRecordings(workspace.folder, dbOf(workspace), Date.now());
}

/** `?projectId=…&documentId=…&bytes=…`: whether a recording of that size would be taken, before it is sent. */
export const GET = handle(async (asked) => {
  placeOf(asked, false);
  const bytes = Number(asked.url.searchParams.get("bytes") ?? 0);
  await assertRoomFor(asked.workspace.folder, Number.isFinite(bytes) && bytes > 0 ? bytes : 0);
  return jsonAnswer({});
});

/** `?projectId=…&documentId=…` with the recording's bytes as the body; attach-recording then makes it the document's. */
export const POST = handle(async (asked) => {
  const { request, workspace } = asked;
  const place = placeOf(asked, true);
  assertWritable(workspace);
  sweep(workspace);
  return jsonAnswer({ recording: await receiveRecording(workspace.folder, request, place) });
});
