// Random ids: 128 bits, so that no id tells how many others there are.
import { randomBytes } from "node:crypto";

/** 32 lower-case hexadecimal digits. */
export function newId(): string {
  return randomBytes(16).toString("hex");
}
