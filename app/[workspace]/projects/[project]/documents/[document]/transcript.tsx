import { type CSSProperties, memo } from "react";
import { clockOf, type DeskTurn } from "./desk-turns";
import layers from "./layers.module.css";
import styles from "./transcript.module.css";

/** Guesses the height of a turn that is not laid out yet, so that the scroll bar is nearly right from the start. */
function intrinsicHeight(turn: DeskTurn): CSSProperties & { "--lines": number } {
  const lines = turn.blocks.reduce((sum, block) => sum + Math.ceil((block.end - block.start) / 66), 0);
  return { "--lines": lines };
}

/** The text, rendered once: codings are painted on the empty layers of each turn and never touch the words. */
export const Transcript = memo(function Transcript({ text, turns }: { text: string; turns: readonly DeskTurn[] }) {
  return turns.map((turn) => (
    <article
      key={turn.start}
      className={styles.turn}
      data-asks={turn.asks || undefined}
      aria-label={
        turn.number === null ? "Between turns" : `Turn ${turn.number}${turn.speaker ? `, ${turn.speaker}` : ""}`
      }
      style={intrinsicHeight(turn)}
    >
      <svg data-layer className={layers.tints} aria-hidden />
      <div className={styles.margin} aria-hidden>
        {turn.speaker === null ? null : (
          <span className={styles.speaker} title={turn.speaker}>
            {turn.speaker}
          </span>
        )}
        <span className={styles.place}>
          {turn.number}
          {turn.startMs === null ? null : <span className={styles.clock}>{clockOf(turn.startMs)}</span>}
        </span>
      </div>
      <div className={styles.words}>
        {turn.blocks.map((block) => (
          <p key={block.start} data-at={block.start} dir="auto">
            {text.slice(block.start, block.end)}
          </p>
        ))}
      </div>
      <svg data-layer className={layers.lines} aria-hidden />
      <div data-layer className={layers.stripes} aria-hidden />
    </article>
  ));
});
