import { acts } from "@/db/acts";
import { reads } from "@/db/reads";
import { jsonAnswer } from "../answer";
import { exportFormats } from "../exports/export-formats";
import { apiDescription } from "./api-description";

export const dynamic = "force-dynamic";

export function GET(): Response {
  return jsonAnswer(apiDescription(acts, reads, Object.values(exportFormats)));
}
