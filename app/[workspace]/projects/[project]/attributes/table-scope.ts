import type { ReadParams, ReadResult } from "@/db/reads";

export type TableScope = Pick<ReadParams<"attribute-grid">, "owner" | "surveyId">;
export type Grid = ReadResult<"attribute-grid">;
export type GridColumn = Grid["columns"][number];
export type GridRowData = Grid["rows"][number];

/** Which table an address shows; without a word of it, the participants'. */
export function scopeOf(of: string | string[] | undefined, surveys: readonly { readonly id: string }[]): TableScope {
  if (of === "documents") return { owner: "document" };
  const survey = surveys.find(({ id }) => id === of);
  return survey ? { owner: "participant", surveyId: survey.id } : { owner: "participant" };
}
