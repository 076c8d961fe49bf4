// The q × q confusion matrix: how often the first coder chose the row's category and the second the column's.

export type ConfusionMatrix = readonly (readonly number[])[];

/** Returns the matrix; throws RangeError where it is not square or a cell is not a count. */
export function checkedMatrix(matrix: ConfusionMatrix): ConfusionMatrix {
  for (const row of matrix) {
    if (row.length !== matrix.length) throw new RangeError(`a row of ${row.length} in a matrix of ${matrix.length}`);
    for (const count of row) {
      if (!Number.isFinite(count) || count < 0) throw new RangeError(`a cell is ${count}, not a count`);
    }
  }
  return matrix;
}

export function matrixSize(matrix: ConfusionMatrix): number {
  return checkedMatrix(matrix).reduce((sum, row) => sum + sumOf(row), 0);
}

/** How often each coder chose each category: first by rows, second by columns. */
export function margins(matrix: ConfusionMatrix): { first: number[]; second: number[] } {
  const first = matrix.map(sumOf);
  const second = matrix.map((_, column) => matrix.reduce((sum, row) => sum + (row[column] ?? 0), 0));
  return { first, second };
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}
