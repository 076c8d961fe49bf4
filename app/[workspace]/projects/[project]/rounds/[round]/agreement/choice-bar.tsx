"use client";

import { Segmented } from "@/app/ui/segmented";
import { Select } from "@/app/ui/select";
import { Switch } from "@/app/ui/switch";
import type { ReadResult } from "@/db/reads";
import { treeOrder } from "@/lib/codebook/tree";
import { type AgreementChoice, DEFAULT_CHOICE, UNITS } from "./agreement-choice";
import styles from "./choice-bar.module.css";
import type { LabelScheme } from "./figure-words";
import { MoreChoices } from "./more-choices";
import { PickPopover } from "./pick-popover";
import { UNIT_WORDS } from "./unit-words";

export interface ChoiceBarProps {
  choice: AgreementChoice;
  report: Pick<ReadResult<"agreement-report">, "coders" | "pair" | "documents" | "codes">;
  labels: LabelScheme | null;
  /** What is to be another than it was. */
  onChange: (change: Partial<AgreementChoice>) => void;
  onLabels: (labels: LabelScheme | null) => void;
}

/** What the figures of all views depend on. With two coders there is no pair to choose. */
export function ChoiceBar({ choice, report, labels, onChange, onLabels }: ChoiceBarProps) {
  const { coders, pair, documents, codes } = report;
  const options = (other: string) => coders.map(({ id, name }) => ({ id, label: name, disabled: id === other }));
  const [first, second] = [choice.first ?? pair[0], choice.second ?? pair[1]];
  return (
    <div className={styles.choices}>
      {coders.length > 2 ? (
        <>
          <Select
            label="First coder"
            options={options(second)}
            value={first}
            onChange={(id) => onChange({ first: id, second })}
          />
          <Select
            label="Second coder"
            options={options(first)}
            value={second}
            onChange={(id) => onChange({ first, second: id })}
          />
        </>
      ) : null}
      <PickPopover
        label="Documents"
        items={documents.map(({ id, name }) => ({ id, label: name, depth: 0 }))}
        chosen={choice.documentIds}
        onChange={(documentIds) => onChange({ documentIds })}
      />
      <PickPopover
        label="Codes"
        items={treeOrder(codes).map(({ code, depth }) => ({
          id: code.id,
          label: code.name,
          colour: code.colour,
          depth,
        }))}
        chosen={choice.codeIds}
        onChange={(codeIds) => onChange({ codeIds })}
      />
      <Segmented
        label="Counted by"
        showLabel
        options={UNITS.map((id) => ({ id, label: UNIT_WORDS[id].title }))}
        value={choice.unit}
        onChange={(id) => onChange({ unit: UNITS.find((unit) => unit === id) ?? DEFAULT_CHOICE.unit })}
      />
      <div className={styles.row}>
        <Switch checked={choice.rollUp} onChange={(rollUp) => onChange({ rollUp })}>
          Themes count with their sub-themes
        </Switch>
        <MoreChoices choice={choice} labels={labels} onChange={onChange} onLabels={onLabels} />
      </div>
    </div>
  );
}
