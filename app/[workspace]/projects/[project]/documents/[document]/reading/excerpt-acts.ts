import type { ReadResult } from "@/db/reads";
import type { Patch } from "../saving/coding-store";
import type { DeskSession } from "../saving/desk-session";

export type Excerpt = ReadResult<"code-excerpts">["codings"][number];

/** Excerpts of other documents are changed by the same act; only those of this one are also painted. */
function patchesOf(
  session: DeskSession,
  excerpts: readonly Excerpt[],
  change: { readonly codeId: string } | { readonly starred: boolean },
): Patch[] {
  const { store } = session;
  return excerpts.flatMap(({ codingId }): Patch[] => {
    const before = store.get(codingId);
    if (!before) return [];
    const twice = "codeId" in change && session.codings.coded(change.codeId, before) !== undefined;
    return [{ before, after: twice ? null : store.grown(before, change) }];
  });
}

/** One act and one undo, however many they are. */
export function recodeExcerpts(session: DeskSession, excerpts: readonly Excerpt[], codeId: string): void {
  if (excerpts.length === 0) return;
  const patches = patchesOf(session, excerpts, { codeId });
  session.use(codeId);
  session.perform({ name: { act: "recode-codings", codeId }, patches });
  session.send("recode-codings", patches, { codingIds: excerpts.map((each) => each.codingId), codeId });
}

export function starExcerpts(
  session: DeskSession,
  codeId: string,
  excerpts: readonly Excerpt[],
  starred: boolean,
): void {
  for (const excerpt of excerpts) {
    if (excerpt.starred === starred) continue;
    const patches = patchesOf(session, [excerpt], { starred });
    session.perform({ name: { act: "star-coding", codeId }, patches });
    session.send("star-coding", patches, { codingId: excerpt.codingId, starred });
  }
}
