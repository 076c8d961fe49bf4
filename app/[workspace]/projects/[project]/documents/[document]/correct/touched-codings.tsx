import { type Column, DataTable } from "@/app/ui/data-table";
import { Section } from "@/app/ui/section";
import { Spinner } from "@/app/ui/spinner";
import { Swatch } from "@/app/ui/swatch";
import type { ReadResult } from "@/db/reads";
import styles from "./correct.module.css";

type Preview = ReadResult<"correction-preview">;
type Touched = Preview["codings"][number];

const columns: Column<Touched>[] = [
  { id: "code", header: "Code", rowHeader: true, cell: (row) => <Swatch colour={row.colour} label={row.code} /> },
  { id: "coder", header: "Coder", cell: (row) => row.coder ?? "Consensus" },
  { id: "before", header: "Words now", cell: (row) => <span className={styles.quote}>{row.before}</span> },
  {
    id: "after",
    header: "Words then",
    cell: (row) =>
      row.after === null ? (
        <span className={styles.soft}>None are left: the coding is taken off.</span>
      ) : (
        <span className={styles.quote}>{row.after}</span>
      ),
  },
];

/** Codings whose words a correction changes, as far as the lead may read them; the rest is said in general. */
export function TouchedCodings({ answer, asking }: { answer: Preview | undefined; asking: boolean }) {
  return (
    <Section
      title="What this means for codings"
      intro="Every coding moves along with its words. Codings of rounds that are not revealed yet do so as well: they are not shown here, and each coder is told of their own and can look at them."
    >
      {asking && !answer ? <Spinner>Looking for codings on these words…</Spinner> : null}
      {answer && answer.touched === 0 ? (
        <p>Of the codings that you may read, none stands on words that change.</p>
      ) : null}
      {answer && answer.touched > 0 ? (
        <>
          <p>{wordsOf(answer)}</p>
          <DataTable
            caption="Codings whose words change"
            columns={columns}
            rows={answer.codings}
            rowKey={(row) => row.codingId}
            maxHeight="24rem"
          />
        </>
      ) : null}
    </Section>
  );
}

function wordsOf({ touched, codings }: Preview): string {
  const some = touched === 1 ? "1 coding that you may read stands" : `${touched} codings that you may read stand`;
  return `${some} on words that change${codings.length < touched ? `; the first ${codings.length} are listed` : ""}.`;
}
