"use client";

import type { ReadResult } from "@/db/reads";
import type { Statistic } from "@/lib/agreement/statistic";
import { FigureTable, type NamedFigure } from "./figure-table";
import { countWords, kappaWords, LABELS, type LabelScheme, percentWords, undefinedWords } from "./figure-words";
import { LabelledKappa } from "./labelled-kappa";
import type { OverlapOptions } from "./view-props";
import styles from "./views.module.css";

type Overlap = ReadResult<"overlap-agreement">["overlap"];

export interface OverlapFiguresProps {
  overlap: Overlap;
  options: OverlapOptions;
  names: readonly [string, string];
  labels: LabelScheme | null;
}

/** What was paired, and the figures on the codes of the pairs. */
export function OverlapFigures({ overlap, options, names, labels }: OverlapFiguresProps) {
  const { items, excerpts, unmatched, percentAgreement, expectedAgreement, cohenKappa, krippendorffAlpha } = overlap;
  const same = overlap.matrix.reduce((sum, row, i) => sum + (row[i] ?? 0), 0);
  const rests = (statistic: Statistic, words: string) =>
    statistic.kind === "defined" ? words : undefinedWords(statistic.reason);
  const figures: NamedFigure[] = [
    {
      id: "percent",
      name: "Percent agreement",
      method: "percentAgreementOfMatrix",
      values: [percentWords(percentAgreement)],
      rests: rests(percentAgreement, `${countWords(same)} of ${countWords(items)} pairs have the same code`),
      answers: "How often did both choose the same code?",
    },
    {
      id: "kappa",
      name: "Cohen's κ",
      method: "overlapAgreement",
      values: [<LabelledKappa key="kappa" kappa={cohenKappa} labels={labels} />],
      rests: rests(
        cohenKappa,
        `${percentWords(percentAgreement)} observed, ${percentWords(expectedAgreement)} expected by chance`,
      ),
      answers: "How often beyond what their own rates of using the codes would give by chance?",
    },
    {
      id: "alpha",
      name: "Krippendorff's α",
      method: "confusionKrippendorffAlpha",
      values: [kappaWords(krippendorffAlpha)],
      rests: rests(krippendorffAlpha, `${countWords(2 * items)} codes given, two in each pair`),
      answers: "The same, with chance taken from both coders' rates together.",
    },
    ...(overlap.holsti
      ? [
          {
            id: "holsti",
            name: "Holsti's CR",
            method: "holsti",
            values: [percentWords(overlap.holsti)],
            rests: rests(
              overlap.holsti,
              `twice ${countWords(same)} of ${countWords(excerpts[0])} + ${countWords(excerpts[1])} excerpts`,
            ),
            answers: "Of all excerpts of both, how many were met by one with the same code? Chance is not taken off.",
          },
        ]
      : []),
  ];
  return (
    <>
      <ul className={styles.words}>
        <li>
          <strong>{countWords(items)}</strong> {items === 1 ? "pair" : "pairs"}
          {options.withUnmatched ? ", those with “nothing” included" : ""}.
        </li>
        {names.map((name, side) => (
          <li key={name}>
            {name}: {countWords(excerpts[side] ?? 0)} excerpts, of which{" "}
            <strong>{countWords(unmatched[side] ?? 0)}</strong> found no partner
            {shareWords(unmatched[side] ?? 0, excerpts[side] ?? 0)}.
          </li>
        ))}
      </ul>
      <FigureTable
        caption="Agreement on which code was chosen"
        valueHeads={["Value"]}
        restsHead="Rests on"
        figures={figures}
      />
      <p className={styles.small}>
        No interval is given: pairs that share an excerpt or a document are not independent of one another, and the
        usual standard errors would come out too small.
        {labels ? ` The word beside κ is that of ${LABELS[labels].title}.` : ""}
      </p>
    </>
  );
}

function shareWords(part: number, whole: number): string {
  return whole === 0 ? "" : ` (${((100 * part) / whole).toFixed(1)}%)`;
}
