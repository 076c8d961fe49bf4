"use client";

import { sentenceOfError } from "@/app/client/api";
import { ChartFigure } from "@/app/ui/chart-figure";
import { domainOf } from "@/app/ui/chart-scale";
import { DotGroups } from "@/app/ui/dot-groups";
import { Notice } from "@/app/ui/notice";
import { Section } from "@/app/ui/section";
import { Segmented } from "@/app/ui/segmented";
import { Spinner } from "@/app/ui/spinner";
import { valueOrNull } from "@/lib/agreement/statistic";
import styles from "./agreement.module.css";
import { figureParams } from "./agreement-choice";
import { MethodLink } from "./method-link";
import { UNIT_FIGURE_WORDS, UNIT_FIGURES, unitRows } from "./unit-figures";
import { UnitTable } from "./unit-table";
import { UNIT_WORDS } from "./unit-words";
import { useAddressOptions } from "./use-address-options";
import { useKeptRead } from "./use-kept-read";
import type { ViewProps } from "./view-props";

const MARKS = {
  turn: "circle",
  sentence: "triangle",
  paragraph: "square",
  character: "cross",
  document: "diamond",
} as const;

/** The same codings counted in five ways. */
export function UnitsView({ place, choice, report, opened, onOpen }: ViewProps) {
  const { query, change } = useAddressOptions();
  const figure = UNIT_FIGURES.find((each) => each === query.get("compare")) ?? "kappa";
  const { unit: _unit, ...params } = figureParams(choice);
  const { data, error } = useKeptRead("agreement-by-unit", { ...place, ...params });
  const { title, axis, format } = UNIT_FIGURE_WORDS[figure];
  const rows = data ? unitRows(report.codes, data.units, figure) : [];
  const values = rows.map((row) => row.figures.map(valueOrNull));
  return (
    <Section
      title="How the figure depends on what is counted"
      intro={
        <p>
          The same codings, counted by turn, sentence, paragraph, character and document. Settle on one of them before
          you look, and report it with the figure. <MethodLink to="counting">How text is counted</MethodLink>
        </p>
      }
      actions={
        <Segmented
          label="Figure compared"
          size="small"
          options={UNIT_FIGURES.map((id) => ({ id, label: UNIT_FIGURE_WORDS[id].title }))}
          value={figure}
          onChange={(id) => change({ compare: id === "kappa" ? null : id })}
        />
      }
    >
      {error ? <Notice tone="error">{sentenceOfError(error)}</Notice> : null}
      {data ? (
        <>
          <ChartFigure
            title={`${title} of each code, by what is counted`}
            fileName={`${report.round.name}, ${figure} by unit`}
            chart={
              <DotGroups
                groups={rows.map(({ id, name, colour, depth }) => ({ id, label: name, colour, depth }))}
                series={data.units.map(({ unit }) => ({ id: unit, label: UNIT_WORDS[unit].title, mark: MARKS[unit] }))}
                values={values}
                domain={domainOf(values.flat())}
                axisLabel={axis}
                format={format}
                missingLabel="not defined"
                width={860}
              />
            }
            table={{
              columns: ["Code", ...data.units.map(({ unit }) => UNIT_WORDS[unit].title)],
              rows: rows.map(({ name }, row) => [name, ...(values[row] ?? [])]),
            }}
          />
          <UnitTable
            units={data.units}
            rows={rows}
            figure={figure}
            chosen={opened?.kind === "code" ? opened.codeId : null}
            onOpen={(codeId, unit) => onOpen({ kind: "code", codeId, coders: null, unit })}
          />
          <Reading />
        </>
      ) : error ? null : (
        <Spinner>Counting in five ways…</Spinner>
      )}
    </Section>
  );
}

function Reading() {
  return (
    <ul className={styles.ledger}>
      <li>
        By character, κ comes close to positive agreement as the uncoded text grows (Hripcsak & Rothschild 2005), and
        AC1 and percent agreement come close to 1 whatever the coders do.
      </li>
      <li>
        Larger units agree by containing more: two codings in the same paragraph count as one agreement, although they
        may not share a word.
      </li>
      <li>
        Smaller units ask where exactly, larger ones whether at all. Where the coders mark the same passages with other
        bounds, κ falls as units shrink; where it falls as they grow, they found the code in different places.
      </li>
      <li>By document there are few items, and a code that is in all of them has no κ.</li>
      <li>Intervals stand in the view “Codes”, for the unit that is chosen above.</li>
    </ul>
  );
}
