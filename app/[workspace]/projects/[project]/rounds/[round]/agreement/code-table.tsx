"use client";

import { type Column, DataTable } from "@/app/ui/data-table";
import type { ReadResult } from "@/db/reads";
import type { PlaceCoders } from "@/lib/agreement/places";
import { AcrossRows } from "./across-rows";
import styles from "./agreement.module.css";
import type { AgreementChoice } from "./agreement-choice";
import type { CodeColumn } from "./code-columns";
import { CodeName } from "./code-name";
import { type CodeRow, codeRows } from "./code-rows";
import table from "./codes-view.module.css";
import { cautionWords, kappaWords, LABELS, type LabelScheme, labelWord, undefinedWords } from "./figure-words";
import { intervalWords, shownInterval } from "./interval-words";
import { ReadingNote } from "./reading-note";
import { UNIT_WORDS } from "./unit-words";

export interface CodeTableProps {
  report: ReadResult<"agreement-report">;
  choice: AgreementChoice;
  names: readonly [string, string];
  labels: LabelScheme | null;
  columns: readonly CodeColumn[];
  chosen: string | null;
  /** `coders`: which of the places are wanted first. */
  onOpen: (codeId: string, coders: PlaceCoders | null) => void;
}

/** The figures of each code in the order of the tree, and below them of all codes. */
export function CodeTable({ report, choice, names, labels, columns: shown, chosen, onOpen }: CodeTableProps) {
  const context = { choice, names };
  const items = UNIT_WORDS[choice.unit].many;
  const columns: Column<CodeRow>[] = [
    { id: "code", header: "Code", rowHeader: true, cell: (row) => <CodeName {...row} /> },
    {
      id: "kappa",
      header: "κ",
      align: "end",
      cell: (row) => (
        <button
          type="button"
          className={styles.figure}
          aria-label={`κ of ${row.name}: ${kappaAloud(row, choice)}. Open the text behind it`}
          onClick={() => onOpen(row.id, null)}
        >
          {kappaWords(row.measures.cohenKappa)}
        </button>
      ),
    },
    ...shown.map((column): Column<CodeRow> => {
      const { id, title, words, opens } = column;
      return {
        id,
        header: <span className={table.head}>{title(context)}</span>,
        align: "end",
        cell: (row) => {
          const said = words(row, context);
          if (id === "interval") return <span className={table.interval}>{said}</span>;
          if (opens === undefined || said === "0") return said;
          // Not a stop of the Tab key: by keyboard the κ of the row opens the same text, with these as its tabs.
          return (
            <button
              type="button"
              tabIndex={-1}
              aria-label={`${said}: open the text`}
              className={styles.count}
              onClick={() => onOpen(row.id, opens)}
            >
              {said}
            </button>
          );
        },
      };
    }),
    {
      id: "note",
      header: (
        <>
          How to read it
          {labels ? <span className={table.source}> {LABELS[labels].title}</span> : null}
        </>
      ),
      cell: ({ measures, intervals }) => (
        <ReadingNote
          parts={[
            labelWord(measures.cohenKappa, labels),
            cautionWords(measures, names, items),
            intervals ? shownInterval(intervals, choice.interval, report.clusters).note : null,
          ]}
        />
      ),
    },
  ];
  return (
    <DataTable
      caption={`Agreement for each code, counted by ${UNIT_WORDS[choice.unit].one}`}
      columns={columns}
      rows={codeRows(report)}
      rowKey={(row) => row.id}
      chosen={(row) => row.id === chosen}
      wide
      foot={<AcrossRows report={report} choice={choice} names={names} labels={labels} columns={shown} />}
      empty="The codebook of this round holds no code."
    />
  );
}

function kappaAloud({ measures, intervals }: CodeRow, { interval }: AgreementChoice): string {
  const { cohenKappa } = measures;
  if (cohenKappa.kind === "undefined") return undefinedWords(cohenKappa.reason);
  const shown = intervals ? shownInterval(intervals, interval) : null;
  return `${kappaWords(cohenKappa)}${shown?.bounds ? `, interval ${intervalWords(shown)}` : ""}`;
}
