"use client";

import type { ReactNode } from "react";
import { RadioGroup as AriaRadioGroup, Radio } from "react-aria-components";
import styles from "./choice.module.css";
import { FieldLabel, type FieldLabelProps, FieldWords, type FieldWordsProps } from "./field-words";

export interface RadioOption {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  disabled?: boolean;
}

export interface RadioGroupProps extends FieldLabelProps, FieldWordsProps {
  options: readonly RadioOption[];
  value: string | null;
  onChange: (id: string) => void;
  orientation?: "vertical" | "horizontal";
  name?: string;
  disabled?: boolean;
}

export function RadioGroup(props: RadioGroupProps) {
  const { label, hideLabel, optional, hint, error, options, orientation = "vertical", disabled, ...rest } = props;
  return (
    <AriaRadioGroup
      {...rest}
      className={styles.group ?? ""}
      orientation={orientation}
      isDisabled={disabled}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <FieldLabel label={label} hideLabel={hideLabel} optional={optional} />
      <div className={orientation === "horizontal" ? styles.row : styles.column}>
        {options.map((option) => (
          <Radio key={option.id} value={option.id} isDisabled={option.disabled} className={styles.choice ?? ""}>
            <span className={`${styles.mark} ${styles.round}`} />
            <span className={styles.words}>
              <span>{option.label}</span>
              {option.hint ? <span className={styles.hint}>{option.hint}</span> : null}
            </span>
          </Radio>
        ))}
      </div>
      <FieldWords hint={hint} error={error} />
    </AriaRadioGroup>
  );
}
