import type { ReadResult } from "@/db/reads";
import type { Wording } from "../code-change/code-changes";

export type BookCode = ReadResult<"codebook">["codes"][number];

/** What the codebook will look like once a change is through. Applied to what has it already, it changes nothing. */
export type BookChange = (codes: readonly BookCode[]) => readonly BookCode[];

export function adding(
  id: string,
  parentId: string | null,
  { name, colour }: Pick<Wording, "name" | "colour">,
): BookChange {
  return (codes) => {
    if (codes.some((code) => code.id === id)) return codes;
    const siblings = codes.filter((code) => code.parentId === parentId);
    const position = Math.max(-1, ...siblings.map((code) => code.position)) + 1;
    const empty = { definition: "", useWhen: "", useNot: "", example: "" };
    const fresh = { version: 1, wording: 1, proposal: false, ownProposal: false, retired: false, codings: 0 };
    return [...codes, { id, parentId, name, colour, position, ...empty, ...fresh }];
  };
}
