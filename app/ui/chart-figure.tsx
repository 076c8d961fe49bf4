"use client";

import { Download } from "lucide-react";
import { type ReactNode, useId, useRef } from "react";
import { saveFile } from "./chart-download";
import styles from "./chart-figure.module.css";
import { pngFile } from "./chart-png";
import { chartNumber } from "./chart-scale";
import { ChartTitle } from "./chart-svg";
import { type Column, DataTable } from "./data-table";
import { Menu } from "./menu";
import { svgFile } from "./svg-file";
import { toast } from "./toast";

export type ChartCell = string | number | null;

export interface ChartTable {
  columns: readonly string[];
  rows: readonly (readonly ChartCell[])[];
}

export interface ChartFigureProps {
  title: string;
  intro?: ReactNode;
  /** Of the downloads, without its ending. */
  fileName: string;
  /** One chart of this folder. */
  chart: ReactNode;
  /** The same numbers in full; the csv holds them as they are. */
  table: ChartTable;
  /** Numbers in the table on the screen; by default three decimals, or none in a column of whole numbers. */
  format?: (value: number, column: number) => string;
  note?: ReactNode;
}

/** A chart with its words, its numbers and its files. */
export function ChartFigure(props: ChartFigureProps) {
  const { title, intro, fileName, chart, table, format, note } = props;
  const titleId = useId();
  const place = useRef<HTMLDivElement>(null);

  const save = async (ending: "svg" | "png" | "csv") => {
    try {
      saveFile(`${fileName}.${ending}`, await contentOf(ending));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      toast(`The ${ending} file could not be made: ${why}. Nothing was saved.`, { tone: "error" });
    }
  };
  const contentOf = async (ending: "svg" | "png" | "csv"): Promise<Blob> => {
    if (ending === "csv") {
      const { csvText } = await import("@/lib/writers/csv");
      return new Blob([csvText(table.columns, table.rows)], { type: "text/csv;charset=utf-8" });
    }
    const svg = place.current?.querySelector<SVGSVGElement>("svg[data-chart]");
    if (!svg) throw new Error("there is no chart yet");
    const file = svgFile(svg, title);
    return ending === "png" ? pngFile(file) : new Blob([file.text], { type: "image/svg+xml" });
  };

  return (
    <figure className={styles.figure} aria-labelledby={titleId}>
      <figcaption className={styles.caption}>
        <div className={styles.words}>
          <p id={titleId} className={styles.title}>
            {title}
          </p>
          {intro ? <div className={styles.intro}>{intro}</div> : null}
        </div>
        <Menu
          label={`Download: ${title}`}
          size="small"
          icon={<Download aria-hidden />}
          placement="bottom end"
          items={[
            { id: "svg", label: "SVG", detail: "drawing, for print", onSelect: () => void save("svg") },
            { id: "png", label: "PNG", detail: "picture, 288 dpi", onSelect: () => void save("png") },
            { id: "csv", label: "CSV", detail: "numbers in full", onSelect: () => void save("csv") },
          ]}
        >
          Download
        </Menu>
      </figcaption>
      <div ref={place} className={styles.chart}>
        <ChartTitle value={title}>{chart}</ChartTitle>
      </div>
      {note ? <div className={styles.note}>{note}</div> : null}
      <details className={styles.numbers}>
        <summary>Show the numbers</summary>
        <DataTable
          caption={`${title}: numbers`}
          columns={columnsOf(table, format)}
          rows={table.rows.map((cells, index) => ({ cells, id: String(index) }))}
          rowKey={(row) => row.id}
          maxHeight="28rem"
        />
      </details>
    </figure>
  );
}

interface NumbersRow {
  id: string;
  cells: readonly ChartCell[];
}

function columnsOf({ columns, rows }: ChartTable, format: ChartFigureProps["format"]) {
  return columns.map((header, index): Column<NumbersRow> => {
    const numbers = rows.map((row) => row[index]).filter((cell) => typeof cell === "number");
    const decimals = numbers.every(Number.isInteger) ? 0 : 3;
    const words = (value: number) => format?.(value, index) ?? chartNumber(value, decimals);
    return {
      id: String(index),
      header,
      align: numbers.length > 0 ? "end" : "start",
      rowHeader: index === 0,
      cell: ({ cells }) => {
        const cell = cells[index] ?? null;
        return cell === null ? "–" : typeof cell === "number" ? words(cell) : cell;
      },
    };
  });
}
