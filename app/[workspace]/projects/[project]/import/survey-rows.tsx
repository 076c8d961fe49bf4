"use client";

import type { SurveyPreview } from "@/app/api/imports/import-preview";
import { type Column, DataTable } from "../../../../ui/data-table";
import styles from "./survey.module.css";

const SHOWN_ROWS = 5;
const SHOWN_COLUMNS = 40;
const SHOWN_WORDS = 90;

interface NumberedRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** The first answers as they stand in the file. */
export function SurveyRows({ preview }: { preview: SurveyPreview }) {
  const { survey, sampleRows } = preview;
  const rows = sampleRows.slice(0, SHOWN_ROWS).map((cells, i) => ({ number: i + 1, cells }));
  const columns: Column<NumberedRow>[] = [
    { id: "number", header: "Row", rowHeader: true, align: "end", cell: ({ number }) => number },
    ...survey.columns.slice(0, SHOWN_COLUMNS).map(({ index, name }) => ({
      id: String(index),
      header: <span className={styles.sampleHead}>{name}</span>,
      cell: ({ cells }: NumberedRow) => <SampleCell words={cells[index] ?? ""} />,
    })),
  ];
  return (
    <>
      <DataTable
        caption="The first answers"
        columns={columns}
        rows={rows}
        rowKey={({ number }) => String(number)}
        wide
      />
      {survey.columns.length > SHOWN_COLUMNS ? (
        <p className={styles.soft}>
          {`The first ${SHOWN_COLUMNS} of ${survey.columns.length.toLocaleString("en-GB")} columns.`}
        </p>
      ) : null}
    </>
  );
}

function SampleCell({ words }: { words: string }) {
  const flat = words.replace(/\s+/gu, " ").trim();
  return <span className={styles.sample}>{flat.length > SHOWN_WORDS ? `${flat.slice(0, SHOWN_WORDS)}…` : flat}</span>;
}
