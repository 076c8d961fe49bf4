// The general sections of the method page, in their order.
import { CHARACTERS, EXCERPTS, INTERVALS, UNITIZING } from "./method-counted-text";
import { LABELS, PLANNING } from "./method-judgement";
import { PROGRAMS, TRAPS } from "./method-other-programs";
import { COUNTING, READING, UNDEFINED } from "./method-reading";
import type { MethodSection } from "./method-section";

export const METHOD_SECTIONS: readonly MethodSection[] = [
  READING,
  COUNTING,
  UNDEFINED,
  CHARACTERS,
  INTERVALS,
  EXCERPTS,
  UNITIZING,
  LABELS,
  PLANNING,
  PROGRAMS,
  TRAPS,
];
