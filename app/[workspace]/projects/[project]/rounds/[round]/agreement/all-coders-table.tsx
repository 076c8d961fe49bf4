"use client";

import { classes } from "@/app/ui/classes";
import { type Column, DataTable } from "@/app/ui/data-table";
import type { ReadResult } from "@/db/reads";
import type { AllCodersAgreement } from "@/lib/agreement/all-coders";
import type { Statistic, UndefinedReason } from "@/lib/agreement/statistic";
import { treeOrder } from "@/lib/codebook/tree";
import shared from "./agreement.module.css";
import type { AgreementChoice } from "./agreement-choice";
import { CodeName } from "./code-name";
import { isRare, ratesOf } from "./code-rows";
import {
  countWords,
  kappaWords,
  LABELS,
  type LabelScheme,
  labelWord,
  numberWords,
  percentWords,
  undefinedWords,
} from "./figure-words";
import { confidenceWords, shownFigureInterval } from "./interval-words";
import { UNIT_WORDS } from "./unit-words";
import styles from "./views.module.css";

type Report = ReadResult<"agreement-report">;

export interface AllCodersTableProps {
  codes: Report["codes"];
  answer: ReadResult<"all-coders-agreement">;
  /** Of the chosen two: they tell which codes are rare. */
  figures: Report["figures"];
  choice: AgreementChoice;
  labels: LabelScheme | null;
  chosen: string | null;
  onOpen: (codeId: string) => void;
}

interface Row extends AllCodersAgreement {
  readonly name: string;
  readonly colour: string;
  readonly depth: number;
  readonly rare: string | null;
}

export function AllCodersTable({ codes, answer, figures, choice, labels, chosen, onOpen }: AllCodersTableProps) {
  const found = new Map(answer.codes.map((each) => [each.codeId, each]));
  const { unit, interval, confidence } = choice;
  const { one, many } = UNIT_WORDS[unit];
  const rows = treeOrder(codes.filter(({ id }) => found.has(id))).flatMap(({ code, depth }): Row[] => {
    const agreement = found.get(code.id);
    const pooled = figures.find(({ codeId }) => codeId === code.id)?.pooled;
    const rates = pooled && isRare(pooled) ? ratesOf(pooled) : null;
    const rare = rates ? `rare: ${(rates.mean * 100).toFixed(1)}% of ${many}` : null;
    return agreement ? [{ ...agreement, name: code.name, colour: code.colour, depth, rare }] : [];
  });
  const figure = (id: string, header: string, of: (row: Row) => Statistic): Column<Row> => {
    return { id, header, align: "end", cell: (row) => kappaWords(of(row)) };
  };
  const share = (id: string, header: string, of: (row: Row) => Statistic): Column<Row> => {
    return { id, header, align: "end", cell: (row) => percentWords(of(row)) };
  };
  const several = rows.some(({ pairs }) => pairs > 1);
  const overDefinedPairs: Column<Row> = {
    id: "light-of-defined",
    header: "Over pairs with a κ",
    align: "end",
    cell: (row) => (
      <span className={styles.nowrap}>
        {kappaWords(row.lightKappaOfDefined)}{" "}
        <span className={styles.soft}>
          ({row.pairsDefined} of {row.pairs})
        </span>
      </span>
    ),
  };
  const columns: Column<Row>[] = [
    {
      id: "code",
      header: "Code",
      rowHeader: true,
      cell: (row) => (
        <span className={styles.roomy}>
          <CodeName name={row.name} colour={row.colour} depth={row.depth} />
        </span>
      ),
    },
    {
      id: "alpha",
      header: "Krippendorff's α",
      align: "end",
      cell: (row) => (
        <button
          type="button"
          className={shared.figure}
          aria-label={`α of ${row.name}: ${aloud(row.krippendorffAlpha)}. Open the text behind it`}
          onClick={() => onOpen(row.codeId)}
        >
          {kappaWords(row.krippendorffAlpha)}
        </button>
      ),
    },
    {
      id: "interval",
      header: `${confidenceWords(confidence)} interval`,
      align: "end",
      cell: ({ alphaIntervals }) => {
        const { bounds } = shownFigureInterval(alphaIntervals, alphaIntervals, interval);
        return (
          <span className={styles.nowrap}>{bounds ? bounds.map((bound) => numberWords(bound)).join(" to ") : "–"}</span>
        );
      },
    },
    figure("fleiss", "Fleiss' κ", (row) => row.fleissKappa),
    figure("conger", "Conger's κ", (row) => row.congerKappa),
    figure("light", "Light's κ", (row) => row.lightKappa),
    ...(several ? [overDefinedPairs] : []),
    {
      id: "ac1",
      header: "Gwet's AC1",
      align: "end",
      cell: ({ gwetAC1, gwetAC1SE }) => (
        <span className={styles.nowrap}>
          {kappaWords(gwetAC1)}
          {gwetAC1SE?.kind === "defined" ? <span className={styles.soft}> ± {kappaWords(gwetAC1SE, 3)}</span> : null}
        </span>
      ),
    },
    figure("randolph", "Randolph's κ", (row) => row.randolphKappa),
    share("percent", "Agreement", (row) => row.percentAgreement),
    share("positive", "Positive", (row) => row.positiveAgreement),
    share("negative", "Negative", (row) => row.negativeAgreement),
    {
      id: "items",
      header: "By all",
      align: "end",
      cell: (row) => (
        <span className={styles.nowrap}>
          {countWords(row.completeItems)} of {countWords(row.items)}
        </span>
      ),
    },
    {
      id: "note",
      header: "How to read it",

      cell: (row) => <Note row={row} labels={labels} several={row.pairs > 1} interval={interval} />,
    },
  ];
  return (
    <>
      <DataTable
        caption={`Agreement of all coders for each code, counted by ${one}`}
        columns={columns}
        rows={rows}
        rowKey={({ codeId }) => codeId}
        chosen={({ codeId }) => codeId === chosen}
        wide
        empty="The codebook of this round holds no code."
      />
      <p className={styles.small}>
        Beside AC1 stands its standard error
        {unit === "character"
          ? ", but not by character: neighbours are not independent"
          : `, as if ${many} were independent`}
        . “By all”: of all {many} those that all coders had. Positive and negative: how far coders agree that the code
        applies, and that it does not.{labels ? ` The words of ${LABELS[labels].title} are for Fleiss' κ.` : ""}
      </p>
    </>
  );
}

function aloud(statistic: Statistic): string {
  return statistic.kind === "defined" ? kappaWords(statistic) : reasonOfAll(statistic.reason, true);
}

/** The reasons are told of two coders; here there may be more. */
function reasonOfAll(reason: UndefinedReason, several: boolean): string {
  if (several && reason === "both-empty") return "Not defined: nobody used it";
  if (several && reason === "both-full") return "Not defined: all gave it to everything";
  return undefinedWords(reason);
}

interface NoteProps {
  row: Row;
  labels: LabelScheme | null;
  several: boolean;
  interval: AgreementChoice["interval"];
}

function Note({ row, labels, several, interval }: NoteProps) {
  const reasons = [row.krippendorffAlpha, row.fleissKappa, row.congerKappa, row.lightKappa]
    .flatMap((statistic) => (statistic.kind === "undefined" ? [statistic.reason] : []))
    .map((reason) => reasonOfAll(reason, several));
  const { note } = shownFigureInterval(row.alphaIntervals, row.alphaIntervals, interval);
  const words = [labelWord(row.fleissKappa, labels), row.rare, note, ...new Set(reasons)].filter(
    (each) => each !== null,
  );
  return <span className={classes(shared.note, styles.roomy)}>{words.join(" · ")}</span>;
}
