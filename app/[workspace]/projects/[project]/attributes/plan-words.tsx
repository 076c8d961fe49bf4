"use client";

import { Notice } from "../../../../ui/notice";
import { misfitWords } from "../../../../ui/sentences/attributes";
import styles from "./attributes.module.css";
import type { TablePlanPreview } from "./tables";

const SHOWN = 8;
const figures = (count: number) => count.toLocaleString("en-GB");
const counted = (count: number, one: string, many: string) => `${figures(count)} ${count === 1 ? one : many}`;

/** What the import would do, and every row and value that it cannot take. */
export function PlanWords(props: { plan: TablePlanPreview | null; asking: boolean; documents: boolean }) {
  const { plan, asking, documents } = props;
  if (!plan) return <p role="status">{asking ? "Comparing the table with what is here…" : ""}</p>;
  const { counts, unmatched, ambiguous, misfits } = plan;
  const changes = plan.changed === 0 ? "nothing changes" : `${counted(plan.changed, "cell changes", "cells change")}`;
  return (
    <>
      <p role="status">
        {counted(plan.matched, "row of the table is", "rows of the table are")}{" "}
        {documents ? "about a document here" : "about somebody here"}; {changes}.
      </p>
      {counts.misfits > 0 ? (
        <Notice tone="error" title={`${counted(counts.misfits, "value does", "values do")} not fit`}>
          <p>The table is imported whole or not at all. Correct the file, or take the column as text.</p>
          <Rows
            total={counts.misfits}
            rows={misfits.map(({ row, name, column, misfit }) => ({
              key: `${row} ${column}`,
              words: `Row ${row}, ${name}: the value of “${column}” ${misfitWords(misfit)}.`,
            }))}
          />
        </Notice>
      ) : null}
      {counts.unmatched > 0 ? (
        <Notice
          tone="warn"
          title={`${counted(counts.unmatched, "row names", "rows name")} ${documents ? "no document" : "nobody"} here`}
        >
          <p>{counts.unmatched === 1 ? "It is left out." : "They are left out."}</p>
          <Rows total={counts.unmatched} rows={unmatched.map(rowWords)} />
        </Notice>
      ) : null}
      {counts.ambiguous > 0 ? (
        <Notice
          tone="warn"
          title={`${counted(counts.ambiguous, "row has", "rows have")} a name that is not the only one`}
        >
          <p>Two are called so here, or two rows of the table are. They are left out.</p>
          <Rows total={counts.ambiguous} rows={ambiguous.map(rowWords)} />
        </Notice>
      ) : null}
    </>
  );
}

function rowWords({ row, name }: { row: number; name: string }) {
  return { key: String(row), words: `Row ${row}: ${name === "" ? "no name" : name}` };
}

function Rows({ rows, total }: { rows: readonly { key: string; words: string }[]; total: number }) {
  const more = total - Math.min(rows.length, SHOWN);
  return (
    <ul className={styles.list}>
      {rows.slice(0, SHOWN).map(({ key, words }) => (
        <li key={key}>{words}</li>
      ))}
      {more > 0 ? <li>and {figures(more)} more</li> : null}
    </ul>
  );
}
