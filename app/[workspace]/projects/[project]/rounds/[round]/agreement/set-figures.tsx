"use client";

import { Section } from "@/app/ui/section";
import type { ReadResult } from "@/db/reads";
import type { Statistic } from "@/lib/agreement/statistic";
import type { AgreementChoice } from "./agreement-choice";
import { FigureTable, type NamedFigure } from "./figure-table";
import { countWords, kappaWords, type LabelScheme, percentWords, undefinedWords } from "./figure-words";
import { LabelledKappa } from "./labelled-kappa";
import { UNIT_WORDS } from "./unit-words";
import styles from "./views.module.css";

export interface SetFiguresProps {
  sets: ReadResult<"overlap-agreement">["sets"];
  choice: AgreementChoice;
  labels: LabelScheme | null;
}

/** All codes of a unit at once, as one set of each coder. */
export function SetFigures({ sets, choice, labels }: SetFiguresProps) {
  const { one, many } = UNIT_WORDS[choice.unit];
  const both = [sets.all, sets.eitherCoded] as const;
  const words = (statistic: Statistic) =>
    statistic.kind === "defined" ? kappaWords(statistic) : undefinedWords(statistic.reason);
  const figures: NamedFigure[] = [
    {
      id: "items",
      name: many.charAt(0).toUpperCase() + many.slice(1),
      values: both.map(({ items }) => countWords(items)),
      answers: `How much was compared. Where nobody coded, both sets are empty and agree.`,
    },
    {
      id: "sets",
      name: "Different sets",
      values: both.map(({ distinctSets }) => countWords(distinctSets)),
      answers: "How many combinations of codes occur, of either coder.",
    },
    {
      id: "percent",
      name: "The same set",
      method: "percentAgreementOfMatrix",
      values: both.map(({ percentAgreement }) => percentWords(percentAgreement)),
      answers: `How often did both give a ${one} exactly the same codes?`,
    },
    {
      id: "kappa",
      name: "Cohen's κ of sets",
      method: "setKappa",
      values: both.map(({ cohenKappa }, i) =>
        cohenKappa.kind === "defined" ? (
          <LabelledKappa key={i === 0 ? "all" : "coded"} kappa={cohenKappa} labels={labels} />
        ) : (
          undefinedWords(cohenKappa.reason)
        ),
      ),
      answers: "The same beyond chance: a set that differs in one code of five counts as wholly different.",
    },
    {
      id: "nominal",
      name: "α, nominal",
      method: "setAlpha",
      values: both.map(({ krippendorffAlpha }) => words(krippendorffAlpha.nominal)),
      answers: "As κ of sets, with chance taken from both coders' sets together.",
    },
    {
      id: "jaccard",
      name: "α, Jaccard",
      method: "setAlpha",
      values: both.map(({ krippendorffAlpha }) => words(krippendorffAlpha.jaccard)),
      answers: "Sets that share codes agree in part: by the share of all their codes that they have in common.",
    },
    {
      id: "masi",
      name: "α, MASI",
      method: "setAlpha",
      values: both.map(({ krippendorffAlpha }) => words(krippendorffAlpha.masi)),
      answers: "As Jaccard, but stricter where neither set lies within the other (Passonneau 2006).",
    },
  ];
  return (
    <Section
      title="Sets of codes"
      intro={`All codes that a coder gave a ${one}, taken together as one answer. Name the distance with the figure: it decides what agreeing in part is worth.`}
    >
      <FigureTable
        caption={`Agreement on sets of codes, counted by ${one}`}
        valueHeads={[`All ${many}`, "Only where somebody coded"]}
        figures={figures}
      />
      <p className={styles.small}>
        Of the choices above, the pairs of excerpts follow the coders, the documents and the codes; the sets also what
        is counted. Each code stands by itself, whatever the themes count. No interval is given for sets.
      </p>
    </Section>
  );
}
