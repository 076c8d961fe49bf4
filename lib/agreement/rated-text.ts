// Ratings written as text, as publications print their tables: a row for each item, a character for each coder.
import { type RatingLabel, type Ratings, ratingsOfLabels } from "./ratings";

/** Digits are numbers, other characters words, a point nothing; rows stand between blanks. */
export function ratedText(text: string, labels?: readonly RatingLabel[]): Ratings {
  const rows = text.trim().split(/\s+/);
  return ratingsOfLabels(
    rows.map((row) => [...row].map((mark) => (mark === "." ? null : /\d/.test(mark) ? Number(mark) : mark))),
    labels,
  );
}
