"use client";

import { useMemo } from "react";
import type { ImportPreview } from "@/app/api/imports/import-preview";
import type { LabelDecision } from "@/lib/readers/read-result";
import { buildTranscript } from "@/lib/readers/transcript";
import styles from "./import.module.css";

export interface OpeningTurnsProps {
  preview: ImportPreview;
  decisions: readonly LabelDecision[];
}

const SHOWN_TURNS = 12;
const SHOWN_WORDS = 400;

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}

/** Made by what also makes the stored text, so that it cannot look different afterwards. */
export function OpeningTurns({ preview, decisions }: OpeningTurnsProps) {
  const turns = useMemo(() => {
    const { format, encoding, unit, opening } = preview;
    const transcript = buildTranscript({ format, encoding, unit, blocks: opening, problems: [] }, decisions);
    return transcript.turns.slice(0, SHOWN_TURNS).map(({ start, end, label, startMs }) => ({
      start,
      label,
      startMs,
      words: transcript.text.slice(start, Math.min(end, start + SHOWN_WORDS)),
      cut: end - start > SHOWN_WORDS,
    }));
  }, [preview, decisions]);
  const names = new Map(decisions.map((decision) => [decision.label, decision.name.trim() || decision.label]));
  return (
    <ol className={styles.turns}>
      {turns.map((turn) => (
        <li key={turn.start} className={styles.turn}>
          <span className={styles.speaker}>
            {turn.label === null ? "No speaker" : (names.get(turn.label) ?? turn.label)}
            {turn.startMs === null ? null : <span className={styles.time}>{clock(turn.startMs)}</span>}
          </span>
          <p className={styles.words}>
            {turn.words}
            {turn.cut ? "…" : ""}
          </p>
        </li>
      ))}
    </ol>
  );
}
