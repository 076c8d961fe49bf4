import { type FocusEvent, type KeyboardEvent, type MouseEvent, useState } from "react";

export interface RovingOptions {
  rows: number;
  columns?: number;
  onPress: (row: number, column: number) => void;
}

interface Place {
  row: number;
  column: number;
}

/** One tab stop for many places: arrows, Home and End move among them, Enter and Space press. The places carry
    `data-row` and `data-column`; the handlers stand on the drawing around them. */
export function useRoving({ rows, columns = 1, onPress }: RovingOptions) {
  const [current, setCurrent] = useState<Place>({ row: 0, column: 0 });
  const stop = { row: Math.min(current.row, rows - 1), column: Math.min(current.column, columns - 1) };

  const onKeyDown = (event: KeyboardEvent<SVGSVGElement>) => {
    const from = placeOf(event.target);
    if (!from || event.altKey || event.metaKey) return;
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      onPress(from.row, from.column);
      return;
    }
    const to = moved(from, event.key, event.ctrlKey, rows, columns);
    if (!to) return;
    event.preventDefault();
    const target = event.currentTarget.querySelector(`[data-row="${to.row}"][data-column="${to.column}"]`);
    if (target instanceof SVGElement) target.focus();
  };
  const onFocus = (event: FocusEvent<SVGSVGElement>) => {
    const place = placeOf(event.target);
    if (place) setCurrent(place);
  };
  const onClick = (event: MouseEvent<SVGSVGElement>) => {
    const place = placeOf(event.target);
    if (place) onPress(place.row, place.column);
  };
  return {
    handlers: { onKeyDown, onFocus, onClick },
    tabIndexOf: (row: number, column = 0) => (row === stop.row && column === stop.column ? 0 : -1),
  };
}

/** The place that an element lies in. */
export function placeOf(target: EventTarget | null): Place | null {
  const element = target instanceof Element ? target.closest("[data-row]") : null;
  if (!element) return null;
  return { row: Number(element.getAttribute("data-row")), column: Number(element.getAttribute("data-column")) };
}

function moved({ row, column }: Place, key: string, far: boolean, rows: number, columns: number): Place | null {
  const [lastRow, lastColumn] = [rows - 1, columns - 1];
  switch (key) {
    case "ArrowUp":
      return { row: Math.max(row - 1, 0), column };
    case "ArrowDown":
      return { row: Math.min(row + 1, lastRow), column };
    case "ArrowLeft":
      return { row, column: Math.max(column - 1, 0) };
    case "ArrowRight":
      return { row, column: Math.min(column + 1, lastColumn) };
    case "Home":
      return { row: far || columns === 1 ? 0 : row, column: 0 };
    case "End":
      return { row: far || columns === 1 ? lastRow : row, column: lastColumn };
    default:
      return null;
  }
}
