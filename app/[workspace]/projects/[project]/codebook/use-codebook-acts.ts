"use client";

import { useMemo } from "react";
import { nextThemeColour, subThemeColour } from "@/lib/codebook/palette";
import { descendants, themeOf, themes } from "@/lib/codebook/tree";
import { newId } from "../../../../client/new-id";
import { adding, moving, type Place, removing, retiring, rewording, type Wording } from "./code-changes";
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
        adding(codeId, parentId, name, colour),
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
          rewording(codeId, wording),
        ),
      move: (codeId: string, place: Place) =>
        perform("move-code", { projectId, codeId, ...place }, moving(codeId, place)),
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
