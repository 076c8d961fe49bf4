"use client";

import { useCallback, useEffect, useReducer, useRef } from "react";
import type { ImportPreview } from "@/app/api/imports/import-preview";
import type { ReadOptions } from "@/lib/readers/read-result";
import { ApiRefusal, sentenceOfError } from "../../../../client/api";
import { dropStage, importEntry, importFile, readAgain } from "../../../../client/imports";
import { newId } from "../../../../client/new-id";
import { useWorkspace } from "../../../../client/workspace-context";
import { type BatchFile, batchAfter, type NewFile } from "./batch";
import type { SpeakerRule } from "./speaker-rule";

/** The server reads in children of its own; more at once would only make the first one wait. */
const AT_ONCE = 2;

export function useImportBatch(projectId: string, rules: readonly SpeakerRule[]) {
  const workspace = useWorkspace().name;
  const [files, change] = useReducer(batchAfter, []);
  const running = useRef(new Map<string, AbortController>());
  const rulesNow = useRef(rules);
  useEffect(() => {
    rulesNow.current = rules;
  }, [rules]);

  const drop = useCallback(
    (stageId: string) => void dropStage(workspace, projectId, stageId).catch(() => {}),
    [workspace, projectId],
  );

  useEffect(() => {
    const waiting = files.filter((file) => file.status === "waiting" && !running.current.has(file.key));
    for (const file of waiting.slice(0, Math.max(0, AT_ONCE - running.current.size))) {
      const { key } = file;
      const stopper = new AbortController();
      running.current.set(key, stopper);
      change({ type: "sending", key, share: 0 });
      let shown = 0;
      const onProgress = (share: number) => {
        if (share === 1) change({ type: "reading", key });
        // A batch of hundreds is drawn anew with each change.
        else if (share - shown >= 0.05) {
          shown = share;
          change({ type: "sending", key, share });
        }
      };
      sent(workspace, projectId, file, { signal: stopper.signal, onProgress })
        .then((preview) => {
          if (stopper.signal.aborted) return drop(preview.stageId);
          if (preview.kind === "archive") change({ type: "unpacked", key, files: entriesOf(file, preview) });
          else change({ type: "read", key, preview, rules: rulesNow.current });
        })
        .catch((error: unknown) => {
          if (stopper.signal.aborted) return;
          const problem = sentenceOfError(error);
          const asks = error instanceof ApiRefusal && /^file-password-(?:needed|wrong)$/.test(error.code);
          change({ type: asks ? "password-asked" : "failed", key, problem });
        })
        .finally(() => running.current.delete(key));
    }
  }, [files, workspace, projectId, drop]);

  // An archive is kept until every file of it was read, or done without.
  const archives = useRef(new Set<string>());
  useEffect(() => {
    const needed = new Set(
      files.flatMap(({ source, preview }) => (source.kind === "entry" && !preview ? [source.archiveId] : [])),
    );
    for (const stageId of archives.current) if (!needed.has(stageId)) drop(stageId);
    archives.current = needed;
  }, [files, drop]);

  // What is still being sent when the page is left would be read for nobody.
  useEffect(() => {
    const all = running.current;
    return () => {
      for (const stopper of all.values()) stopper.abort();
      all.clear();
    };
  }, []);

  const add = useCallback((chosen: readonly File[]) => {
    change({
      type: "added",
      files: chosen.map((file) => ({
        key: newId(),
        documentId: newId(),
        fileName: file.name,
        source: { kind: "file", file },
      })),
    });
  }, []);

  const remove = useCallback(
    (file: BatchFile) => {
      running.current.get(file.key)?.abort();
      running.current.delete(file.key);
      if (file.preview && file.status !== "imported") drop(file.preview.stageId);
      change({ type: "removed", key: file.key });
    },
    [drop],
  );

  const clear = useCallback(() => {
    for (const stopper of running.current.values()) stopper.abort();
    running.current.clear();
    for (const { preview, status } of files) {
      if (preview && status !== "imported" && status !== "importing") drop(preview.stageId);
    }
    change({ type: "cleared" });
  }, [files, drop]);

  const readAs = useCallback(
    async (file: BatchFile, options: ReadOptions) => {
      const { key, preview, password } = file;
      if (!preview) return;
      change({ type: "reading", key });
      try {
        const asked = password === null ? options : { ...options, password };
        const again = await readAgain(workspace, projectId, preview.stageId, asked);
        change({ type: "read", key, preview: again, rules: [], again: true });
      } catch (error) {
        change({ type: "problem", key, problem: sentenceOfError(error) });
      }
    },
    [workspace, projectId],
  );

  return { files, change, add, remove, clear, readAs };
}

function sent(
  workspace: Parameters<typeof importFile>[0],
  projectId: string,
  { source, password }: BatchFile,
  options: { signal: AbortSignal; onProgress: (share: number) => void },
): Promise<ImportPreview> {
  if (source.kind === "file") return importFile(workspace, projectId, source.file, { ...options, password });
  options.onProgress(1);
  const asked: ReadOptions = password === null ? {} : { password };
  return importEntry(workspace, projectId, source.archiveId, source.index, asked, options.signal);
}

function entriesOf(archive: BatchFile, preview: Extract<ImportPreview, { kind: "archive" }>): NewFile[] {
  return preview.entries.map(({ index, name }) => ({
    key: newId(),
    documentId: newId(),
    fileName: name.split("/").at(-1) ?? archive.fileName,
    source: { kind: "entry", archiveId: preview.stageId, index },
  }));
}
