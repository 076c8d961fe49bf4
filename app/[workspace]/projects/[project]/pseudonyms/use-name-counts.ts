"use client";

import { useEffect, useState } from "react";
import type { ReadResult } from "@/db/reads";
import type { NameTable } from "@/lib/pseudonyms/name-entry";
import { read, sentenceOfError } from "../../../../client/api";
import { useWorkspace } from "../../../../client/workspace-context";
import { rowProblems } from "./name-list";

const REST_MS = 500;

export interface NameCounts {
  /** Null until the first answer. */
  readonly documents: ReadResult<"name-places">["documents"] | null;
  readonly looking: boolean;
  readonly problem: string | null;
}

/** How often each name stands in each document, for the table as it is typed. Names never become part of a query's key. */
export function useNameCounts(projectId: string, table: NameTable, asOf: string): NameCounts {
  const workspace = useWorkspace().name;
  const [counts, setCounts] = useState<NameCounts>({ documents: null, looking: true, problem: null });
  const { entries, endings } = table;
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asOf` changes when the documents did.
  useEffect(() => {
    const stop = new AbortController();
    setCounts((before) => ({ ...before, looking: true }));
    const wrong = rowProblems({ entries, endings, notNames: [] });
    const whole = entries.filter((each) => !wrong.has(each.id));
    const wait = setTimeout(() => {
      read(
        workspace,
        "name-places",
        { projectId, entries: whole.map((each) => ({ ...each, forms: [...each.forms] })), endings },
        stop.signal,
      )
        .then(({ documents }) => setCounts({ documents, looking: false, problem: null }))
        .catch((error: unknown) => {
          if (stop.signal.aborted) return;
          setCounts((before) => ({ ...before, looking: false, problem: sentenceOfError(error) }));
        });
    }, REST_MS);
    return () => {
      clearTimeout(wait);
      stop.abort();
    };
  }, [workspace, projectId, entries, endings, asOf]);
  return counts;
}
