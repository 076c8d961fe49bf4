"use client";

import { useEffect, useState } from "react";
import { sentenceOfError } from "../../../../client/api";
import { useWorkspace } from "../../../../client/workspace-context";
import { planTable, type TableMapping, type TablePlanPreview } from "./tables";

const ASK_AFTER_MS = 150;

interface Planned {
  readonly plan: TablePlanPreview | null;
  readonly asking: boolean;
  readonly problem: string | null;
}

/** What the import would change, asked again whenever the columns are chosen otherwise. */
export function useTablePlan(projectId: string, stageId: string | null, mapping: TableMapping | null): Planned {
  const workspace = useWorkspace().name;
  const [planned, setPlanned] = useState<Planned>({ plan: null, asking: false, problem: null });
  useEffect(() => {
    if (!stageId || !mapping) return;
    const stop = new AbortController();
    setPlanned((before) => ({ ...before, asking: true, problem: null }));
    const timer = setTimeout(async () => {
      try {
        const plan = await planTable(workspace, projectId, stageId, mapping, stop.signal);
        setPlanned({ plan, asking: false, problem: null });
      } catch (error) {
        if (!stop.signal.aborted) setPlanned({ plan: null, asking: false, problem: sentenceOfError(error) });
      }
    }, ASK_AFTER_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [workspace, projectId, stageId, mapping]);
  return planned;
}
