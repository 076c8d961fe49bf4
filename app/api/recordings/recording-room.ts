import fs from "node:fs";
import type { DataFolder } from "@/db/data-folder";
import { Refusal } from "@/lib/refusal";
import { recordingLimitMegabytes } from "../../front-door/recording-limit.mjs";

const MEGABYTE = 1024 * 1024;

/** A recording may not take the last of the disk: below this much nobody's coding can be saved any more. */
const LEFT_FREE = 500 * MEGABYTE;

export function recordingLimitBytes(): number {
  return recordingLimitMegabytes() * MEGABYTE;
}

/** Refuses what is too large for anybody, or for the disk at this moment. */
export async function assertRoomFor(folder: DataFolder, bytes: number): Promise<void> {
  if (bytes > recordingLimitBytes()) throw tooLarge();
  const { bavail, bsize } = await fs.promises.statfs(folder.recordings);
  if (bavail * bsize - bytes < LEFT_FREE) throw noSpace(bytes);
}

export function tooLarge(): Refusal {
  return new Refusal("recording-too-large", 413, { megabytes: recordingLimitMegabytes() });
}

export function noSpace(bytes: number): Refusal {
  return new Refusal("recording-no-space", 507, { megabytes: Math.max(1, Math.ceil(bytes / MEGABYTE)) });
}
