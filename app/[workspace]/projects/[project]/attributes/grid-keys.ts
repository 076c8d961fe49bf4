export interface Cell {
  readonly row: number;
  readonly column: number;
}

const PAGE_ROWS = 20;

/** Where a key goes from a cell; null where it goes nowhere in the grid, as Tab at the end of a row does, which leaves it. */
export function movedCell(
  { row, column }: Cell,
  key: string,
  size: { readonly rows: number; readonly columns: number },
  { command = false, shift = false } = {},
): Cell | null {
  const [lastRow, lastColumn] = [size.rows - 1, size.columns - 1];
  const at = (nextRow: number, nextColumn: number): Cell => ({
    row: Math.max(0, Math.min(lastRow, nextRow)),
    column: Math.max(0, Math.min(lastColumn, nextColumn)),
  });
  switch (key) {
    case "ArrowUp":
      return at(command ? 1 : row - 1, column);
    case "ArrowDown":
      return at(command ? lastRow : row + 1, column);
    case "ArrowLeft":
      return at(row, command ? 0 : column - 1);
    case "ArrowRight":
      return at(row, command ? lastColumn : column + 1);
    case "Home":
      return at(command ? 1 : row, 0);
    case "End":
      return at(command ? lastRow : row, lastColumn);
    case "PageUp":
      return at(Math.max(1, row - PAGE_ROWS), column);
    case "PageDown":
      return at(row + PAGE_ROWS, column);
    case "Tab": {
      const next = column + (shift ? -1 : 1);
      return next < 0 || next > lastColumn ? null : at(row, next);
    }
    default:
      return null;
  }
}
