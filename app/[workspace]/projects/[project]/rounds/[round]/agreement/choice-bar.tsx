"use client";

import { Segmented } from "@/app/ui/segmented";
import { Select } from "@/app/ui/select";
import { Switch } from "@/app/ui/switch";
import styles from "./agreement.module.css";
import type { AgreementChoice } from "./agreement-choice";

export interface ChoiceBarProps {
  choice: AgreementChoice;
  coders: readonly { id: string; name: string }[];
  pair: readonly [string, string];
  onChange: (choice: AgreementChoice) => void;
  labels: boolean;
  onLabels: (labels: boolean) => void;
}

/** What the figures depend on. With two coders there is no pair to choose. */
export function ChoiceBar({ choice, coders, pair, onChange, labels, onLabels }: ChoiceBarProps) {
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
            onChange={(id) => onChange({ ...choice, first: id, second })}
          />
          <Select
            label="Second coder"
            options={options(first)}
            value={second}
            onChange={(id) => onChange({ ...choice, first, second: id })}
          />
        </>
      ) : null}
      <Segmented
        label="Counted by"
        showLabel
        options={[
          { id: "turn", label: "Turn" },
          { id: "character", label: "Character" },
        ]}
        value={choice.unit}
        onChange={(id) => onChange({ ...choice, unit: id === "character" ? "character" : "turn" })}
      />
      <Switch checked={choice.rollUp} onChange={(rollUp) => onChange({ ...choice, rollUp })}>
        Themes count with their sub-themes
      </Switch>
      <Switch checked={labels} onChange={onLabels}>
        Labels of Landis and Koch
      </Switch>
    </div>
  );
}
