// Generated from the doc comments in this folder (UPDATE_METHOD=1 with e2e/law/method.test.ts writes it anew): what each figure on agreement answers and is.
import type { MethodEntry } from "./method-entry";
import { ACROSS } from "./method-of-across";
import { BEYOND_CHANCE } from "./method-of-beyond-chance";
import { CATEGORIES } from "./method-of-categories";
import { EXCERPT_FIGURES } from "./method-of-excerpt-figures";
import { OVER_DOCUMENTS } from "./method-of-over-documents";
import { SAMPLE_SIZES } from "./method-of-sample-sizes";
import { SEVERAL_CODERS } from "./method-of-several-coders";
import { SHARES } from "./method-of-shares";
import { UNITS } from "./method-of-units";

/** In the order of the groups in method-notes.ts. */
export const METHOD_ENTRIES: readonly MethodEntry[] = [
  ...BEYOND_CHANCE,
  ...SHARES,
  ...CATEGORIES,
  ...EXCERPT_FIGURES,
  ...SEVERAL_CODERS,
  ...ACROSS,
  ...OVER_DOCUMENTS,
  ...UNITS,
  ...SAMPLE_SIZES,
];
