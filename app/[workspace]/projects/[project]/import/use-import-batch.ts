"use client";

import { useCallback, useEffect, useReducer, useRef } from "react";
import { importFile, previewAgain, sentenceOfError } from "../../../../client/api";
import { newId } from "../../../../client/new-id";
import { useWorkspace } from "../../../../client/workspace-context";
import { batchAfter } from "./batch";

/** The server reads in children of its own; more at once would only make the first one wait. */
const AT_ONCE = 2;

export function useImportBatch(projectId: string) {
  const workspace = useWorkspace().name;
  const [files, change] = useReducer(batchAfter, []);
  const running = useRef(new Map<string, AbortController>());

  useEffect(() => {
    const waiting = files.filter((file) => file.status === "waiting" && !running.current.has(file.key));
    for (const { key, file } of waiting.slice(0, Math.max(0, AT_ONCE - running.current.size))) {
      const stopper = new AbortController();
      running.current.set(key, stopper);
      change({ type: "sending", key, share: 0 });
      const onProgress = (share: number) => {
        change(share < 1 ? { type: "sending", key, share } : { type: "reading", key });
      };
      importFile(workspace, projectId, file, { signal: stopper.signal, onProgress })
        .then((preview) => ({ type: "read", key, preview }) as const)
        .catch((error: unknown) => ({ type: "failed", key, problem: sentenceOfError(error) }) as const)
        .then((outcome) => {
          // Before the change, which starts the next one that waits.
          running.current.delete(key);
          if (!stopper.signal.aborted) change(outcome);
        });
    }
  }, [files, workspace, projectId]);

  const add = useCallback((chosen: readonly File[]) => {
    change({ type: "added", files: chosen.map((file) => ({ key: newId(), documentId: newId(), file })) });
  }, []);

  const remove = useCallback((key: string) => {
    running.current.get(key)?.abort();
    running.current.delete(key);
    change({ type: "removed", key });
  }, []);

  const readAs = useCallback(
    async (key: string, stageId: string, encoding: string) => {
      change({ type: "reading", key });
      try {
        change({ type: "read", key, preview: await previewAgain(workspace, projectId, stageId, encoding) });
      } catch (error) {
        change({ type: "problem", key, problem: sentenceOfError(error) });
      }
    },
    [workspace, projectId],
  );

  return { files, change, add, remove, readAs };
}
