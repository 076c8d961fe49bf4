import { createHash } from "node:crypto";
import fs from "node:fs";
import { Refusal } from "@/lib/refusal";

/** Writes the body to a file as it comes in, held to the limit whatever its headers say, and flushed. */
export async function receiveBody(
  request: Request,
  file: string,
  limitMegabytes: number,
): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash("sha256");
  let bytes = 0;
  const handle = await fs.promises.open(file, "wx", 0o600);
  try {
    const reader = request.body?.getReader();
    for (;;) {
      const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
      if (done) break;
      bytes += value.byteLength;
      if (bytes > limitMegabytes * 1024 * 1024) {
        await reader?.cancel().catch(() => {});
        throw new Refusal("file-too-large", 413, { megabytes: limitMegabytes });
      }
      hash.update(value);
      await handle.write(value);
    }
    if (bytes === 0) throw new Refusal("file-empty", 422);
    await handle.sync();
  } finally {
    await handle.close();
  }
  return { sha256: hash.digest("hex"), bytes };
}
