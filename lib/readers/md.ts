// Markdown transcripts: front matter aside, entities and escapes decoded, bold labels; the words keep their own marks.
import { decodeEntities } from "./html-entities";
import { labelBlocks } from "./label-blocks";
import { listed, withProductLines } from "./product-lines";
import type { Problem, ReadOptions, ReadResult } from "./read-result";

const FENCED = /^\s*---[ \t]*\n([\s\S]*?\n)?(?:---|\.\.\.)[ \t]*(?:\n|$)/;
const YAML_LINE = /^(?:[A-Za-z_][\w -]*:(?:\s|$)|\s+\S|-\s|#|\s*$|[\]}])/;
const USUAL_KEY =
  /^(?:title|date|speakers?|authors?|tags?|layout|slug|description|lang|permalink|categories|episode)\s*:/im;

/** `verbatim`: nothing is decoded and no asterisk is taken for a mark. */
export function readMd(text: string, options: ReadOptions = {}): Omit<ReadResult, "encoding"> {
  const verbatim = options.verbatim ?? false;
  const front = frontMatter(text);
  const body = text.slice(front.length);
  const lines = body.split("\n").map((line) => ({ text: verbatim ? line : decodeEntities(unescaped(line)) }));
  const keepNumbers = options.keep?.includes("line-numbers") ?? false;
  const found = labelBlocks(lines, { markdown: !verbatim, verbatim, keepNumbers });
  const { blocks, findings } = withProductLines(found.blocks, options);
  const problems: Problem[] = [...found.problems];
  if (front !== "") problems.push({ code: "front-matter-left-out", params: { lines: front.split("\n").length - 1 } });
  return { format: "md", unit: "line", blocks, problems, ...listed(found.findings, findings) };
}

/** A backslash before ASCII punctuation or at a line's end belongs to Markdown, not to the words. */
function unescaped(line: string): string {
  return line.includes("\\") ? line.replace(/\\(?:([!-/:-@[-`{-~])|$)/g, (_, mark = "") => mark) : line;
}

/** Two rules with talk between them are no front matter: it has YAML on every line, and a key that such heads have. */
function frontMatter(text: string): string {
  const fenced = FENCED.exec(text);
  if (!fenced) return "";
  const inner = fenced[1] ?? "";
  const isYaml = inner.split("\n").every((line) => YAML_LINE.test(line)) && USUAL_KEY.test(inner);
  return isYaml ? fenced[0] : "";
}
