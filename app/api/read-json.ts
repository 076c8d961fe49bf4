import { Refusal } from "@/lib/refusal";

const LIMIT = 1024 * 1024;

/** The JSON body, held to 1 MB while it comes in, whatever its headers say. An empty body is an empty object. */
export async function readJson(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  if (request.body) {
    const reader = request.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      bytes += value.byteLength;
      if (bytes > LIMIT) {
        await reader.cancel().catch(() => {});
        throw new Refusal("body-too-large", 413, { megabytes: LIMIT / 1024 / 1024 });
      }
      chunks.push(value);
    }
  }
  if (bytes === 0) return {};
  // Only JSON: a form on another site can send the other kinds without asking the browser's leave.
  if (type !== "application/json") throw new Refusal("body-not-json", 415);
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks)));
  } catch {
    throw new Refusal("body-not-json", 400);
  }
}
