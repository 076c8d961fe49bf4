// Quotes as every export takes them: grouped under their code's path, in the order in which they are to stand.

export interface ExportedQuote {
  /** The words exactly as they stand in the document. */
  readonly words: string;
  /** As the paper prints it: `[Focus Group #P598]`. */
  readonly attribution: string;
  readonly document: string;
  readonly participant: string;
  /** Marked by a coder as one to quote. */
  readonly starred?: boolean;
}

export interface QuoteGroup {
  /** From the theme down: `["Support", "Peers"]`. */
  readonly path: readonly string[];
  readonly quotes: readonly ExportedQuote[];
}
