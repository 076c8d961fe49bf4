import { type CSSProperties, memo } from "react";
import { clockOf, type DeskTurn } from "./desk-turns";
import styles from "./transcript.module.css";
import { type Chapter, chaptersOf, type Stretch, stretchesOf } from "./turn-stretches";

/** Guesses the height of what is not laid out yet, so that the scroll bar is nearly right from the start. */
function intrinsicHeight(lines: number, turns: number): CSSProperties & Record<"--lines" | "--turns", number> {
  return { "--lines": lines, "--turns": turns };
}

/** What the page brings as HTML, in lines: more than the highest window shows. */
const AT_FIRST = 200;

function begunOf(stretches: readonly Stretch[]): { shown: readonly Stretch[]; rest: Chapter } {
  let lines = 0;
  const shown = stretches.filter((stretch) => {
    const isShown = lines < AT_FIRST;
    lines += stretch.lines;
    return isShown;
  });
  const left = stretches.slice(shown.length);
  return {
    shown,
    rest: {
      stretches: left,
      lines: left.reduce((sum, stretch) => sum + stretch.lines, 0),
      turns: left.reduce((sum, stretch) => sum + stretch.turns.length, 0),
    },
  };
}

export interface TranscriptProps {
  text: string;
  turns: readonly DeskTurn[];
  /** Only what the page begins with, and room for the rest. */
  begun: boolean;
}

/**
 * The text, rendered once: codings are painted on layers that the painter lays on each turn and never touch the words.
 * Turns stand in stretches and stretches in chapters, because with every change the browser visits each neighbour of
 * what changed, and on every frame looks at each of them to see whether it is in sight.
 */
export const Transcript = memo(function Transcript({ text, turns, begun }: TranscriptProps) {
  const stretches = stretchesOf(turns);
  const { shown, rest } = begun ? begunOf(stretches) : { shown: stretches, rest: null };
  return (
    <>
      {chaptersOf(shown).map((chapter) => (
        <div
          key={chapter.stretches[0]?.turns[0]?.start}
          className={styles.stretch}
          style={intrinsicHeight(chapter.lines, chapter.turns)}
        >
          {chapter.stretches.map((stretch) => (
            <div
              key={stretch.turns[0]?.start}
              className={styles.stretch}
              style={intrinsicHeight(stretch.lines, stretch.turns.length)}
            >
              {stretch.turns.map((turn) => (
                <Turn key={turn.start} text={text} turn={turn} />
              ))}
            </div>
          ))}
        </div>
      ))}
      {rest && rest.lines > 0 ? <div className={styles.rest} style={intrinsicHeight(rest.lines, rest.turns)} /> : null}
    </>
  );
});

function Turn({ text, turn }: { text: string; turn: DeskTurn }) {
  return (
    <article
      className={styles.turn}
      data-asks={turn.asks || undefined}
      aria-label={
        turn.number === null ? "Between turns" : `Turn ${turn.number}${turn.speaker ? `, ${turn.speaker}` : ""}`
      }
    >
      <div className={styles.margin} aria-hidden>
        {turn.speaker === null ? null : (
          <span className={styles.speaker} title={turn.speaker}>
            {turn.speaker}
          </span>
        )}
        <span className={styles.place}>
          <span className={styles.number}>{turn.number}</span>
          {turn.startMs === null ? null : (
            <span className={styles.clock} data-clock>
              {clockOf(turn.startMs)}
            </span>
          )}
        </span>
      </div>
      <div className={styles.words}>
        {turn.blocks.map((block) => (
          <p key={block.start} data-at={block.start} data-line={block.line} dir="auto">
            {text.slice(block.start, block.end)}
          </p>
        ))}
      </div>
    </article>
  );
}
