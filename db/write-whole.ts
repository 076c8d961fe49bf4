// A file of JSON that stands under its name only when it is whole: whoever writes it may be killed at any moment.
import fs from "node:fs/promises";

export async function writeWhole(path: string, value: unknown): Promise<void> {
  const partial = `${path}.${process.pid}.partial`;
  await fs.writeFile(partial, JSON.stringify(value), { mode: 0o600 });
  await fs.rename(partial, path);
}
