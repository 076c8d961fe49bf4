"use client";

import { type Column, DataTable } from "@/app/ui/data-table";
import { Notice } from "@/app/ui/notice";
import { Swatch } from "@/app/ui/swatch";
import type { ReadResult } from "@/db/reads";
import type { Statistic } from "@/lib/agreement/statistic";
import shared from "./agreement.module.css";
import { FigureTable, type NamedFigure } from "./figure-table";
import { countWords, kappaWords, percentWords, setAsideWords, undefinedWords } from "./figure-words";
import styles from "./views.module.css";

type Report = ReadResult<"agreement-report">;
type Answer = ReadResult<"unitizing-agreement">;

export interface UnitizingFiguresProps {
  answer: Answer;
  codes: Report["codes"];
  coders: Report["coders"];
  chosen: string | null;
  onOpen: (codeId: string) => void;
}

interface ValueRow {
  readonly id: string;
  readonly name: string;
  readonly colour: string;
  readonly ku: Answer["family"]["kuAlpha"][number] | null;
  readonly alphaU: Answer["alphaU"]["categories"][number] | null;
}

const rests = (statistic: Statistic, words: string) =>
  statistic.kind === "defined" ? words : undefinedWords(statistic.reason);

/** The unitizing alphas of one theme: over all of its values, then value by value. */
export function UnitizingFigures({ answer, codes, coders, chosen, onOpen }: UnitizingFiguresProps) {
  const { family, alphaU, counted, domain } = answer;
  const theme = domain === null ? "any theme" : "the theme";
  const overlapping = family.uAlpha.kind === "undefined" && family.uAlpha.reason === "overlapping-units";
  const units = answer.coders
    .map((id, i) => `${countWords(counted.units[i] ?? 0)} by ${coders.find((each) => each.id === id)?.name ?? "Coder"}`)
    .join(", ");
  const figures: NamedFigure[] = [
    {
      id: "u",
      name: "uα",
      method: "uAlpha",
      values: [kappaWords(family.uAlpha)],
      rests: rests(family.uAlpha, "all the text"),
      answers: "Did they cut the same passages and give them the same value, what nobody cut included?",
    },
    {
      id: "bar-u",
      name: "|uα",
      method: "barUAlpha",
      values: [kappaWords(family.barUAlpha)],
      rests: rests(family.barUAlpha, "all the text"),
      answers: `Did they tell what belongs to ${theme} from what does not, whatever the value?`,
    },
    {
      id: "cu",
      name: "cuα",
      method: "cuAlpha",
      values: [kappaWords(family.cuAlpha)],
      rests: rests(family.cuAlpha, `${percentWords(family.cuCoverage)} of what was cut (coverage)`),
      answers: "Where two coders both cut something, did they give it the same value?",
    },
    {
      id: "alpha-u",
      name: "αU of 1995",
      method: "krippendorffAlphaU",
      values: [kappaWords(alphaU.alpha)],
      rests: rests(alphaU.alpha, "all the text, value by value"),
      answers: "Did they cut the same stretches for each value by itself? The older figure, for comparison.",
    },
  ];
  const rows = answer.categories.map((id): ValueRow => {
    const code = codes.find((each) => each.id === id);
    return {
      id,
      name: id === domain ? `${code?.name ?? "Theme"} itself` : (code?.name ?? "Code"),
      colour: code?.colour ?? "#808080",
      ku: family.kuAlpha.find(({ category }) => category === id) ?? null,
      alphaU: alphaU.categories.find(({ category }) => category === id) ?? null,
    };
  });
  return (
    <>
      <ul className={styles.words}>
        <li>
          {countWords(counted.characters)} characters in {countWords(counted.documents)}{" "}
          {counted.documents === 1 ? "document" : "documents"} that all coders had, laid end to end.
        </li>
        <li>
          <strong>{countWords(counted.codings)} codings</strong> within {theme}, which make units: {units}. One coder's
          overlapping excerpts with one value are one unit.
        </li>
        {counted.outsideDomain > 0 ? (
          <li>{countWords(counted.outsideDomain)} codings have codes of other themes and are left aside.</li>
        ) : null}
        {answer.setAside.map((each) => (
          <li key={`${each.what} ${each.why}`}>Set aside: {setAsideWords(each)}.</li>
        ))}
      </ul>
      {overlapping ? (
        <Notice>
          A coder gave one passage two sub-themes of this theme. The figures of 2016 allow one, so they are not defined
          here; αU and γ are, because they look at each value or each unit by itself.
        </Notice>
      ) : null}
      <FigureTable
        caption="Agreement on what was cut out of the text"
        valueHeads={["Value"]}
        restsHead="Rests on"
        figures={figures}
      />
      <DataTable
        caption="Agreement on each value within the theme"
        columns={valueColumns(onOpen)}
        rows={rows}
        rowKey={({ id }) => id}
        chosen={({ id }) => id === chosen}
        wide
        empty="The theme holds nothing to tell apart."
      />
    </>
  );
}

const valueColumns = (onOpen: (codeId: string) => void): readonly Column<ValueRow>[] => [
  {
    id: "value",
    header: "Sub-theme",
    rowHeader: true,
    cell: ({ name, colour }) => (
      <span className={styles.pair}>
        <Swatch colour={colour} />
        <span>{name}</span>
      </span>
    ),
  },
  {
    id: "ku",
    header: "(k)uα",
    align: "end",
    cell: ({ ku }) => <span className={styles.figure}>{ku ? kappaWords(ku.alpha) : "–"}</span>,
  },
  { id: "coverage", header: "Coverage", align: "end", cell: ({ ku }) => (ku ? percentWords(ku.coverage) : "–") },
  {
    id: "alpha-u",
    header: "αU of 1995",
    align: "end",
    cell: ({ alphaU }) => (alphaU ? kappaWords(alphaU.alpha) : "–"),
  },
  {
    id: "units",
    header: "Units",
    align: "end",
    cell: ({ id, name, alphaU }) => (
      <button
        type="button"
        className={shared.figure}
        aria-label={`${countWords(alphaU?.units ?? 0)} units of ${name}. Open the text`}
        onClick={() => onOpen(id)}
      >
        {countWords(alphaU?.units ?? 0)}
      </button>
    ),
  },
  {
    id: "note",
    header: "How to read it",
    cell: ({ ku }) => (
      <span className={styles.soft}>
        {!ku
          ? "Nobody used it"
          : ku.alpha.kind === "undefined"
            ? undefinedWords(ku.alpha.reason)
            : "of what another coder cut as well"}
      </span>
    ),
  },
];
