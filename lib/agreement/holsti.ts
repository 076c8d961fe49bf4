// Holsti's coefficient of reliability: agreed decisions as a share of all decisions that two coders made.
import { defined, type Statistic, undefinedFor } from "./statistic";

/**
 * Answers: Of all decisions that the two coders made, what share did they agree on?
 * Formula: CR = 2M/(N1 + N2), M agreed decisions, N1 and N2 the decisions of each coder
 * Shape: three counts.
 * Unit: decisions; excerpts that each coder marked freely, for instance.
 * Undefined: no-data.
 * Misleads: not corrected for chance. On a fixed list of items it is percent agreement, on free excerpts Dice over
 *   excerpts: say which, and what made two excerpts agree.
 * Elsewhere: ATLAS.ti offers it as Holsti's index, 2A/(N1 + N2).
 * Throws: RangeError for what is not a count, and where more is agreed on than either coder decided.
 * Cost: constant.
 * Source: Holsti 1969, Content Analysis for the Social Sciences and Humanities, Addison-Wesley, p. 140.
 * Checked: percent agreement on fixed items and positive agreement on free ones, over random tables.
 */
export function holsti(agreed: number, first: number, second: number): Statistic {
  for (const count of [agreed, first, second]) {
    if (!(count >= 0 && count < Infinity)) throw new RangeError(`${count} decisions are not a count`);
  }
  if (agreed > Math.min(first, second)) {
    throw new RangeError(`${agreed} agreed decisions of ${first} and ${second} made`);
  }
  return first + second === 0 ? undefinedFor("no-data") : defined((2 * agreed) / (first + second));
}
