"use client";

import type { CodeEditor } from "./code-editor";
import { recodedByMerge, useOwnExcerpts } from "./use-own-excerpts";

export interface MergeWordsProps {
  editor: CodeEditor;
  codeId: string;
  intoId: string;
}

/** What merging does, in words; of codings only the person's own are counted, as nobody may know of the others. */
export function MergeWords({ editor, codeId, intoId }: MergeWordsProps) {
  const { excerpts, more, problem } = useOwnExcerpts(editor, codeId);
  const from = `“${editor.index.byId.get(codeId)?.name ?? ""}”`;
  const into = `“${editor.index.byId.get(intoId)?.name ?? ""}”`;
  const recoded = excerpts ? recodedByMerge(editor, codeId, excerpts).length : 0;
  const stays = excerpts ? excerpts.length - recoded : 0;
  const below = editor.index.children.get(codeId)?.length ?? 0;
  const counted = `${more > 0 ? "At least " : ""}${recoded} of your codings ${recoded === 1 ? "becomes" : "become"} ${into}.`;
  const yours = recoded === 0 ? "None of your codings change." : counted;
  const kept = editor.isPrivate(codeId)
    ? stays > 0
      ? `${stays} in documents that you submitted ${stays === 1 ? "keeps" : "keep"} ${from}, which is retired.`
      : `${from} is your own proposal and goes away.`
    : `Codings of others and of closed rounds keep ${from}, which is retired.`;
  return (
    <>
      {problem ?? (excerpts ? yours : "Counting your codings…")} {kept}
      {below > 0 ? ` What stands below it moves below ${into}.` : ""}
    </>
  );
}
