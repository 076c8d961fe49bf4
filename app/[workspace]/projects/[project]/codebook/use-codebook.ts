"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import type { ActInput, ActName } from "@/db/acts";
import type { ReadResult } from "@/db/reads";
import { indexCodes } from "@/lib/codebook/tree";
import { sentenceOfError } from "../../../../client/api";
import { newId } from "../../../../client/new-id";
import { sendAct } from "../../../../client/use-act";
import { readKey, useRead } from "../../../../client/use-read";
import { useWorkspace } from "../../../../client/workspace-context";
import type { BookChange } from "./book-code";

interface Pending {
  readonly key: string;
  readonly change: BookChange;
}

const unchanged: BookChange = (codes) => codes;

/**
 * The codebook with what was just done to it: changes show at once and are sent one after the other, so that typing
 * never waits for the server and a sub-theme never overtakes its theme.
 */
export function useCodebook(projectId: string, initial: ReadResult<"codebook">) {
  const workspace = useWorkspace().name;
  const queries = useQueryClient();
  const { data: book = initial } = useRead("codebook", { projectId }, { initial });
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const waiting = useRef(0);
  const ownVersions = useRef(new Map<string, number>());

  const codes = useMemo(
    () => pending.reduce((shown, { change }) => change(shown), book.codes as ReturnType<BookChange>),
    [book.codes, pending],
  );
  const index = useMemo(() => indexCodes(codes), [codes]);

  /** The version that a code has once the own changes sent so far are through: they are no stale screen. */
  const versionNow = useCallback((codeId: string, seen: number): number => {
    let version = seen;
    for (let next = ownVersions.current.get(`${codeId} ${version}`); next; ) {
      version = next;
      next = ownVersions.current.get(`${codeId} ${version}`);
    }
    return version;
  }, []);

  /** Resolves with null, or with the sentence that says why it was not done. `input` is made when its turn has come. */
  const perform = useCallback(
    <Name extends ActName>(
      name: Name,
      input: ActInput<Name> | (() => ActInput<Name>),
      change: BookChange = unchanged,
    ): Promise<string | null> => {
      const key = newId();
      setPending((before) => [...before, { key, change }]);
      setProblem(null);
      waiting.current += 1;
      const outcome = queue.current.then(async (): Promise<string | null> => {
        let refused: string | null = null;
        try {
          const sent = typeof input === "function" ? input() : input;
          const result: unknown = await sendAct(workspace, name, sent, key);
          noteVersion(ownVersions.current, sent, result);
        } catch (error) {
          refused = sentenceOfError(error);
          setProblem(refused);
        }
        waiting.current -= 1;
        if (refused !== null) setPending((before) => before.filter((each) => each.key !== key));
        if (waiting.current === 0) {
          await queries.invalidateQueries({ queryKey: readKey(workspace, "codebook", { projectId }) });
          // What came in meanwhile is not in that answer and stays.
          if (waiting.current === 0) setPending([]);
        }
        return refused;
      });
      queue.current = outcome;
      return outcome;
    },
    [workspace, queries, projectId],
  );

  const settled = useCallback(async () => void (await queue.current), []);

  return { book, codes, index, perform, versionNow, settled, saving: pending.length > 0, problem };
}

function noteVersion(versions: Map<string, number>, input: unknown, result: unknown): void {
  if (typeof input !== "object" || input === null || !("codeId" in input)) return;
  if (typeof result !== "object" || result === null || !("version" in result)) return;
  const { version } = result;
  if (typeof version === "number") versions.set(`${String(input.codeId)} ${version - 1}`, version);
}

export type Codebook = ReturnType<typeof useCodebook>;
