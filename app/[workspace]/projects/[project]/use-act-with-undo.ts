"use client";

import { useCallback } from "react";
import type { ActInput, ActName } from "@/db/acts";
import { sentenceOfError } from "../../../client/api";
import { useAct } from "../../../client/use-act";
import { toast } from "../../../ui/toast";

/** Does it at once and offers to take it back in passing; nothing that can be undone asks first. */
export function useActWithUndo<Name extends ActName>(name: Name, projectId: string) {
  const { perform: perform_, problem, pending, forget } = useAct(name);
  const { perform: undo } = useAct("undo");
  const perform = useCallback(
    async (input: ActInput<Name>, done: string): Promise<boolean> => {
      try {
        await perform_(input);
      } catch {
        // `problem` says why, where it happened.
        return false;
      }
      toast(done, {
        action: {
          label: "Undo",
          onPress: () => void undo({ projectId }).catch((error) => toast(sentenceOfError(error), { tone: "error" })),
        },
      });
      return true;
    },
    [perform_, undo, projectId],
  );
  return { perform, problem, pending, forget };
}
