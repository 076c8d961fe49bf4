// A meeting's saved chat: who wrote what and when, which is not speech; one line a message, more where it goes on.
import { clockMs } from "./clock";
import type { SourceLine } from "./label-blocks";
import type { Problem } from "./read-result";

/** Zoom: `10:04:11 From Anna to Everyone:` (newer, the message below), `10:04:11	 From  Anna : hi` (older). */
const FROM =
  /^(\d{1,2}:\d{2}:\d{2})[ \t]+From[ \t]+(\S[^\t\n]{0,80}?)(?:[ \t]{1,3}to[ \t]{1,3}\S[^\t\n:]{0,80}?)?[ \t]{0,3}:(?:[ \t]+|$)/u;
/** Zoom's cloud: `00:11:40	Anna Lee:	hi`. */
const TABBED = /^(\d{1,2}:\d{2}:\d{2})\t([^\t\n]{1,80}):\t[ \t]*/u;
const BEGINS_WITH_TIME = /^\d{1,2}:\d{2}:\d{2}[ \t]/;
const LOOKED_AT = 300;

interface Message {
  readonly name: string;
  readonly length: number;
  readonly time: string;
}

/** Null where the text is no chat: nearly all lines that begin with a time must be heads of messages of one layout. */
export function meetingChatLines(text: string): { lines: SourceLine[]; problems: Problem[] } | null {
  if (!BEGINS_WITH_TIME.test(text.trimStart().slice(0, LOOKED_AT))) return null;
  const source = text.split("\n");
  for (const layout of [FROM, TABBED]) {
    const heads = source.map((line) => messageHead(line, layout));
    const messages = heads.filter((head) => head !== null);
    const timed = source.filter((line) => BEGINS_WITH_TIME.test(line)).length;
    if (messages.length === 0 || messages.length * 10 < timed * 9) continue;
    const isClock = layout === FROM;
    const first = clockMs(messages[0]?.time ?? "0:00");
    const lines = messageLines(source, heads, (time) =>
      isClock ? sinceMidnight(clockMs(time) - first) : clockMs(time),
    );
    const problems: Problem[] = [
      { code: "chat-messages", params: { count: messages.length } },
      ...(isClock ? [{ code: "clock-times", params: {} }] : []),
    ];
    return { lines, problems };
  }
  return null;
}

function messageHead(line: string, layout: RegExp): Message | null {
  const match = layout.exec(line.slice(0, LOOKED_AT));
  if (!match) return null;
  return { time: match[1] ?? "", name: (match[2] ?? "").trim(), length: match[0].length };
}

function messageLines(
  source: readonly string[],
  heads: readonly (Message | null)[],
  timeOf: (time: string) => number,
): SourceLine[] {
  const lines: SourceLine[] = [];
  let open: Message | null = null;
  for (const [i, text] of source.entries()) {
    const head = heads[i] ?? null;
    if (head === null && open !== null && text.trim() !== "") {
      // The newer layout writes the message under its head.
      const last = lines.at(-1);
      const known = { label: open.name, length: open.length + 1 + (/^[ \t]*/.exec(text)?.[0].length ?? 0) };
      lines[lines.length - 1] = { ...last, text: `${last?.text ?? ""}\n${text}`, known };
      open = null;
    } else if (head === null) {
      lines.push({ text, sameParagraph: true });
    } else {
      const isHeadAlone = text.length === head.length;
      open = isHeadAlone ? head : null;
      lines.push({ text, startMs: timeOf(head.time), known: { label: head.name, length: head.length } });
    }
  }
  return lines;
}

/** A meeting that passes midnight goes on. */
function sinceMidnight(ms: number): number {
  return (ms + 86_400_000) % 86_400_000;
}
