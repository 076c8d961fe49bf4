"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useMemo, useRef, useState } from "react";
import type { ReadParams } from "@/db/reads";
import { sentenceOfError } from "../../../../client/api";
import { useAct } from "../../../../client/use-act";
import { readKey } from "../../../../client/use-read";
import { useWorkspace } from "../../../../client/workspace-context";
import type { Grid } from "./table-scope";

export interface CellEdit {
  readonly ownerId: string;
  readonly columnId: string;
  readonly value: string | null;
}

export interface GridEdits {
  readonly write: (cells: readonly CellEdit[]) => Promise<void>;
  readonly undo: () => Promise<void>;
  readonly redo: () => Promise<void>;
  /** Something else was done here that undo takes back. */
  readonly count: () => void;
  /** How many steps of this visit can be taken back and done again. */
  readonly steps: { readonly done: number; readonly undone: number };
  readonly saving: boolean;
  readonly problem: string | null;
  readonly tell: (problem: string | null) => void;
  /** What cells hold on this screen before the server has it. */
  readonly ahead: ReadonlyMap<string, string | null>;
}

export const cellKey = (ownerId: string, columnId: string) => `${ownerId} ${columnId}`;

/** Writes cells one after the other, each under the versions that are there by then. */
export function useGridEdits(projectId: string, asked: ReadParams<"attribute-grid">): GridEdits {
  const workspace = useWorkspace().name;
  const queries = useQueryClient();
  const { perform: set } = useAct("set-attribute-values");
  const { perform: undo_ } = useAct("undo");
  const { perform: redo_ } = useAct("redo");
  const [steps, setSteps] = useState({ done: 0, undone: 0 });
  const [waiting, setWaiting] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const [ahead, setAhead] = useState<ReadonlyMap<string, string | null>>(new Map());
  const last = useRef<Promise<void>>(Promise.resolve());
  const key = readKey(workspace, "attribute-grid", asked);
  const keyNow = useRef(key);
  keyNow.current = key;

  const inTurn = useCallback((work: () => Promise<void>): Promise<void> => {
    setWaiting((count) => count + 1);
    const run = last.current.then(async () => {
      try {
        await work();
        setProblem(null);
      } catch (error) {
        setProblem(sentenceOfError(error));
      } finally {
        setWaiting((count) => count - 1);
      }
    });
    last.current = run;
    return run;
  }, []);

  const count = useCallback(() => setSteps(({ done }) => ({ done: done + 1, undone: 0 })), []);

  const write = useCallback(
    (cells: readonly CellEdit[]) => {
      const keys = cells.map(({ ownerId, columnId }) => cellKey(ownerId, columnId));
      setAhead((before) => new Map([...before, ...cells.map(({ value }, i) => [keys[i] ?? "", value] as const)]));
      return inTurn(async () => {
        const versionOf = versionsIn(queries.getQueryData<Grid>(keyNow.current));
        try {
          await set({
            projectId,
            values: cells.map(({ columnId, ...cell }) => ({
              ...cell,
              attributeId: columnId,
              version: versionOf(cell.ownerId, columnId),
            })),
          });
          count();
        } finally {
          setAhead((before) => new Map([...before].filter(([cell]) => !keys.includes(cell))));
        }
      });
    },
    [inTurn, queries, set, projectId, count],
  );
  const undo = useCallback(
    () =>
      inTurn(async () => {
        await undo_({ projectId });
        setSteps(({ done, undone }) => ({ done: Math.max(0, done - 1), undone: undone + 1 }));
      }),
    [inTurn, undo_, projectId],
  );
  const redo = useCallback(
    () =>
      inTurn(async () => {
        await redo_({ projectId });
        setSteps(({ done, undone }) => ({ done: done + 1, undone: Math.max(0, undone - 1) }));
      }),
    [inTurn, redo_, projectId],
  );
  return useMemo(
    () => ({ write, undo, redo, count, steps, saving: waiting > 0, problem, tell: setProblem, ahead }),
    [write, undo, redo, count, steps, waiting, problem, ahead],
  );
}

function versionsIn(grid: Grid | undefined): (ownerId: string, columnId: string) => number | undefined {
  const at = new Map(grid?.columns.map(({ id }, i) => [id, i]));
  const rows = new Map(grid?.rows.map((row) => [row.id, row]));
  return (ownerId, columnId) => rows.get(ownerId)?.versions[at.get(columnId) ?? -1];
}
