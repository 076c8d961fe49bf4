"use client";

import { useState } from "react";
import { ConfusionMatrix } from "@/app/ui/confusion-matrix";
import { Section } from "@/app/ui/section";
import { Swatch } from "@/app/ui/swatch";
import { Switch } from "@/app/ui/switch";
import type { ReadResult } from "@/db/reads";
import { treeOrder } from "@/lib/codebook/tree";
import styles from "./agreement.module.css";
import { countWords, kappaWords, landisKochWord, percentWords, undefinedWords } from "./figure-words";

type Report = ReadResult<"agreement-report">;

export interface OverlapSectionProps extends Pick<Report, "codes" | "overlap" | "overlapWithNone"> {
  names: readonly [string, string];
  labels: boolean;
  onCell: (firstCodeId: string | null, secondCodeId: string | null) => void;
}

const NOTHING = "nothing";

/** Where both coded: which code each chose, and where one coded and the other did not. */
export function OverlapSection({ codes, overlap, overlapWithNone, names, labels, onCell }: OverlapSectionProps) {
  const [withNone, setWithNone] = useState(false);
  const shown = withNone ? overlapWithNone : overlap;
  const { labels: order, counts } = inTreeOrder(codes, shown);
  const kappa = shown.cohenKappa;
  const label = labels ? landisKochWord(kappa) : null;
  const idOf = (cell: string) => (cell === NOTHING ? null : cell);
  return (
    <Section
      title="Which code, where both coded"
      intro="Every pair of overlapping excerpts, one of each coder, is counted once. It says which code was chosen, not where."
      actions={
        <Switch checked={withNone} onChange={setWithNone} hint="Also what only one coder coded">
          With nothing
        </Switch>
      }
    >
      <p className={styles.sentence}>
        {kappa.kind === "defined" ? (
          <>
            <strong>κ = {kappaWords(kappa)}</strong>
            {label ? ` (${label})` : null}, {percentWords(shown.percentAgreement)} the same code,{" "}
            {countWords(shown.items)} pairs.
          </>
        ) : (
          <>{undefinedWords(kappa.reason)}.</>
        )}{" "}
        {withNone
          ? "Excerpts that met none of the other coder's count as a disagreement with “nothing”; both choosing nothing cannot occur, so this κ is pushed down."
          : null}
      </p>
      {shown.items === 0 ? null : (
        <ConfusionMatrix
          caption="Which code each coder chose; a number opens its excerpts"
          showCaption
          rowHeading={names[0]}
          columnHeading={names[1]}
          labels={order.map((id) => {
            const code = codes.find((each) => each.id === id);
            return code
              ? { id: code.id, label: code.name, mark: <Swatch colour={code.colour} /> }
              : { id: NOTHING, label: "Nothing" };
          })}
          counts={counts}
          onCell={(row, column) => onCell(idOf(row), idOf(column))}
        />
      )}
    </Section>
  );
}

/** Sub-themes stand beside their theme, where a reader looks for what is taken for what. */
function inTreeOrder(codes: Report["codes"], { labels, matrix }: Report["overlap"]) {
  const rank = new Map<string | null, number>(treeOrder(codes).map(({ code }, index) => [code.id, index]));
  const rankOf = (id: string | null) => rank.get(id) ?? rank.size;
  const order = labels.map((id, at) => ({ id, at })).sort((a, b) => rankOf(a.id) - rankOf(b.id));
  return {
    labels: order.map(({ id }) => id),
    counts: order.map((row) => order.map((column) => matrix[row.at]?.[column.at] ?? 0)),
  };
}
