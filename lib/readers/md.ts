// Markdown transcripts: front matter aside, entities and escapes decoded, bold labels; the words keep their own marks.
import { decodeEntities } from "./html-entities";
import { labelBlocks } from "./label-blocks";
import type { Problem, ReadResult } from "./read-result";

const FENCED = /^\s*---[ \t]*\n([\s\S]*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/;
const YAML_LINE = /^(?:[A-Za-z_][\w -]*:(?:\s|$)|\s+\S|-\s|#|\s*$|[\]}])/;
const USUAL_KEY =
  /^(?:title|date|speakers?|authors?|tags?|layout|slug|description|lang|permalink|categories|episode)\s*:/im;

/** `verbatim`: nothing is decoded and no asterisk is taken for a mark. */
export function readMd(text: string, options: { verbatim?: boolean } = {}): Omit<ReadResult, "encoding"> {
  const verbatim = options.verbatim ?? false;
  const front = frontMatter(text);
  const body = text.slice(front.length);
  const lines = body.split("\n").map((line) => ({ text: verbatim ? line : decodeEntities(unescaped(line)) }));
  const found = labelBlocks(lines, { markdown: !verbatim, verbatim });
  const problems: Problem[] = [...found.problems];
  if (front !== "") problems.push({ code: "front-matter-left-out", params: { lines: front.split("\n").length - 1 } });
  return { format: "md", unit: "line", blocks: found.blocks, problems };
}

/** A backslash before ASCII punctuation belongs to Markdown, not to the words. */
function unescaped(line: string): string {
  return line.replace(/\\([!-/:-@[-`{-~])/g, "$1");
}

/** Two rules with talk between them are no front matter: it has YAML on every line, and a key that such heads have. */
function frontMatter(text: string): string {
  const fenced = FENCED.exec(text);
  if (!fenced) return "";
  const inner = fenced[1] ?? "";
  const isYaml = inner.split("\n").every((line) => YAML_LINE.test(line)) && USUAL_KEY.test(inner);
  return isYaml ? fenced[0] : "";
}
