"use client";

import Link from "next/link";
import { useWorkspace } from "@/app/client/workspace-context";
import { type Column, DataTable } from "@/app/ui/data-table";
import { FEWEST_DOCUMENTS_WITHOUT_WARNING } from "@/lib/agreement/interval-standing";
import shared from "./agreement.module.css";
import type { AgreementChoice } from "./agreement-choice";
import { CodeName } from "./code-name";
import { kappaWords, LABELS, type LabelScheme, labelWord, undefinedWords } from "./figure-words";
import { intervalWords } from "./interval-words";
import {
  acrossRowsOverRounds,
  clusterWordsOf,
  codeRowsOverRounds,
  type OverRounds,
  type RoundsRow,
} from "./rounds-rows";
import { queryOf } from "./screen-address";
import styles from "./views.module.css";

export interface RoundsTableProps {
  answer: OverRounds;
  place: { projectId: string; roundId: string };
  choice: AgreementChoice;
  labels: LabelScheme | null;
  chosen: string | null;
  onOpen: (codeId: string) => void;
}

/** Every code in every round. The figures of this round open their text, those of another its own page. */
export function RoundsTable({ answer, place, choice, labels, chosen, onOpen }: RoundsTableProps) {
  const { name: workspace } = useWorkspace();
  const { documentIds: _documentIds, ...kept } = choice;
  const address = queryOf({ view: "codes", labels, choice: kept });
  const hrefOf = (roundId: string) => `/${workspace}/projects/${place.projectId}/rounds/${roundId}/agreement${address}`;
  const rows = [...codeRowsOverRounds(answer, choice.interval), ...acrossRowsOverRounds(answer, choice.interval)];
  const few = answer.rounds.filter(
    ({ across }) => across.intervals.summed.documents < FEWEST_DOCUMENTS_WITHOUT_WARNING,
  );
  const columns: Column<RoundsRow>[] = [
    {
      id: "code",
      header: "Code",
      rowHeader: true,
      cell: (row) => <CodeName name={row.label} colour={row.colour} depth={row.depth} />,
    },
    ...answer.rounds.map((round, at): Column<RoundsRow> => {
      const cell = (row: RoundsRow) => {
        const value = row.values[at];
        if (!value) return <span className={styles.soft}>not in its codebook</span>;
        const { kappa, interval } = value;
        if (kappa.kind === "undefined") return <span className={styles.soft}>{undefinedWords(kappa.reason)}</span>;
        const word = labelWord(kappa, labels);
        return (
          <>
            {word ? <span className={styles.soft}>{word} </span> : null}
            {round.id === place.roundId && row.colour ? (
              <button
                type="button"
                className={shared.figure}
                aria-label={`κ of ${row.label} in ${round.name}: ${kappaWords(kappa)}. Open the text behind it`}
                onClick={() => onOpen(row.id)}
              >
                {kappaWords(kappa)}
              </button>
            ) : (
              <span className={styles.figure}>{kappaWords(kappa)}</span>
            )}
            <span className={styles.interval}>{interval.bounds ? intervalWords(interval) : interval.note}</span>
          </>
        );
      };
      const header =
        round.id === place.roundId ? (
          `${round.name} (this one)`
        ) : (
          <Link key={round.id} href={hrefOf(round.id)} prefetch={false}>
            {round.name}
          </Link>
        );
      return { id: round.id, header, align: "end", cell };
    }),
  ];
  return (
    <>
      <DataTable
        caption="κ of each code in every round, with its interval"
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        chosen={({ id }) => id === chosen}
        wide
      />
      <p className={styles.small}>
        A round's name opens its own figures, and from there the text.
        {labels ? ` The words beside κ are those of ${LABELS[labels].title}.` : ""}
        {few.length > 0
          ? ` Fewer than ${FEWEST_DOCUMENTS_WITHOUT_WARNING} ${clusterWordsOf(few).many}: take the intervals of ${few.map(({ name }) => name).join(", ")} as rough.`
          : ""}
      </p>
    </>
  );
}
