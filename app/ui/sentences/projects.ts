import type { Sentences } from "../sentences";

/** Documents, codebook, coding, rounds and rulings. */
export const projectSentences: Sentences = {};
