"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { read, sentenceOfError } from "@/app/client/api";
import { readKey } from "@/app/client/use-read";
import { useWorkspace } from "@/app/client/workspace-context";
import type { ReadResult } from "@/db/reads";
import type { CodeEditor } from "./code-editor";

export type OwnExcerpt = ReadResult<"code-excerpts">["codings"][number];

export interface OwnExcerpts {
  /** Null until they are known. */
  readonly excerpts: readonly OwnExcerpt[] | null;
  readonly more: number;
  readonly problem: string | null;
}

/** The person's own codings with a code, as the server has them once nothing waits any more. */
export function useOwnExcerpts(editor: CodeEditor, codeId: string): OwnExcerpts {
  const [settled, setSettled] = useState(false);
  const { projectId, settled: whenSettled } = editor;
  useEffect(() => {
    let gone = false;
    void whenSettled().then(() => {
      if (!gone) setSettled(true);
    });
    return () => {
      gone = true;
    };
  }, [whenSettled]);
  const workspace = useWorkspace().name;
  const { data, error, isFetching } = useQuery({
    queryKey: readKey(workspace, "code-excerpts", { projectId, codeId }),
    queryFn: ({ signal }) => read(workspace, "code-excerpts", { projectId, codeId }, signal),
    enabled: settled,
    // What was done on this page since it was last asked is in no event yet.
    staleTime: 0,
  });
  const known = settled && !isFetching ? data : undefined;
  return { excerpts: known?.codings ?? null, more: known?.more ?? 0, problem: error ? sentenceOfError(error) : null };
}

/** Those that merging recodes: what is submitted keeps its code, and so does what a round with fixed codes holds. */
export function recodedByMerge(editor: CodeEditor, codeId: string, excerpts: readonly OwnExcerpt[]): OwnExcerpt[] {
  const proposal = editor.isPrivate(codeId);
  return excerpts.filter((each) => each.state === "open" && (proposal || !each.roundId || each.openCodebook === true));
}

/** Those that a new code can be given: a proposal stays in its round, a code of the codebook out of fixed rounds. */
export function recodableBySplit(editor: CodeEditor, excerpts: readonly OwnExcerpt[]): OwnExcerpt[] {
  const { adds, fixedRound } = editor;
  return excerpts.filter((each) => {
    if (each.state !== "open") return false;
    return adds === "proposal" ? each.roundId === fixedRound : !each.roundId || each.openCodebook === true;
  });
}
