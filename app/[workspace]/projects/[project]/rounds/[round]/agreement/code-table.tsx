"use client";

import type { CSSProperties } from "react";
import { type Column, DataTable } from "@/app/ui/data-table";
import { Swatch } from "@/app/ui/swatch";
import type { ReadResult } from "@/db/reads";
import type { Measures } from "@/lib/agreement/measures";
import type { PlaceCoders } from "@/lib/agreement/places";
import type { Statistic } from "@/lib/agreement/statistic";
import { treeOrder } from "@/lib/codebook/tree";
import styles from "./agreement.module.css";
import { cautionWords, countWords, kappaWords, landisKochWord, percentWords, undefinedWords } from "./figure-words";

type Answer = ReadResult<"agreement-report">;

export interface CodeTableProps {
  codes: Answer["codes"];
  report: Answer["report"];
  names: readonly [string, string];
  labels: boolean;
  chosen: string | null;
  /** `coders`: which of the places are wanted first. */
  onOpen: (codeId: string, coders: PlaceCoders | null) => void;
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  readonly depth: number;
  readonly measures: Measures;
  readonly documents: number;
}

export function CodeTable({ codes, report, names, labels, chosen, onOpen }: CodeTableProps) {
  const figures = new Map(report.codes.map((each) => [each.codeId, each]));
  const rows = treeOrder(codes).flatMap(({ code, depth }): Row[] => {
    const found = figures.get(code.id);
    if (!found) return [];
    const { pooled: measures, documentsWithCode: documents } = found;
    return [{ id: code.id, name: code.name, colour: code.colour, depth, measures, documents }];
  });
  const items = report.unit === "character" ? "characters" : "turns";
  // Not a stop of the Tab key: by keyboard the κ of the row opens the same text, with these as its tabs.
  const opening = (coders: PlaceCoders, of: (table: Row["measures"]["table"]) => number) => (row: Row) => {
    const number = of(row.measures.table);
    if (number === 0) return "0";
    return (
      <button
        type="button"
        tabIndex={-1}
        aria-label={`${countWords(number)}: open the text`}
        className={styles.count}
        onClick={() => onOpen(row.id, coders)}
      >
        {countWords(number)}
      </button>
    );
  };
  const count = (of: (row: Row) => number) => (row: Row) => countWords(of(row));
  const columns: Column<Row>[] = [
    { id: "code", header: "Code", rowHeader: true, cell: (row) => <CodeName row={row} /> },
    {
      id: "kappa",
      header: "κ",
      align: "end",
      cell: (row) => (
        <button
          type="button"
          className={styles.figure}
          aria-label={`κ of ${row.name}: ${kappaAloud(row.measures.cohenKappa)}. Open the text behind it`}
          onClick={() => onOpen(row.id, null)}
        >
          {kappaWords(row.measures.cohenKappa)}
        </button>
      ),
    },
    {
      id: "percent",
      header: "Agreement",
      align: "end",
      cell: ({ measures }) => percentWords(measures.percentAgreement),
    },
    { id: "both", header: "Both", align: "end", cell: opening("both", (table) => table.both) },
    { id: "first", header: `Only ${names[0]}`, align: "end", cell: opening("first", (table) => table.onlyFirst) },
    { id: "second", header: `Only ${names[1]}`, align: "end", cell: opening("second", (table) => table.onlySecond) },
    { id: "neither", header: "Neither", align: "end", cell: count((row) => row.measures.table.neither) },
    { id: "documents", header: "Documents", align: "end", cell: count((row) => row.documents) },
    {
      id: "note",
      header: "How to read it",
      cell: ({ measures }) => (
        <Note
          label={labels ? landisKochWord(measures.cohenKappa) : null}
          caution={cautionWords(measures, names, items)}
        />
      ),
    },
  ];
  return (
    <DataTable
      caption={`Agreement for each code, counted by ${report.unit}`}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      chosen={(row) => row.id === chosen}
      wide
      foot={<AcrossRows report={report} names={names} labels={labels} />}
      empty="The codebook of this round holds no code."
    />
  );
}

function kappaAloud(statistic: Statistic): string {
  return statistic.kind === "defined" ? kappaWords(statistic) : undefinedWords(statistic.reason);
}

function CodeName({ row }: { row: Row }) {
  const style: CSSProperties & { "--depth": number } = { "--depth": row.depth };
  return (
    <span className={styles.code} style={style}>
      <Swatch colour={row.colour} />
      <span>{row.name}</span>
    </span>
  );
}

function Note({ label, caution }: { label: string | null; caution: string | null }) {
  return (
    <span className={styles.note}>
      {label ? <span>{label}</span> : null}
      {label && caution ? " · " : null}
      {caution}
    </span>
  );
}

/** Three ways to one figure over all codes, each by its name: they answer different questions. */
function AcrossRows({ report, names, labels }: Pick<CodeTableProps, "report" | "names" | "labels">) {
  const { across } = report;
  const { summed } = across;
  const label = (statistic: Statistic) => (labels ? landisKochWord(statistic) : null);
  const items = report.unit === "character" ? "characters" : "turns";
  return (
    <>
      <tr className={styles.foot}>
        <th scope="row">All codes, tables added up</th>
        <td className={styles.end}>{kappaWords(summed.cohenKappa)}</td>
        <td className={styles.end}>{percentWords(summed.percentAgreement)}</td>
        <td className={styles.end}>{countWords(summed.table.both)}</td>
        <td className={styles.end}>{countWords(summed.table.onlyFirst)}</td>
        <td className={styles.end}>{countWords(summed.table.onlySecond)}</td>
        <td className={styles.end}>{countWords(summed.table.neither)}</td>
        <td className={styles.end}>{countWords(report.counted.documents)}</td>
        <td>
          <Note label={label(summed.cohenKappa)} caution={cautionWords(summed, names, `code × ${items}`)} />
        </td>
      </tr>
      <AcrossRow
        title="Mean of the defined κ"
        statistic={across.meanKappa}
        label={label(across.meanKappa)}
        words={`${across.codesDefined} of ${report.codes.length} codes have a κ; ${across.codesUsed} were used`}
      />
      <AcrossRow
        title="Pooled κ (de Vries 2008)"
        statistic={across.pooledKappa}
        label={label(across.pooledKappa)}
        words="from the mean observed and the mean expected agreement"
      />
    </>
  );
}

interface AcrossRowProps {
  title: string;
  statistic: Statistic;
  label: string | null;
  words: string;
}

function AcrossRow({ title, statistic, label, words }: AcrossRowProps) {
  const caution = statistic.kind === "undefined" ? undefinedWords(statistic.reason) : words;
  return (
    <tr className={styles.foot}>
      <th scope="row">{title}</th>
      <td className={styles.end}>{kappaWords(statistic)}</td>
      <td colSpan={7}>
        <Note label={label} caution={caution} />
      </td>
    </tr>
  );
}
