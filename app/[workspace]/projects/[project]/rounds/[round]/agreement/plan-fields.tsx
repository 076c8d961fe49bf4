"use client";

import { NumberField } from "@/app/ui/number-field";
import { Select } from "@/app/ui/select";
import type { Unit } from "./agreement-choice";
import { confidenceWords } from "./interval-words";
import type { PlanInputs, PlanProblems } from "./plan-inputs";
import { UNIT_WORDS } from "./unit-words";
import styles from "./views.module.css";

export interface PlanFieldsProps {
  inputs: PlanInputs;
  problems: PlanProblems;
  unit: Unit;
  /** Where the design effect comes from. */
  effect: string;
  onChange: (next: Partial<PlanInputs>) => void;
}

const PERCENT: Intl.NumberFormatOptions = { style: "percent", maximumFractionDigits: 2 };
const DECIMAL: Intl.NumberFormatOptions = { maximumFractionDigits: 3 };

/** All that a plan stands on; each number may be changed. */
export function PlanFields({ inputs, problems, unit, effect, onChange }: PlanFieldsProps) {
  const { one, many } = UNIT_WORDS[unit];
  return (
    <div className={styles.fields}>
      <NumberField
        label={`Share of ${many} with the code`}
        hint="The mean of the two coders' rates."
        value={inputs.prevalence}
        onChange={(prevalence) => onChange({ prevalence })}
        error={problems.prevalence}
        formatOptions={PERCENT}
      />
      {unit === "document" ? null : (
        <NumberField
          label={`${many.charAt(0).toUpperCase()}${many.slice(1)} in a document`}
          hint={`On average: no ${one} comes without its document.`}
          value={inputs.itemsPerDocument}
          onChange={(itemsPerDocument) => onChange({ itemsPerDocument })}
          error={problems.itemsPerDocument}
          formatOptions={DECIMAL}
        />
      )}
      <NumberField
        label="Design effect of documents"
        hint={effect}
        value={inputs.designEffect}
        onChange={(designEffect) => onChange({ designEffect })}
        error={problems.designEffect}
        formatOptions={DECIMAL}
      />
      {inputs.goal === "width" ? (
        <>
          <NumberField
            label="κ that is expected"
            hint="Too high a κ makes the plan too small."
            value={inputs.kappa}
            onChange={(kappa) => onChange({ kappa })}
            error={problems.kappa}
            formatOptions={DECIMAL}
          />
          <NumberField
            label="Half the width of the interval"
            hint={`The ${confidenceWords(inputs.confidence)} interval reaches this far on either side.`}
            value={inputs.halfWidth}
            onChange={(halfWidth) => onChange({ halfWidth })}
            error={problems.halfWidth}
            formatOptions={DECIMAL}
          />
        </>
      ) : (
        <>
          <NumberField
            label="κ to rule out"
            value={inputs.kappa0}
            onChange={(kappa0) => onChange({ kappa0 })}
            error={problems.kappa0}
            formatOptions={DECIMAL}
          />
          <NumberField
            label="κ that is expected"
            value={inputs.kappa1}
            onChange={(kappa1) => onChange({ kappa1 })}
            error={problems.kappa1}
            formatOptions={DECIMAL}
          />
          <NumberField
            label="Power"
            hint="The chance to rule the lower κ out if the expected one is true."
            value={inputs.power}
            onChange={(power) => onChange({ power })}
            error={problems.power}
            formatOptions={PERCENT}
          />
          <NumberField
            label="Chance of a false alarm (α)"
            value={inputs.alpha}
            onChange={(alpha) => onChange({ alpha })}
            error={problems.alpha}
            formatOptions={PERCENT}
          />
          <Select
            label="The test looks"
            options={[
              { id: "2", label: "To both sides" },
              { id: "1", label: "Upwards only" },
            ]}
            value={String(inputs.sides)}
            onChange={(id) => onChange({ sides: id === "1" ? 1 : 2 })}
          />
        </>
      )}
    </div>
  );
}
