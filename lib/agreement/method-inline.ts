// The few marks that the words of the method page may carry, and how they are cut at them.
import { METHOD_GROUPS } from "./method-notes";
import { UNDEFINED_REASONS, type UndefinedReason } from "./statistic";

/** How something about another program is known. */
export const KNOWN_FROM = { V: "source code read", D: "documentation", R: "literature" } as const;

export type KnownFrom = keyof typeof KNOWN_FROM;

export type InlinePart =
  | { readonly kind: "text" | "code"; readonly text: string }
  | { readonly kind: "figure" | "section"; readonly name: string }
  | { readonly kind: "reason"; readonly reason: UndefinedReason }
  | { readonly kind: "doi"; readonly doi: string }
  | { readonly kind: "known"; readonly from: KnownFrom };

// Names that are words of the language too, such as jaccard, are not taken for the figure.
const FIGURES = METHOD_GROUPS.flatMap((group) => group.figures.map(([name]) => name)).filter((name) =>
  /[A-Z]/.test(name),
);

// A name that touches a hyphen or a letter is part of another word.
const MARKS = new RegExp(
  [
    "`(?<code>[^`]+)`",
    "\\{(?<figure>[a-z]\\w+)\\}",
    "\\{#(?<section>[a-z-]+)\\}",
    "\\[(?<known>[VDR])\\]",
    "\\bdoi (?<doi>10\\.\\d+/[^\\s;,]*[^\\s;,.)])",
    `(?<![\\w-])(?<reason>${UNDEFINED_REASONS.join("|")})(?![\\w-])`,
    `(?<![\\w-])(?<named>${FIGURES.join("|")})(?![\\w-])`,
  ].join("|"),
  "g",
);

/**
 * Cuts words at their marks: `code` in backticks, {holsti} or cohenKappa for a figure, {#intervals} for a section, [V],
 * [D] and [R] for how it is known, a doi, and the names of the reasons for which a figure may be undefined.
 */
export function inlineParts(words: string): InlinePart[] {
  const parts: InlinePart[] = [];
  let from = 0;
  for (const match of words.matchAll(MARKS)) {
    if (match.index > from) parts.push({ kind: "text", text: words.slice(from, match.index) });
    parts.push(markedPart(match.groups ?? {}, match[0]));
    from = match.index + match[0].length;
  }
  if (from < words.length) parts.push({ kind: "text", text: words.slice(from) });
  return parts;
}

function markedPart(found: Readonly<Record<string, string | undefined>>, whole: string): InlinePart {
  const reason = UNDEFINED_REASONS.find((each) => each === (found.code ?? found.reason));
  if (reason) return { kind: "reason", reason };
  if (found.code !== undefined) return { kind: "code", text: found.code };
  if (found.section !== undefined) return { kind: "section", name: found.section };
  if (found.known === "V" || found.known === "D" || found.known === "R") return { kind: "known", from: found.known };
  if (found.doi !== undefined) return { kind: "doi", doi: found.doi };
  const name = found.figure ?? found.named;
  return name === undefined ? { kind: "text", text: whole } : { kind: "figure", name };
}
