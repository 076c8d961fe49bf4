"use client";

import { type Column, DataTable } from "@/app/ui/data-table";
import { Section } from "@/app/ui/section";
import { countWords, numberWords } from "./figure-words";
import { around, type PlanInputs, planFor } from "./plan-inputs";
import styles from "./views.module.css";

export interface PlanTablesProps {
  inputs: PlanInputs;
}

interface Line {
  readonly id: string;
  readonly label: string;
  readonly change: Partial<PlanInputs>;
}

const percent = (value: number) => `${Number((value * 100).toFixed(2))}%`;

/** The same plan for values around the chosen ones, so that nobody takes one number for the truth. */
export function PlanTables({ inputs }: PlanTablesProps) {
  if (!planFor(inputs)) return null;
  const { prevalence, designEffect, kappa, halfWidth, kappa1, kappa0, power } = inputs;
  const share = prevalence ?? 0.1;
  const effect = designEffect ?? 1;
  const from = kappa0 ?? 0;
  return (
    <Section
      title="For other values"
      intro="Documents, and in faint figures what is counted in them. The plan above is marked. What hangs on a number that is not known well should be planned for the worse of its values."
    >
      <div className={styles.narrow}>
        {inputs.goal === "width" ? (
          <PlanTable
            caption="Documents by expected κ and half the width of the interval"
            corner="Half-width"
            inputs={inputs}
            rows={around(halfWidth, [0.05, 0.1, 0.15, 0.2]).map((value) => line(`± ${value}`, { halfWidth: value }))}
            columns={around(kappa, [0.4, 0.6, 0.8]).map((value) => line(`κ ${numberWords(value)}`, { kappa: value }))}
          />
        ) : (
          <PlanTable
            caption="Documents by expected κ and power"
            corner="Expected κ"
            inputs={inputs}
            rows={around(
              kappa1,
              [0.1, 0.2, 0.3].map((more) => Number((from + more).toFixed(3))).filter((value) => value <= 1),
            ).map((value) => line(`κ ${numberWords(value)}`, { kappa1: value }))}
            columns={around(power, [0.7, 0.8, 0.9]).map((value) => line(`Power ${percent(value)}`, { power: value }))}
          />
        )}
        <PlanTable
          caption="Documents by share of the code and design effect"
          corner="Share with the code"
          inputs={inputs}
          rows={around(
            share,
            [share / 2, share * 2].filter((value) => value >= 0.0001 && value < 0.9999),
          ).map((value) => line(percent(value), { prevalence: value }))}
          columns={around(effect, effect > 1 ? [1, effect * 1.5, effect * 2] : [2, 3]).map((value) =>
            line(`Effect ${numberWords(value)}`, { designEffect: value }),
          )}
        />
      </div>
    </Section>
  );
}

function line(label: string, change: Partial<PlanInputs>): Line {
  return { id: label, label, change };
}

interface PlanTableProps {
  caption: string;
  corner: string;
  inputs: PlanInputs;
  rows: readonly Line[];
  columns: readonly Line[];
}

function PlanTable({ caption, corner, inputs, rows, columns }: PlanTableProps) {
  const isChosen = (change: Partial<PlanInputs>) =>
    Object.entries({ ...inputs, ...change }).every(([name, value]) => inputs[name as keyof PlanInputs] === value);
  const cells: Column<Line>[] = columns.map((column) => ({
    id: column.id,
    header: column.label,
    align: "end",
    cell: (row) => {
      const change = { ...row.change, ...column.change };
      const plan = planFor({ ...inputs, ...change });
      if (!plan) return "–";
      return (
        <span className={isChosen(change) ? styles.current : undefined}>
          {countWords(plan.documents)} <span className={styles.soft}>({countWords(plan.items)})</span>
        </span>
      );
    },
  }));
  return (
    <DataTable
      caption={caption}
      showCaption
      columns={[{ id: "row", header: corner, rowHeader: true, cell: ({ label }) => label }, ...cells]}
      rows={rows}
      rowKey={({ id }) => id}
      wide
    />
  );
}
