"use client";

import { memo, useEffect, useRef } from "react";
import { Button } from "@/app/ui/button";
import { Kbd } from "@/app/ui/kbd";
import styles from "./desk-status.module.css";
import type { DeskVoice } from "./desk-voice";

export const TEXT_HELP = "desk-text-help";

export interface DeskStatusProps {
  voice: DeskVoice;
  /** The key that shows all keys, if there is one. */
  keysKey: string | undefined;
  onKeys: () => void;
}

/** Under the panes: what was just done or why it cannot be, and the way to all keys. What is said here is also heard. */
export const DeskStatus = memo(function DeskStatus({ voice, keysKey, onKeys }: DeskStatusProps) {
  const done = useRef<HTMLSpanElement>(null);
  const where = useRef<HTMLDivElement>(null);
  const seen = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (done.current && where.current && seen.current) {
      return voice.appear({ done: done.current, where: where.current, seen: seen.current });
    }
  }, [voice]);
  return (
    <div className={styles.status} data-stop>
      <p ref={seen} className={styles.words} aria-hidden />
      <div className={styles.heard}>
        <span ref={done} role="status" aria-live="polite" />
        <div ref={where} aria-live="polite" aria-atomic />
        <p id={TEXT_HELP}>
          Arrows move the caret, with Shift they select. {keysKey ? `${keysKey} lists all keys. ` : ""}F6 goes to the
          next pane, Tab leaves the text. The keys need the focus mode of a screen reader.
        </p>
      </div>
      <Button size="small" variant="quiet" onPress={onKeys}>
        Keys {keysKey ? <Kbd keys={keysKey} /> : null}
      </Button>
    </div>
  );
});
