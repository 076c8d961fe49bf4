"use client";

import { CircleAlert } from "lucide-react";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { Button } from "@/app/ui/button";
import { SaveState } from "@/app/ui/save-state";
import { VisuallyHidden } from "@/app/ui/visually-hidden";
import type { Span } from "@/lib/text/span";
import { lazyPart } from "../lazy-part";
import type { DeskSession } from "./desk-session";
import type { Trouble } from "./queued-act";
import styles from "./save-status.module.css";
import { parkedWords, saveWords, troubleWords } from "./save-words";

const RefusedDialog = lazyPart(async () => (await import("./refused-dialog")).RefusedDialog);

export interface SaveStatusProps {
  session: DeskSession;
  /** Something can be changed here: then it says that it is saved, too. */
  canSave: boolean;
  onShow: (span: Span) => void;
}

const FOCUS_BACK_MS = 100;

/** Whether what was done is saved, always in words, and the way to what could not be. */
export function SaveStatus({ session, canSave, onShow }: SaveStatusProps) {
  const { queue } = session;
  const state = useSyncExternalStore(queue.subscribe, queue.getState, queue.getState);
  const [open, setOpen] = useState(false);
  const heard = useHeard(state.trouble, state.parked);
  const { kind, parked } = state;
  const show = (span: Span) => {
    setOpen(false);
    // The dialog gives the focus back to its button first.
    setTimeout(() => onShow(span), FOCUS_BACK_MS);
  };
  return (
    <div className={styles.status}>
      {canSave || kind !== "saved" ? (
        <SaveState
          state={state.trouble && state.trouble !== "offline" ? "failed" : kind}
          words={saveWords(state)}
          quiet
          action={
            kind === "waiting" && state.trouble !== "signed-out" ? (
              <Button size="small" onPress={queue.tryNow}>
                Try now
              </Button>
            ) : null
          }
        />
      ) : null}
      {parked > 0 ? (
        <Button size="small" icon={<CircleAlert aria-hidden />} onPress={() => setOpen(true)}>
          {parkedWords(parked)}
        </Button>
      ) : null}
      <VisuallyHidden>
        <span role="status">{heard}</span>
      </VisuallyHidden>
      {open ? <RefusedDialog session={session} onShow={show} onClose={() => setOpen(false)} /> : null}
    </div>
  );
}

/** What is said of it: nothing while all goes well. */
function useHeard(trouble: Trouble | null, parked: number): string {
  const [heard, setHeard] = useState("");
  const before = useRef<{ trouble: Trouble | null; parked: number }>({ trouble: null, parked: 0 });
  useEffect(() => {
    const was = before.current;
    before.current = { trouble, parked };
    if (was.parked < parked) setHeard(parkedWords(parked));
    else if (was.trouble !== trouble) setHeard(troubleWords(trouble));
  }, [trouble, parked]);
  return heard;
}
