// How a quote is attributed in a paper: [Focus Group #P598], [Interview #P802].
import type { SpeakerRole } from "@/lib/readers/read-result";
import type { Span } from "@/lib/text/span";

export interface QuoteTurn extends Span {
  /** The participant's name as the project has it, null where the turn has no speaker. */
  readonly speaker: string | null;
  readonly role: SpeakerRole;
}

/** A stretch of one quote that one speaker says; `words` exactly as they stand in the text. */
export interface QuotePart {
  readonly speaker: string | null;
  readonly role: SpeakerRole;
  readonly words: string;
}

const KIND_NAMES: Readonly<Record<string, string>> = {
  interview: "Interview",
  "focus-group": "Focus Group",
  "field-note": "Field note",
};

/** The parts of `[start, end)` turn by turn, in order; what lies between turns (line ends) belongs to none. */
export function quoteParts(text: string, turns: readonly QuoteTurn[], span: Span): QuotePart[] {
  const parts: QuotePart[] = [];
  for (const turn of turns) {
    if (turn.end <= span.start) continue;
    if (turn.start >= span.end) break;
    const words = text.slice(Math.max(turn.start, span.start), Math.min(turn.end, span.end));
    if (words.trim() !== "") parts.push({ speaker: turn.speaker, role: turn.role, words });
  }
  return parts.length > 0 ? parts : [{ speaker: null, role: "unknown", words: text.slice(span.start, span.end) }];
}

/** The quote as one text: alone as it stands, of several speakers each on a line of its own behind their name. */
export function quoteWords(parts: readonly QuotePart[]): string {
  const first = parts[0];
  if (parts.length === 1 && first) return first.words;
  return parts.map((part) => (part.speaker ? `${part.speaker}: ${part.words}` : part.words)).join("\n");
}

/**
 * `[Focus Group #P598]`; several participants `[Focus Group #P598, #P601]`. Interviewers and moderators are named
 * only where nobody else speaks.
 */
export function attribution(kind: string, parts: readonly QuotePart[]): string {
  const asked = (part: QuotePart) => part.role !== "interviewer" && part.role !== "moderator";
  const named = parts.filter((part) => part.speaker !== null);
  const counted = named.some(asked) ? named.filter(asked) : named;
  const names = [...new Set(counted.map((part) => `#${(part.speaker ?? "").replace(/^#/, "")}`))];
  return `[${[KIND_NAMES[kind] ?? "Document", names.join(", ")].filter(Boolean).join(" ")}]`;
}
