import type { Span } from "@/lib/text/span";

/** The words of a span on a few lines: its beginning and its end where it is long. */
export function quoted(text: string, { start, end }: Span): string {
  if (end - start <= 160) return text.slice(start, end).replace(/\s+/g, " ");
  const line = text.slice(start, start + 100).replace(/\s+/g, " ");
  const tail = text.slice(end - 60, end).replace(/\s+/g, " ");
  return `${line.slice(0, line.lastIndexOf(" "))} … ${tail.slice(tail.indexOf(" ") + 1)}`;
}
