"use client";

import { sentenceOfError } from "@/app/client/api";
import { Notice } from "@/app/ui/notice";
import { Section } from "@/app/ui/section";
import { Segmented } from "@/app/ui/segmented";
import { Select } from "@/app/ui/select";
import { Switch } from "@/app/ui/switch";
import { treeOrder } from "@/lib/codebook/tree";
import { figureParams } from "./agreement-choice";
import { Computing } from "./computing";
import { ConfusedPairs } from "./confused-pairs";
import { ConfusionFigure } from "./confusion-figure";
import { OverlapFigures } from "./overlap-figures";
import { SetFigures } from "./set-figures";
import { useAddressOptions } from "./use-address-options";
import { useKeptRead } from "./use-kept-read";
import type { OverlapOptions, ViewProps } from "./view-props";
import styles from "./views.module.css";
import { levelOptions, OVERLAPS, overlapAddress, overlapOptionsFrom } from "./which-code-options";

/** Where both coded: which code each chose, as pairs of excerpts and as sets of codes. */
export function WhichCodeView({ place, choice, report, names, labels, opened, onOpen }: ViewProps) {
  const address = useAddressOptions();
  const options = overlapOptionsFrom(address.query);
  const { rollUp: _rollUp, ...figures } = figureParams(choice);
  const { data, error, waiting } = useKeptRead("overlap-agreement", {
    ...place,
    ...figures,
    ...options,
  });
  const change = (next: Partial<OverlapOptions>) => address.change(overlapAddress({ ...options, ...next }));
  const openPair = (firstCodeId: string | null, secondCodeId: string | null) =>
    onOpen({ kind: "pair", firstCodeId, secondCodeId, ...options });
  const chosen = opened?.kind === "pair" ? opened : null;
  const levels = levelOptions(treeOrder(report.codes).map(({ depth }) => depth));
  return (
    <div className={styles.view}>
      <Section
        title="Which code, where both coded"
        intro="Every excerpt of one coder beside those of the other that it meets in the text. It says which code was chosen, not where."
      >
        <div className={styles.options}>
          <Segmented
            label="Two excerpts are a pair when they share"
            showLabel
            options={OVERLAPS.map((each) => ({ id: each, label: each === "0" ? "Any of it" : `${each}%` }))}
            value={String(Math.round(options.minIou * 100))}
            onChange={(each) => change({ minIou: Number(each) / 100 })}
          />
          <Segmented
            label="An excerpt pairs with"
            showLabel
            options={[
              { id: "all-pairs", label: "All that it meets" },
              { id: "one-to-one", label: "One at most" },
            ]}
            value={options.matching}
            onChange={(id) => change({ matching: id === "one-to-one" ? "one-to-one" : "all-pairs" })}
          />
          {levels.length > 1 ? (
            <Select
              label="Codes compared"
              options={levels}
              value={options.level === null ? "chosen" : String(options.level)}
              onChange={(id) => change({ level: id === "chosen" ? null : Number(id) })}
            />
          ) : null}
          <div className={styles.beside}>
            <Switch checked={options.withUnmatched} onChange={(withUnmatched) => change({ withUnmatched })}>
              With “nothing”
            </Switch>
          </div>
          <Computing waiting={waiting} />
        </div>
        <p className={styles.small}>{pairWords(options)}</p>
        {error ? <Notice tone="error">{sentenceOfError(error)}</Notice> : null}
        {data ? <OverlapFigures overlap={data.overlap} options={options} names={names} labels={labels} /> : null}
      </Section>
      {data && data.overlap.items > 0 ? (
        <>
          <ConfusionFigure
            codes={report.codes}
            overlap={data.overlap}
            names={names}
            onCell={openPair}
            fileName={`${report.round.name}, which code`}
          />
          <ConfusedPairs codes={report.codes} overlap={data.overlap} names={names} chosen={chosen} onPair={openPair} />
        </>
      ) : null}
      {data ? <SetFigures sets={data.sets} choice={choice} labels={labels} /> : null}
    </div>
  );
}

function pairWords({ minIou, matching, withUnmatched, level }: OverlapOptions): string {
  const share =
    minIou === 0
      ? "Two excerpts are a pair as soon as they have one character in common."
      : `Two excerpts are a pair when what they have in common is at least ${Math.round(minIou * 100)}% of what they cover together (intersection over union).`;
  const partners =
    matching === "all-pairs"
      ? "A long excerpt counts once for each excerpt that it meets."
      : "Each excerpt is in one pair at most: those with the greatest overlap in all, and among equals those with the same code.";
  const above = level === null ? "" : " A code counts as the theme above it at the chosen level.";
  const nothing = withUnmatched
    ? " An excerpt without a partner counts against “nothing”; both choosing nothing cannot occur, so κ and α are pushed down."
    : "";
  return `${share} ${partners}${above}${nothing}`;
}
