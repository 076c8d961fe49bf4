// Quotes → CSV, one row a quote.
import { csvText } from "./csv";
import type { QuoteGroup } from "./quote-group";

const HEADER = ["Code path", "Code", "Quote", "Attribution", "Document", "Participant", "Starred"];

export function quotesCsv(groups: readonly QuoteGroup[]): string {
  const rows = groups.flatMap(({ path, quotes }) =>
    quotes.map((quote) => [
      path.join(" > "),
      path.at(-1) ?? "",
      quote.words,
      quote.attribution,
      quote.document,
      quote.participant,
      quote.starred ? "yes" : "",
    ]),
  );
  return csvText(HEADER, rows);
}
