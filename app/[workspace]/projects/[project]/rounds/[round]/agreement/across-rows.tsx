import type { ReadResult } from "@/db/reads";
import type { Statistic } from "@/lib/agreement/statistic";
import styles from "./agreement.module.css";
import type { AgreementChoice } from "./agreement-choice";
import type { CodeColumn } from "./code-columns";
import table from "./codes-view.module.css";
import { cautionWords, kappaWords, type LabelScheme, labelWord, undefinedWords } from "./figure-words";
import { intervalWords, type ShownInterval, shownFigureInterval, shownInterval } from "./interval-words";
import { ReadingNote } from "./reading-note";
import { UNIT_WORDS } from "./unit-words";

export interface AcrossRowsProps {
  report: Pick<ReadResult<"agreement-report">, "across" | "clusters" | "counted">;
  choice: AgreementChoice;
  names: readonly [string, string];
  labels: LabelScheme | null;
  columns: readonly CodeColumn[];
}

/** Three ways to one figure over all codes, each by its name: they answer different questions. */
export function AcrossRows({ report: { across, clusters, counted }, choice, names, labels, columns }: AcrossRowsProps) {
  const { summed, intervals } = across;
  const documents = clusters === "documents" ? intervals.summed.documentsWithCode : counted.documents;
  const row = { measures: summed, intervals: intervals.summed, documents };
  const items = `code × ${UNIT_WORDS[choice.unit].many}`;
  const mean = shownFigureInterval(intervals.meanKappa, intervals.summed, choice.interval, clusters);
  const pooled = shownFigureInterval(intervals.pooledKappa, intervals.summed, choice.interval, clusters);
  // There is no linearised interval of these two.
  const instead = ({ bounds }: ShownInterval) =>
    choice.interval === "linearised" && bounds ? "jackknife interval" : null;
  return (
    <>
      <tr className={styles.foot}>
        <th scope="row">All codes, tables added up</th>
        <td className={styles.end}>{kappaWords(summed.cohenKappa)}</td>
        {columns.map(({ id, words }) => (
          <td key={id} className={styles.end}>
            <span className={id === "interval" ? table.interval : undefined}>{words(row, { choice, names })}</span>
          </td>
        ))}
        <td>
          <ReadingNote
            parts={[
              labelWord(summed.cohenKappa, labels),
              "each code by itself",
              cautionWords(summed, names, items),
              shownInterval(intervals.summed, choice.interval, clusters).note,
            ]}
          />
        </td>
      </tr>
      <AcrossRow
        title="Mean of the defined κ"
        statistic={across.meanKappa}
        interval={mean}
        columns={columns}
        parts={[
          labelWord(across.meanKappa, labels),
          "each code by itself",
          `${across.codesDefined} of ${across.codes} codes have a κ; ${across.codesUsed} were used`,
          instead(mean),
        ]}
      />
      <AcrossRow
        title="Pooled κ (de Vries 2008)"
        statistic={across.pooledKappa}
        interval={pooled}
        columns={columns}
        parts={[
          labelWord(across.pooledKappa, labels),
          "each code by itself, from the mean observed and the mean expected agreement",
          instead(pooled),
        ]}
      />
    </>
  );
}

interface AcrossRowProps extends Pick<AcrossRowsProps, "columns"> {
  title: string;
  statistic: Statistic;
  interval: ShownInterval;
  parts: readonly (string | null)[];
}

function AcrossRow({ title, statistic, interval, columns, parts }: AcrossRowProps) {
  const withInterval = columns[0]?.id === "interval";
  const rest = columns.length - (withInterval ? 1 : 0) + 1;
  const words = statistic.kind === "undefined" ? [undefinedWords(statistic.reason)] : [...parts, interval.note];
  return (
    <tr className={styles.foot}>
      <th scope="row">{title}</th>
      <td className={styles.end}>{kappaWords(statistic)}</td>
      {withInterval ? (
        <td className={styles.end}>
          <span className={table.interval}>{intervalWords(interval)}</span>
        </td>
      ) : null}
      <td colSpan={rest}>
        <ReadingNote parts={words} />
      </td>
    </tr>
  );
}
