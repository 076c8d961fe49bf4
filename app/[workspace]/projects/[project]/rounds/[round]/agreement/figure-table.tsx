"use client";

import type { ReactNode } from "react";
import { type Column, DataTable } from "@/app/ui/data-table";
import { MethodLink } from "./method-link";
import styles from "./views.module.css";

export interface NamedFigure {
  readonly id: string;
  readonly name: string;
  /** One for each column of values. */
  readonly values: readonly ReactNode[];
  /** What the value rests on, or why there is none. */
  readonly rests?: ReactNode;
  /** The question that it answers, in a sentence. */
  readonly answers: ReactNode;
  /** Its name on the method page. */
  readonly method?: string;
}

export interface FigureTableProps {
  caption: string;
  valueHeads: readonly string[];
  restsHead?: string;
  figures: readonly NamedFigure[];
}

/** A few figures under one another, each with what it rests on and the question that it answers. */
export function FigureTable({ caption, valueHeads, restsHead, figures }: FigureTableProps) {
  const columns: Column<NamedFigure>[] = [
    {
      id: "name",
      header: "Figure",
      rowHeader: true,
      cell: ({ name, method }) => (
        <span className={styles.nowrap}>{method ? <MethodLink to={method}>{name}</MethodLink> : name}</span>
      ),
    },
    ...valueHeads.map((header, index): Column<NamedFigure> => {
      const cell = ({ values }: NamedFigure) => <span className={styles.figure}>{values[index]}</span>;
      return { id: `value ${header}`, header, align: "end", cell };
    }),
    ...(restsHead
      ? [
          {
            id: "rests",
            header: restsHead,
            cell: ({ rests }: NamedFigure) => <span className={styles.soft}>{rests}</span>,
          },
        ]
      : []),
    {
      id: "answers",
      header: "What it answers",
      cell: ({ answers }) => <span className={styles.answers}>{answers}</span>,
    },
  ];
  return <DataTable caption={caption} columns={columns} rows={figures} rowKey={({ id }) => id} wide />;
}
