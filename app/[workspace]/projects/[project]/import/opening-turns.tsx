"use client";

import { Fragment, useMemo } from "react";
import type { TranscriptPreview } from "@/app/api/imports/import-preview";
import { buildTranscript } from "@/lib/readers/transcript";
import { classes } from "../../../../ui/classes";
import type { Decision } from "./decision";
import { emphasisedPieces } from "./emphasised-pieces";
import styles from "./import.module.css";

export interface OpeningTurnsProps {
  preview: TranscriptPreview;
  decisions: readonly Decision[];
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
    return transcript.turns.slice(0, SHOWN_TURNS).map(({ start, end, label, startMs }) => {
      const until = Math.min(end, start + SHOWN_WORDS);
      return {
        start,
        label,
        startMs,
        pieces: emphasisedPieces(transcript.text, start, until, transcript.emphasis ?? []),
        cut: end > until,
      };
    });
  }, [preview, decisions]);
  const names = new Map(
    decisions.flatMap(({ label, name, parts = [] }) => [
      [label, name.trim() || label] as const,
      ...parts.map((part) => [`${label} (${part.name})`, part.name] as const),
    ]),
  );
  return (
    <ol className={styles.turns}>
      {turns.map((turn) => (
        <li key={turn.start} className={styles.turn}>
          <span className={styles.speaker}>
            {turn.label === null ? "No speaker" : (names.get(turn.label) ?? turn.label)}
            {turn.startMs === null ? null : <span className={styles.time}>{clock(turn.startMs)}</span>}
          </span>
          <p className={classes(styles.words, preview.options.verbatim && styles.verbatim)}>
            {turn.pieces.map(({ at, words, bold, italic }) => {
              const inner = italic ? <i>{words}</i> : words;
              return <Fragment key={at}>{bold ? <b>{inner}</b> : inner}</Fragment>;
            })}
            {turn.cut ? "…" : ""}
          </p>
        </li>
      ))}
    </ol>
  );
}
