"use client";

import { useMemo } from "react";
import { nextThemeColour, subThemeColour } from "@/lib/codebook/palette";
import { descendants, themeOf, themes } from "@/lib/codebook/tree";
import { newId } from "../../../../client/new-id";
import { changing, merging, moving, type Place, removing, retiring, type Wording } from "../code-change/code-changes";
import type { NewHalf } from "../code-change/code-editor";
import { adding } from "./book-code";
import type { OutlineLine } from "./outline";
import type { Codebook } from "./use-codebook";

/** Everything that can be done to the codebook, each with what it will look like. */
export function useCodebookActs(projectId: string, { index, perform, versionNow }: Codebook) {
  return useMemo(() => {
    const colourUnder = (parentId: string | null, before: number): string => {
      if (parentId === null || !index.byId.has(parentId)) {
        const used = themes(index).map((theme) => theme.colour);
        for (let i = 0; i < before; i++) used.push(nextThemeColour(used));
        return nextThemeColour(used);
      }
      const theme = themeOf(index, parentId);
      return subThemeColour(theme.colour, descendants(index, theme.id).length + before);
    };
    const add = (parentId: string | null, name: string, colour = colourUnder(parentId, 0)) => {
      const codeId = newId();
      const done = perform(
        "add-code",
        { projectId, codeId, parentId, name, colour },
        adding(codeId, parentId, { name, colour }),
      );
      return { codeId, done };
    };
    return {
      add,
      /** A whole list at once, each line below the last one that is less deep. */
      async addOutline(parentId: string | null, lines: readonly OutlineLine[]): Promise<string | null> {
        const open: { id: string; colour: string; below: number }[] = [];
        const outcomes: Promise<string | null>[] = [];
        let count = 0;
        for (const { name, depth } of lines) {
          open.length = depth;
          const theme = open[0];
          const colour =
            theme && parentId === null ? subThemeColour(theme.colour, theme.below++) : colourUnder(parentId, count++);
          const { codeId, done } = add(open.at(-1)?.id ?? parentId, name, colour);
          open.push({ id: codeId, colour, below: 0 });
          outcomes.push(done);
        }
        return (await Promise.all(outcomes)).find((problem) => problem !== null) ?? null;
      },
      reword: (codeId: string, wording: Partial<Wording>, seen: number) =>
        perform(
          "reword-code",
          () => ({ projectId, codeId, version: versionNow(codeId, seen), ...wording }),
          changing(codeId, wording),
        ),
      /** In the order given, as one act. */
      move(codeIds: readonly string[], place: Place): Promise<string | null> {
        const [codeId, ...more] = codeIds;
        if (codeId === undefined) return Promise.resolve(null);
        const change = moving(codeIds, place);
        if (more.length === 0) return perform("move-code", { projectId, codeId, ...place }, change);
        return perform("move-codes", { projectId, codeIds: [...codeIds], ...place }, change);
      },
      /** `gone` where the code was a proposal that nobody else knows of. */
      merge: (codeId: string, intoId: string, gone: boolean) =>
        perform("merge-codes", { projectId, codeId, intoId }, merging(codeId, intoId, gone)),
      split(codeId: string, { name, parentId, codingIds }: NewHalf): Promise<string | null> {
        const [newCodeId, colour] = [newId(), colourUnder(parentId, 0)];
        const input = { projectId, codeId, newCodeId, name, parentId, colour, codingIds: [...codingIds] };
        return perform("split-code", input, adding(newCodeId, parentId, { name, colour }));
      },
      retire: (codeId: string) => perform("retire-code", { projectId, codeId }, retiring(codeId, true)),
      unretire: (codeId: string) => perform("unretire-code", { projectId, codeId }, retiring(codeId, false)),
      remove: (codeId: string) => perform("remove-code", { projectId, codeId }, removing(codeId)),
      adopt: (codeId: string) => perform("adopt-code", { projectId, codeId }),
      undo: () => perform("undo", { projectId }),
      redo: () => perform("redo", { projectId }),
    };
  }, [projectId, index, perform, versionNow]);
}

export type CodebookActs = ReturnType<typeof useCodebookActs>;
