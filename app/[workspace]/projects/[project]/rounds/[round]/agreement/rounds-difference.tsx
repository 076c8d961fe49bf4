"use client";

import { type Column, DataTable } from "@/app/ui/data-table";
import { Section } from "@/app/ui/section";
import { Select } from "@/app/ui/select";
import { FEWEST_DOCUMENTS_WITH_CODE, intervalStanding } from "@/lib/agreement/interval-standing";
import type { Statistic } from "@/lib/agreement/statistic";
import { treeOrder } from "@/lib/codebook/tree";
import type { AgreementChoice } from "./agreement-choice";
import { CodeName } from "./code-name";
import { countWords, kappaWords, numberWords, undefinedWords } from "./figure-words";
import { confidenceWords } from "./interval-words";
import { MethodLink } from "./method-link";
import { clusterWordsOf, type OverRounds } from "./rounds-rows";
import type { AddressOptions } from "./use-address-options";
import styles from "./views.module.css";

export interface RoundsDifferenceProps {
  answer: OverRounds;
  choice: AgreementChoice;
  address: AddressOptions;
}

type Difference = NonNullable<OverRounds["difference"]>["codes"][number];

interface Row {
  readonly id: string;
  readonly label: string;
  readonly colour: string | null;
  readonly depth: number;
  readonly difference: Omit<Difference, "codeId">;
  /** In each of the two rounds, how many documents or respondents carry the code. */
  readonly withCode: readonly [before: number, after: number];
}

/** How far two rounds differ, and what that does and does not mean. */
export function RoundsDifference({ answer, choice, address }: RoundsDifferenceProps) {
  const { difference, rounds } = answer;
  if (!difference) return null;
  const { before, after, summed } = difference;
  const options = (other: string) => rounds.map(({ id, name }) => ({ id, label: name, disabled: id === other }));
  const rows = rowsOf(answer, difference);
  const names = [before.name, after.name] as const;
  const over = clusterWordsOf(rounds.filter(({ id }) => id === before.id || id === after.id));
  const percent = confidenceWords(answer.confidence);
  const shownRows = rows.filter((row) => shownDifference(row, choice.interval, names, over).shown).length;
  const { shared: inBoth } = summed.documents;
  return (
    <Section
      title="Difference of two rounds"
      intro={
        <>
          κ of the later round less κ of the earlier one. <MethodLink to="kappaDifference" />
        </>
      }
    >
      <div className={styles.options}>
        <Select
          label="From"
          options={options(after.id)}
          value={before.id}
          onChange={(id) => address.change({ before: id, after: after.id })}
        />
        <Select
          label="To"
          options={options(before.id)}
          value={after.id}
          onChange={(id) => address.change({ before: before.id, after: id })}
        />
      </div>
      <DataTable
        caption={`Difference of κ from ${before.name} to ${after.name}`}
        columns={columnsOf(names, percent, choice, over)}
        rows={rows}
        rowKey={({ id }) => id}
        wide
      />
      <div className={styles.words}>
        <p>
          The interval asks whether the change is more than other {over.many} of this sort would bring about: where it
          leaves out 0, it is.{" "}
          {inBoth === 0
            ? `${before.name} and ${after.name} have no ${over.one} in common, so they differ by their ${over.many} as well: harder ones lower κ without the coders having become worse.`
            : `${countWords(inBoth)} ${inBoth === 1 ? `${over.one} was` : `${over.many} were`} in both rounds, and what the rounds share is taken into account; they still differ by their other ${over.many}.`}
        </p>
        <p>
          It does not say why: a clearer codebook, practice and easier documents look alike.
          {shownRows > 1
            ? ` Of many intervals some leave out 0 by chance alone: at ${percent}, about ${numberWords(shownRows * (1 - answer.confidence), 1)} of the ${shownRows} above.`
            : ""}
          {choice.interval === "jackknife"
            ? " Of a difference there is no jackknife; the intervals are linearised."
            : ""}
        </p>
      </div>
    </Section>
  );
}

function rowsOf(answer: OverRounds, { before, after, summed, codes }: NonNullable<OverRounds["difference"]>): Row[] {
  const found = new Map(codes.map((each) => [each.codeId, each]));
  const roundOf = (id: string) => answer.rounds.find((round) => round.id === id);
  const carrying = (roundId: string, codeId: string) =>
    roundOf(roundId)?.codes.find((each) => each.codeId === codeId)?.intervals?.documentsWithCode ?? 0;
  const over = (roundId: string) => roundOf(roundId)?.across.intervals.summed.documentsWithCode ?? 0;
  return [
    {
      id: "summed",
      label: "All codes, tables added up",
      colour: null,
      depth: 0,
      difference: summed,
      withCode: [over(before.id), over(after.id)],
    },
    ...treeOrder(answer.codes.filter(({ id }) => found.has(id))).flatMap(({ code, depth }): Row[] => {
      const difference = found.get(code.id);
      if (!difference) return [];
      const withCode = [carrying(before.id, code.id), carrying(after.id, code.id)] as const;
      return [{ id: code.id, label: code.name, colour: code.colour, depth, difference, withCode }];
    }),
  ];
}

function columnsOf(
  names: RoundNames,
  percent: string,
  { interval: kind }: Pick<AgreementChoice, "interval">,
  over: ClusterWords,
): Column<Row>[] {
  return [
    {
      id: "code",
      header: "Code",
      rowHeader: true,
      cell: (row) => <CodeName name={row.label} colour={row.colour} depth={row.depth} />,
    },
    { id: "before", header: names[0], align: "end", cell: ({ difference }) => kappaWords(difference.before) },
    { id: "after", header: names[1], align: "end", cell: ({ difference }) => kappaWords(difference.after) },
    {
      id: "difference",
      header: "Difference",
      align: "end",
      cell: ({ difference: { difference } }) => <span className={styles.figure}>{signed(difference)}</span>,
    },
    {
      id: "interval",
      header: `${percent} interval`,
      align: "end",
      cell: (row) => <span className={styles.nowrap}>{shownDifference(row, kind, names, over).words}</span>,
    },
    {
      id: "degrees",
      header: "Degrees",
      align: "end",
      cell: (row) =>
        kind !== "bootstrap" && shownDifference(row, kind, names, over).shown
          ? numberWords(row.difference.degrees, 1)
          : "–",
    },
    {
      id: "documents",
      header: `${over.many.charAt(0).toUpperCase()}${over.many.slice(1)}`,
      align: "end",
      cell: ({ difference: { documents } }) => (
        <span className={styles.nowrap}>
          {countWords(documents.before)} and {countWords(documents.after)}
        </span>
      ),
    },
    {
      id: "note",
      header: "How to read it",
      cell: (row) => <span className={styles.soft}>{shownDifference(row, kind, names, over).note}</span>,
    },
  ];
}

type ClusterWords = ReturnType<typeof clusterWordsOf>;
type RoundNames = readonly [before: string, after: string];

interface ShownDifference {
  readonly shown: boolean;
  readonly words: string;
  readonly note: string | null;
}

/** There is no jackknife of a difference: the linearised interval stands for it. */
function shownDifference(
  { difference, withCode }: Row,
  kind: AgreementChoice["interval"],
  names: RoundNames,
  over: ClusterWords,
): ShownDifference {
  const none = (note: string): ShownDifference => ({ shown: false, words: "–", note });
  for (const [at, kappa] of [difference.before, difference.after].entries()) {
    if (kappa.kind === "undefined") return none(`${undefinedWords(kappa.reason)} in ${names[at]}`);
  }
  const fewest = Math.min(...withCode);
  if (intervalStanding(fewest) === "hidden") {
    return none(
      `no interval: ${fewest === 1 ? `1 ${over.one} carries` : `${fewest} ${over.many} carry`} it in ${names[withCode[0] === fewest ? 0 : 1]}, and it takes ${FEWEST_DOCUMENTS_WITH_CODE}`,
    );
  }
  const { interval } = kind === "bootstrap" && difference.bootstrap ? difference.bootstrap : difference;
  if (interval.kind === "undefined") return none(undefinedWords(interval.reason));
  const { low, high } = interval;
  const note =
    low > 0 ? "agrees better than before" : high < 0 ? "agrees less than before" : "not told apart from no change";
  return { shown: true, words: `${numberWords(low)} to ${numberWords(high)}`, note };
}

function signed(statistic: Statistic): string {
  return `${statistic.kind === "defined" && statistic.value >= 0.005 ? "+" : ""}${kappaWords(statistic)}`;
}
