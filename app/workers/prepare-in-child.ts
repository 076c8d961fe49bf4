import type { PrepareTools } from "@/db/acts/act";
import type { Pool } from "./pool";
import { READING_LIMITS } from "./reading-limits";

/** What acts prepare slowly is done by a child of the pool, within the limits of reading a file. */
export function prepareInChild(pool: Pool, signal?: AbortSignal): PrepareTools {
  return {
    buildSurvey: (job) => pool.run({ kind: "build-survey", ...job }, { ...READING_LIMITS, signal }),
    buildTranscript: (job) => pool.run({ kind: "build-transcript", ...job }, { ...READING_LIMITS, signal }),
  };
}
