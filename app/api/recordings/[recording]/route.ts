import { heardRecording } from "@/db/reads/recordings";
import { dbOf } from "@/db/workspace";
import { type AskedByPerson, handle } from "../../handle";
import { serveRecording } from "../serve-recording";

interface Params {
  recording: string;
}

/** Looked up in one short read; what is then sent comes from the disk alone. */
function serve({ request, params, workspace, visitor }: AskedByPerson<Params>): Promise<Response> {
  const row = dbOf(workspace).transaction((tx) => heardRecording(tx, visitor.actor, params.recording));
  return serveRecording(workspace.folder, row, request);
}

export const GET = handle<Params>(serve);
export const HEAD = handle<Params>(serve);
