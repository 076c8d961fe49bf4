import type { MethodPart } from "@/lib/agreement/method-section";
import { UNDEFINED_REASONS } from "@/lib/agreement/statistic";
import { DataTable } from "../../ui/data-table";
import styles from "./method.module.css";
import { MethodWords } from "./method-words";

export function MethodPartView({ part }: { part: MethodPart }) {
  if (typeof part === "string") {
    return (
      <p>
        <MethodWords words={part} />
      </p>
    );
  }
  if ("list" in part) {
    return (
      <ul className={styles.list}>
        {part.list.map((item) => (
          <li key={item}>
            <MethodWords words={item} />
          </li>
        ))}
      </ul>
    );
  }
  if ("terms" in part) {
    return (
      <dl className={styles.lines}>
        {part.terms.map(([term, meaning]) => {
          const isReason = UNDEFINED_REASONS.some((reason) => reason === term);
          return (
            <div key={term} id={isReason ? `reason-${term}` : undefined}>
              <dt>{isReason ? <code>{term}</code> : term}</dt>
              <dd>
                <MethodWords words={meaning} />
              </dd>
            </div>
          );
        })}
      </dl>
    );
  }
  return (
    <DataTable
      caption={part.caption}
      showCaption
      columns={part.columns.map((column, i) => ({
        id: String(i),
        header: <MethodWords words={column} />,
        cell: (row: readonly string[]) => <MethodWords words={row[i] ?? ""} />,
        rowHeader: i === 0,
      }))}
      rows={part.rows}
      rowKey={(row) => row[0] ?? ""}
    />
  );
}
