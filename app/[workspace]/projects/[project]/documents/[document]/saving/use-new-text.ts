"use client";

import { useRouter } from "next/navigation";
import { useEffect, useSyncExternalStore } from "react";
import { toast } from "@/app/ui/toast";
import type { DeskSession } from "./desk-session";

function isWriting(): boolean {
  return (
    document.activeElement?.matches("input, textarea") === true || document.querySelector("[role=dialog]") !== null
  );
}

/**
 * Brings the corrected text once nothing waits to be saved and nobody is in the middle of writing. What is coded in the
 * meantime names the text that it was coded on, so it lands where its words are.
 */
export function useNewText(session: DeskSession, onLeave: () => void): void {
  const router = useRouter();
  const isOld = () => session.textIsOld;
  const old = useSyncExternalStore(session.subscribe, isOld, isOld);
  useEffect(() => {
    if (!old) return;
    let timer = 0;
    const bring = () => {
      if (isWriting() || session.queue.length > 0) {
        timer = window.setTimeout(bring, 1000);
        return;
      }
      onLeave();
      toast("The text of this document was corrected. Your codings moved along with their words.");
      router.refresh();
    };
    bring();
    return () => clearTimeout(timer);
  }, [old, session, router, onLeave]);
}
