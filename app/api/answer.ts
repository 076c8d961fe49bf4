import { randomBytes } from "node:crypto";
import { Refusal } from "@/lib/refusal";
import { traceOf } from "../front-door/trace-of.mjs";
import { sentenceOf } from "../ui/sentences";

const PRIVATE = "private, no-store";

export function jsonAnswer(body: unknown, status = 200, cookies: readonly string[] = []): Response {
  const headers = new Headers({ "content-type": "application/json; charset=utf-8", "cache-control": PRIVATE });
  for (const cookie of cookies) headers.append("set-cookie", cookie);
  return new Response(JSON.stringify(body), { status, headers });
}

/** The one place where an error becomes a status and a sentence. A bug shows its reference, never its stack. */
export function errorAnswer(error: unknown): Response {
  if (error instanceof Refusal || isRefusal(error)) {
    const { code, params, status } = error;
    const answer = jsonAnswer({ error: { code, params, sentence: sentenceOf(code, params) } }, status);
    if (typeof params.seconds === "number") answer.headers.set("retry-after", String(params.seconds));
    return answer;
  }
  const reference = randomBytes(6).toString("hex");
  console.error(`[${reference}] ${traceOf(error)}`);
  const params = { reference };
  return jsonAnswer({ error: { code: "bug", params, sentence: sentenceOf("bug", params) } }, 500);
}

/** Next bundles lib more than once, so `instanceof` alone would miss a Refusal of another copy. */
function isRefusal(error: unknown): error is Refusal {
  return (
    error instanceof Error && error.name === "Refusal" && "code" in error && "status" in error && "params" in error
  );
}
