"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { ActInput, ActName, ActResult } from "@/db/acts";
import type { WorkspaceName } from "@/db/workspace";
import { act, NetworkFailure, sentenceOfError } from "./api";
import { newId } from "./new-id";
import { useWorkspace } from "./workspace-context";

const WAITS_MS = [400, 1200, 3000];

/** Sends an act until it is answered, under one key, so that however often it arrives it happens once. */
export async function sendAct<Name extends ActName>(
  workspace: WorkspaceName,
  name: Name,
  input: ActInput<Name>,
  key: string = newId(),
): Promise<ActResult<Name>> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await act(workspace, name, input, { key });
    } catch (error) {
      const wait = WAITS_MS[attempt];
      if (!(error instanceof NetworkFailure) || wait === undefined) throw error;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}

export interface UseAct<Name extends ActName> {
  /** Resolves when it is done and the reads on the screen are asked for again; throws ApiRefusal or NetworkFailure. */
  readonly perform: (input: ActInput<Name>) => Promise<ActResult<Name>>;
  readonly pending: boolean;
  /** Why the last attempt was not carried out, for a person; null when it was. */
  readonly problem: string | null;
  readonly forget: () => void;
}

/** `refresh: false` for acts whose screen shows their effect itself, as the coding desk does. */
export function useAct<Name extends ActName>(name: Name, { refresh = true } = {}): UseAct<Name> {
  const workspace = useWorkspace().name;
  const queries = useQueryClient();
  const [pending, setPending] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const perform = useCallback(
    async (input: ActInput<Name>) => {
      setPending((count) => count + 1);
      try {
        const result = await sendAct(workspace, name, input);
        setProblem(null);
        if (refresh) await queries.invalidateQueries({ queryKey: ["read", workspace] });
        return result;
      } catch (error) {
        setProblem(sentenceOfError(error));
        throw error;
      } finally {
        setPending((count) => count - 1);
      }
    },
    [workspace, name, refresh, queries],
  );
  const forget = useCallback(() => setProblem(null), []);
  return { perform, pending: pending > 0, problem, forget };
}
