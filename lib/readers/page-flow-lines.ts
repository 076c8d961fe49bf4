// A page flow → the lines in which speakers' labels are looked for, with the two layouts of Teams recognised.
import { CUE_CLOCK, cueClockMs } from "./clock";
import { isBlank, type SourceLine } from "./label-blocks";
import { labelCandidate } from "./label-candidate";
import { boldLength, type FlowElement, type FlowParagraph, joinLines } from "./page-flow";
import { tableLines } from "./speaker-table";

const TEAMS_TIMING = new RegExp(`^\\s*(${CUE_CLOCK})\\s*-->\\s*(${CUE_CLOCK})\\s*$`);
const TEAMS_NAMELESS = /^\s*(\d{1,3}(?::\d{2}){1,2})\s*$/u;

/** `titleRows`: tables' rows of titles, which say which column is whose and are nobody's words. */
export function flowLines(content: readonly FlowElement[]): {
  readonly lines: SourceLine[];
  readonly titleRows: number;
} {
  const teams = isTeamsLayout(content);
  let titleRows = 0;
  const lines = content.flatMap((element): SourceLine[] => {
    if (element.kind === "table") {
      const table = tableLines(element);
      if (table.titles) titleRows++;
      return table.lines;
    }
    const teamsTurn = oldTeamsTurn(element) ?? (teams ? namelessTeamsTurn(element) : null);
    if (teamsTurn) return [teamsTurn];
    // The first line with words begins the paragraph, wherever it stands in it.
    const first = element.lines.findIndex((line) => !isBlank(line.text));
    return element.lines.map((line, i) => ({
      text: line.text,
      emphasis: line.emphasis,
      boldLength: boldLength(line),
      sameParagraph: i > first,
      standsAlone: element.boxed || teams,
    }));
  });
  return { lines, titleRows };
}

/** Teams until 2023: one paragraph a cue, holding the times, the name and the words. */
function oldTeamsTurn({ lines }: FlowParagraph): SourceLine | null {
  const timing = lines.length > 1 ? TEAMS_TIMING.exec(lines[0]?.text ?? "") : null;
  if (!timing) return null;
  const whole = joinLines(lines, "\n");
  const named = lines.length > 2;
  const head = lines.slice(0, named ? 2 : 1).reduce((sum, line) => sum + line.text.length + 1, 0);
  const label = named ? (lines[1]?.text ?? "").trim() : "";
  return {
    ...whole,
    // This product never pads: its `.90` stands beside `.480`.
    startMs: cueClockMs(timing[1] ?? "", true),
    endMs: cueClockMs(timing[2] ?? "", true),
    known: { label: label === "" ? null : label, length: head },
    standsAlone: label === "",
  };
}

/** Teams now: one paragraph a turn, whose first line is a name and a time, and its words after a soft break. */
function isTeamsLayout(content: readonly FlowElement[]): boolean {
  const turns = content.filter((element) => {
    if (element.kind === "table" || element.lines.length < 2) return false;
    const [head, ...words] = element.lines.filter((line) => !isBlank(line.text));
    return head !== undefined && words.length > 0 && labelCandidate(head.text, 0, {})?.form === "header";
  });
  return turns.length > 1;
}

/** A turn whose name Teams left empty belongs to nobody that the file knows, least of all to the speaker before. */
function namelessTeamsTurn({ lines }: FlowParagraph): SourceLine | null {
  const filled = lines.filter((line) => !isBlank(line.text));
  const [head] = filled;
  const time = TEAMS_NAMELESS.exec(head?.text ?? "");
  if (!head || !time || filled.length < 2) return null;
  return {
    ...joinLines(filled, "\n"),
    startMs: cueClockMs(time[1] ?? "", false),
    known: { label: null, length: head.text.length + 1 },
    standsAlone: true,
  };
}
