"use client";

import { Button } from "@/app/ui/button";
import { ChartFigure } from "@/app/ui/chart-figure";
import { domainOf } from "@/app/ui/chart-scale";
import { Checkbox } from "@/app/ui/checkbox";
import { Popover } from "@/app/ui/popover";
import { TrendChart } from "@/app/ui/trend-chart";
import { valueOrNull } from "@/lib/agreement/statistic";
import type { AgreementChoice } from "./agreement-choice";
import { CodeName } from "./code-name";
import { Computing } from "./computing";
import { confidenceWords } from "./interval-words";
import {
  acrossRowsOverRounds,
  clusterWordsOf,
  codeRowsOverRounds,
  type OverRounds,
  type RoundsRow,
} from "./rounds-rows";
import type { AddressOptions } from "./use-address-options";
import styles from "./views.module.css";

export interface RoundsFigureProps {
  answer: OverRounds;
  waiting: boolean;
  choice: AgreementChoice;
  address: AddressOptions;
  fileName: string;
}

/** More lines than these cannot be told apart. */
const MOST_CODES = 6;

/** κ over the rounds: all codes together, and those that are chosen. */
export function RoundsFigure({ answer, waiting, choice, address, fileName }: RoundsFigureProps) {
  const codeRows = codeRowsOverRounds(answer, choice.interval);
  const asked = (address.query.get("lines") ?? "").split(".");
  const chosen = codeRows.filter(({ id }) => asked.includes(id)).slice(0, MOST_CODES);
  const rows = [...acrossRowsOverRounds(answer, choice.interval), ...chosen];
  const values = rows.flatMap((row) => row.values.map((value) => valueOrNull(value?.kappa ?? NONE)));
  const choose = (id: string, on: boolean) => {
    const ids = chosen.map((row) => row.id).filter((each) => each !== id);
    const next = on ? [...ids, id] : ids;
    address.change({ lines: next.length > 0 ? next.join(".") : null });
  };
  return (
    <>
      <div className={styles.options}>
        <Popover
          label="Codes in the chart"
          trigger={
            <Button>{chosen.length === 0 ? "Codes in the chart" : `Codes in the chart: ${chosen.length}`}</Button>
          }
        >
          <div className={styles.picker}>
            <p className={styles.small}>Up to {MOST_CODES}, beside the two figures over all codes.</p>
            {codeRows.map((row) => (
              <div key={row.id}>
                <Checkbox
                  checked={chosen.includes(row)}
                  disabled={!chosen.includes(row) && chosen.length >= MOST_CODES}
                  onChange={(on) => choose(row.id, on)}
                >
                  <CodeName name={row.label} colour={row.colour} depth={row.depth} />
                </Checkbox>
              </div>
            ))}
          </div>
        </Popover>
        <Computing waiting={waiting} />
      </div>
      <ChartFigure
        title="κ over the rounds"
        fileName={fileName}
        chart={
          <TrendChart
            points={answer.rounds.map(({ id, name, documents }) => ({
              id,
              label: `${name}, ${documents} ${documents === 1 ? "document" : "documents"}`,
            }))}
            series={rows.map((row) => ({
              id: row.id,
              label: row.label,
              ...(row.colour ? { colour: row.colour } : {}),
              values: row.values.map((value) =>
                value?.kappa.kind === "defined" ? { value: value.kappa.value, interval: value.interval.bounds } : null,
              ),
            }))}
            domain={domainOf(values)}
            axisLabel="κ"
            width={820}
          />
        }
        table={numbersOf(answer, rows)}
        note={`Whiskers: ${confidenceWords(answer.confidence)} intervals over the ${clusterWordsOf(answer.rounds).many} of each round. None is drawn where fewer than five ${clusterWordsOf(answer.rounds).many} carry the code.`}
      />
    </>
  );
}

const NONE = { kind: "undefined", reason: "no-data" } as const;

function numbersOf({ rounds }: OverRounds, rows: readonly RoundsRow[]) {
  return {
    columns: ["Round", "Figure", "κ", "Low", "High", "Documents"],
    rows: rounds.flatMap((round, at) =>
      rows.map((row) => {
        const value = row.values[at];
        const [low, high] = value?.interval.bounds ?? [null, null];
        return [round.name, row.label, valueOrNull(value?.kappa ?? NONE), low, high, round.documents];
      }),
    ),
  };
}
