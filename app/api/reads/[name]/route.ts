import { reads } from "@/db/reads";
import { notFound, Refusal } from "@/lib/refusal";
import { answerRead } from "../../../answer-read";
import { jsonAnswer } from "../../answer";
import { handle } from "../../handle";
import { readJson } from "../../read-json";
import { queryParams } from "../query-params";

function readNamed(name: string) {
  const read = Object.hasOwn(reads, name) ? reads[name as keyof typeof reads] : undefined;
  if (!read) throw notFound();
  return read;
}

export const GET = handle<{ name: string }>(async ({ url, params, workspace, visitor }) => {
  const read = readNamed(params.name);
  if (read.byBody) throw new Refusal("method-not-here", 405);
  return jsonAnswer({ answer: await answerRead(workspace, visitor.actor, read, queryParams(url.searchParams)) });
});

/** The same question in a body; for those that hold words of a transcript the only way: no words stand in a URL. */
export const POST = handle<{ name: string }>(async ({ request, params, workspace, visitor }) => {
  const read = readNamed(params.name);
  return jsonAnswer({ answer: await answerRead(workspace, visitor.actor, read, await readJson(request)) });
});
