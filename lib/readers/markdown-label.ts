// How Markdown sets a speaker's label off: bold by asterisks or by tags, a heading, the time within it or beside it.
import { CLOCK } from "./clock";

export interface MarkdownLabel {
  readonly label: string;
  readonly length: number;
  readonly time: string | null;
  readonly heading: boolean;
  readonly colon: boolean;
}

/** Sites built with kramdown write `{: .blue}` after what they colour. */
const ATTRIBUTES = "(?:\\{:[^{}\\n]{0,80}\\})?";
const BOLD = new RegExp(
  `^(?:(\\*\\*|__)(.{1,90}?)\\s*([:：]?)\\s*\\1|<(b|strong|u)>(.{1,90}?)\\s*([:：]?)\\s*</\\4>)${ATTRIBUTES}\\s*([:：]?)`,
  "iu",
);
const HEADING = /^#{1,6}[ \t]+(.{1,90}?)\s*([:：]?)[ \t]*#*[ \t]*$/u;
const TIME = `(?:\\[(${CLOCK})\\]|\\((${CLOCK})\\)|(${CLOCK}))`;
const TIME_FIRST = new RegExp(`^${TIME}\\s+(?:[-–—|]\\s+)?(\\S.*)$`, "u");
const TIME_LAST = new RegExp(`^(.*\\S)\\s+(?:[-–—|]\\s+)?${TIME}$`, "u");

/** What stands in bold or as a heading at the head of `text`; `whole`: it is all of the line. */
export function markdownLabel(text: string, whole: boolean): MarkdownLabel | null {
  if (text.startsWith("#")) return whole ? headingLabel(text) : null;
  if (!/^(?:\*\*|__|<[bsu])/i.test(text)) return null;
  const match = BOLD.exec(text);
  if (!match) return null;
  const colon = [match[3], match[6], match[7]].some(Boolean);
  return { ...parted(match[2] ?? match[5] ?? ""), length: match[0].length, heading: false, colon };
}

function headingLabel(text: string): MarkdownLabel | null {
  const match = HEADING.exec(text);
  if (!match) return null;
  return { ...parted(match[1] ?? ""), length: text.length, heading: true, colon: Boolean(match[2]) };
}

/** `[00:05] Anna` and `Anna (00:05)`, all of it bold: the time is no part of the name. */
function parted(inner: string): { label: string; time: string | null } {
  const first = TIME_FIRST.exec(inner);
  if (first) return { label: first[4] ?? "", time: first[1] ?? first[2] ?? first[3] ?? null };
  const last = TIME_LAST.exec(inner);
  if (last) return { label: last[1] ?? "", time: last[2] ?? last[3] ?? last[4] ?? null };
  return { label: /^\[([^[\]]+)\]$/.exec(inner)?.[1] ?? inner, time: null };
}
