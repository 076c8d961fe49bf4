import { type HeatLabel, HeatTable } from "./heat-table";

export interface ConfusionMatrixProps {
  caption: string;
  showCaption?: boolean;
  /** What the two sides are, for example two names. */
  rowHeading: string;
  columnHeading: string;
  /** The categories, the same on both sides and in the same order. */
  labels: readonly HeatLabel[];
  /** `counts[row][column]`; the framed diagonal is where both sides say the same. */
  counts: readonly (readonly number[])[];
  onCell?: (rowId: string, columnId: string) => void;
}

/** Counts of two sides' choices against each other, with their sums. */
export function ConfusionMatrix({ labels, counts, ...rest }: ConfusionMatrixProps) {
  return (
    <HeatTable {...rest} rows={labels} columns={labels} values={counts} diagonal totals turned={labels.length > 4} />
  );
}
