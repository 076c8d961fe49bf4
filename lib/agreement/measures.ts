// The measures of one table: the counts, what they allow, and every coefficient on offer.
import { cohenKappa, expectedAgreement } from "./cohen-kappa";
import { percentAgreement } from "./percent-agreement";
import { positiveAgreement } from "./positive-agreement";
import type { Statistic } from "./statistic";
import { type Table2x2, type TableStatus, tableStatus } from "./table2x2";

export interface Measures {
  readonly table: Table2x2;
  readonly status: TableStatus;
  readonly percentAgreement: Statistic;
  readonly expectedAgreement: Statistic;
  readonly cohenKappa: Statistic;
  readonly positiveAgreement: Statistic;
}

export function measuresOf(table: Table2x2): Measures {
  return {
    table,
    status: tableStatus(table),
    percentAgreement: percentAgreement(table),
    expectedAgreement: expectedAgreement(table),
    cohenKappa: cohenKappa(table),
    positiveAgreement: positiveAgreement(table),
  };
}
