"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useRef, useState } from "react";
import type { ActInput } from "@/db/acts";
import { sentenceOfError } from "../../../../client/api";
import { newId } from "../../../../client/new-id";
import { sendAct } from "../../../../client/use-act";
import { useWorkspace } from "../../../../client/workspace-context";
import type { BatchChange, ReadyFile } from "./batch";

/** One act for each file, one after the other: what fails stays with its sentence, and the rest goes in. */
export function useConfirmBatch(projectId: string, change: (change: BatchChange) => void) {
  const workspace = useWorkspace().name;
  const queries = useQueryClient();
  const [pending, setPending] = useState(false);
  const stopped = useRef(false);
  const attempts = useRef(new Map<string, { key: string; payload: string }>());

  /** Resolves with how many of them went in. With a passphrase their names are replaced on the way. */
  const perform = useCallback(
    async (files: readonly ReadyFile[], passphrase: string | null): Promise<number> => {
      let imported = 0;
      setPending(true);
      stopped.current = false;
      for (const file of files) {
        if (stopped.current) break;
        const input = confirmation(projectId, file);
        const payload = JSON.stringify(input);
        // Sent again as it was, it keeps its key: it may have happened without our hearing of it.
        const last = attempts.current.get(file.key);
        const key = last?.payload === payload ? last.key : newId();
        attempts.current.set(file.key, { key, payload });
        change({ type: "importing", key: file.key });
        try {
          const named = passphrase === null ? input : { ...input, pseudonyms: { passphrase } };
          await sendAct(workspace, "confirm-import", named, key);
          imported++;
          change({ type: "imported", key: file.key, made: file.documentId });
        } catch (error) {
          change({ type: "problem", key: file.key, problem: sentenceOfError(error) });
        }
      }
      await queries.invalidateQueries({ queryKey: ["read", workspace] });
      setPending(false);
      return imported;
    },
    [workspace, projectId, queries, change],
  );
  const stop = useCallback(() => {
    stopped.current = true;
  }, []);
  return { perform, stop, pending };
}

function confirmation(projectId: string, file: ReadyFile): ActInput<"confirm-import"> {
  const { documentId, name, kind, date, group, decisions, preview } = file;
  const document = { stageId: preview.stageId, documentId, name, kind, decisions };
  return { projectId, documents: [{ ...document, date: date || null, groupName: group.trim() || null }] };
}
