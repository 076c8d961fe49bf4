"use client";

import { type Column, DataTable } from "@/app/ui/data-table";
import type { ReadResult } from "@/db/reads";
import type { Statistic } from "@/lib/agreement/statistic";
import styles from "./agreement.module.css";
import type { Unit } from "./agreement-choice";
import { CodeName } from "./code-name";
import table from "./codes-view.module.css";
import { countWords, kappaWords, undefinedWords } from "./figure-words";
import { UNIT_FIGURE_WORDS, type UnitFigure, type UnitRow } from "./unit-figures";
import { UNIT_WORDS } from "./unit-words";

export interface UnitTableProps {
  units: ReadResult<"agreement-by-unit">["units"];
  rows: readonly UnitRow[];
  figure: UnitFigure;
  chosen: string | null;
  onOpen: (codeId: string, unit: Unit) => void;
}

/** One figure of each code by every unit; a number opens the text that it was counted on. */
export function UnitTable({ units, rows, figure, chosen, onOpen }: UnitTableProps) {
  const { title, words } = UNIT_FIGURE_WORDS[figure];
  const columns: Column<UnitRow>[] = [
    { id: "code", header: "Code", rowHeader: true, cell: (row) => <CodeName {...row} /> },
    ...units.map(({ unit, items }, at): Column<UnitRow> => {
      const { title: name, one, many } = UNIT_WORDS[unit];
      return {
        id: unit,
        align: "end",
        header: (
          <>
            {name}
            <span className={table.source}>
              {countWords(items)} {items === 1 ? one : many}
            </span>
          </>
        ),
        cell: (row) => {
          const statistic = row.figures[at];
          if (!statistic) return "–";
          return (
            <button
              type="button"
              className={styles.figure}
              aria-label={`${title} of ${row.name} by ${one}: ${aloud(statistic, words)}. Open the text behind it`}
              onClick={() => onOpen(row.id, unit)}
            >
              {words(statistic)}
            </button>
          );
        },
      };
    }),
    {
      id: "note",
      header: "How to read it",
      cell: (row) => <span className={styles.note}>{reasonsOf(units, row)}</span>,
    },
  ];
  return (
    <DataTable
      caption={`${title} of each code by what is counted`}
      showCaption
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      chosen={(row) => row.id === chosen}
      wide
      foot={figure === "kappa" ? <AcrossUnits units={units} /> : undefined}
    />
  );
}

function aloud(statistic: Statistic, words: (statistic: Statistic) => string): string {
  return statistic.kind === "defined" ? words(statistic) : undefinedWords(statistic.reason);
}

/** "By document not defined: both gave it to everything". */
function reasonsOf(units: UnitTableProps["units"], { figures }: UnitRow): string {
  const reasons = new Map<string, string[]>();
  for (const [at, statistic] of figures.entries()) {
    const unit = units[at]?.unit;
    if (statistic.kind === "defined" || !unit) continue;
    const words = undefinedWords(statistic.reason);
    reasons.set(words, [...(reasons.get(words) ?? []), UNIT_WORDS[unit].one]);
  }
  return [...reasons]
    .map(([words, by]) =>
      by.length === units.length ? words : `By ${by.join(", ")} ${words.charAt(0).toLowerCase()}${words.slice(1)}`,
    )
    .join(". ");
}

/** Of κ alone are there figures over all codes. */
function AcrossUnits({ units }: Pick<UnitTableProps, "units">) {
  const row = (name: string, of: (across: UnitTableProps["units"][number]["across"]) => Statistic, words: string) => (
    <tr className={styles.foot}>
      <th scope="row">{name}</th>
      {units.map(({ unit, across }) => (
        <td key={unit} className={styles.end}>
          {kappaWords(of(across))}
        </td>
      ))}
      <td>
        <span className={styles.note}>{words}</span>
      </td>
    </tr>
  );
  return (
    <>
      {row("All codes, tables added up", (across) => across.summed, "each code by itself")}
      {row(
        "Mean of the defined κ",
        (across) => across.meanKappa,
        "each code by itself, over those that have one by that unit",
      )}
      {row("Pooled κ (de Vries 2008)", (across) => across.pooledKappa, "each code by itself")}
    </>
  );
}
