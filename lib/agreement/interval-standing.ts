// Whether an interval over documents may be shown: a rule for screens and papers, not for files.

/** Below this many documents with the code an interval says more about one document than about the coders. */
export const FEWEST_DOCUMENTS_WITH_CODE = 5;

/** Below this many documents with the code an interval is shown with a warning: measured, it is then too narrow. */
export const FEWEST_DOCUMENTS_WITHOUT_WARNING = 10;

/**
 * `hidden`: too few documents carry the code, and standard errors over documents mislead (they may come out far too
 * small). `caution`: shown, and said that so few documents make it rough. `plain`: shown.
 */
export type IntervalStanding = "hidden" | "caution" | "plain";

export function intervalStanding(documentsWithCode: number): IntervalStanding {
  if (documentsWithCode < FEWEST_DOCUMENTS_WITH_CODE) return "hidden";
  return documentsWithCode < FEWEST_DOCUMENTS_WITHOUT_WARNING ? "caution" : "plain";
}
