import { jsonAnswer } from "../answer";
import { handle } from "../handle";
import { importingLead } from "./importing-lead";
import { readOptionsOfQuery } from "./read-options";
import { stageFile } from "./stage-file";

/**
 * `?projectId=…&name=file.docx[&options=JSON]` with the file's bytes as the body. A password comes in the header
 * `x-tandem-file-password`, percent-encoded: addresses are written to logs.
 */
export const POST = handle(async ({ request, url, state, workspace, visitor }) => {
  const ask = (name: string) => url.searchParams.get(name);
  const lead = importingLead(workspace, visitor.actor, ask("projectId"), true);
  const password = request.headers.get("x-tandem-file-password");
  const options = readOptionsOfQuery(ask("options"));
  const asked = {
    name: ask("name") ?? "",
    options: password === null ? options : { ...options, password: decoded(password) },
  };
  const reading = { state, workspace, lead, signal: request.signal };
  return jsonAnswer({ preview: await stageFile(reading, request, asked) });
});

function decoded(value: string): string {
  try {
    return decodeURIComponent(value).slice(0, 500);
  } catch {
    return value.slice(0, 500);
  }
}
