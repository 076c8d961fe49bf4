// CHAT files of TalkBank and CHILDES: `*CHI:` speaks, `%mor:` is an analysis of it, `@ID:` is about the file.
import type { Block, Problem, ReadOptions, ReadResult } from "./read-result";

const HEAD = /^\s*@(?:UTF8|Begin|Font|PID|Window)\b/;
const SPOKEN = /^\*([^\s:*]{1,20}):[ \t]?/;
/** Times of the recording between two U+0015, in milliseconds. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the format marks its times with them
const BULLET = /[ \t]?\x15[^\x15\n]{0,200}?(\d{1,9})_(\d{1,9})-?\x15/g;

/** Null where the text is of another kind. `verbatim` keeps the times and the other tiers among the words. */
export function readTalkBank(text: string, options: ReadOptions): Omit<ReadResult, "encoding"> | null {
  if (!HEAD.test(text.slice(0, 200)) || !/^\*[^\s:*]{1,20}:/m.test(text)) return null;
  const verbatim = options.verbatim ?? false;
  const blocks: Block[] = [];
  let leftOut = 0;
  let headers = 0;
  for (const line of withContinuations(text)) {
    if (line.trim() === "") continue;
    const spoken = SPOKEN.exec(line);
    if (spoken) {
      blocks.push(spokenBlock(line, spoken[1] ?? "", spoken[0].length, verbatim));
    } else if (verbatim) {
      blocks.push({ raw: line, label: null, labelLength: 0, startMs: null, endMs: null, standsAlone: true });
    } else if (line.startsWith("%")) {
      leftOut++;
    } else if (line.startsWith("@")) {
      headers++;
    } else {
      blocks.push({ raw: line, label: null, labelLength: 0, startMs: null, endMs: null });
    }
  }
  const problems: Problem[] = [];
  if (leftOut > 0) problems.push({ code: "chat-tiers-left-out", params: { count: leftOut } });
  if (headers > 0) problems.push({ code: "chat-headers-left-out", params: { count: headers } });
  return { format: "txt", unit: "line", blocks, problems };
}

function spokenBlock(line: string, label: string, labelLength: number, verbatim: boolean): Block {
  const times = [...line.matchAll(BULLET)];
  const raw = verbatim ? line : line.replace(BULLET, "");
  const startMs = times[0] ? Number(times[0][1]) : null;
  const last = times.at(-1);
  return { raw, label, labelLength, startMs, endMs: last ? Number(last[2]) : null };
}

/** A line that begins with a tab goes on with the one before; the break is the file's, and it stays. */
function withContinuations(text: string): string[] {
  const joined: string[][] = [];
  for (const line of text.split("\n")) {
    const open = joined.at(-1);
    if (line.startsWith("\t") && open) open.push(line);
    else joined.push([line]);
  }
  return joined.map((parts) => parts.join("\n"));
}
