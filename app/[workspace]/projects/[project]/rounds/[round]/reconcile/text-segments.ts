import type { ReadResult } from "@/db/reads";

type Desk = ReadResult<"coding-desk">;

/** A turn, or words that stand in no turn. */
export interface TextSegment {
  readonly start: number;
  readonly end: number;
  readonly words: string;
  /** The number of the turn; null outside turns. */
  readonly turn: number | null;
  readonly speaker: string | null;
  /** Whether who speaks is there to ask. */
  readonly asks: boolean;
}

/** The text in order, turn by turn, with whatever words stand between the turns, so that nothing is left out. */
export function textSegments({ text, turns, speakers }: Pick<Desk, "text" | "turns" | "speakers">): TextSegment[] {
  const byLabel = new Map(speakers.map((speaker) => [speaker.label, speaker]));
  const segments: TextSegment[] = [];
  const between = (start: number, end: number) => {
    const words = text.slice(start, end);
    if (words.trim() !== "") segments.push({ start, end, words, turn: null, speaker: null, asks: false });
  };
  let reached = 0;
  turns.forEach(({ start, end, label }, index) => {
    if (start > reached) between(reached, start);
    const speaker = label === null ? undefined : byLabel.get(label);
    segments.push({
      start,
      end,
      words: text.slice(start, end),
      turn: index + 1,
      speaker: speaker?.name ?? label,
      asks: speaker?.role === "interviewer" || speaker?.role === "moderator",
    });
    reached = Math.max(reached, end);
  });
  between(reached, text.length);
  return segments;
}
