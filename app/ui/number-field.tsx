"use client";

import { NumberField as AriaNumberField, Input } from "react-aria-components";
import { classes } from "./classes";
import styles from "./field.module.css";
import { FieldLabel, type FieldLabelProps, FieldWords, type FieldWordsProps } from "./field-words";

export interface NumberFieldProps extends FieldLabelProps, FieldWordsProps {
  /** null is an empty field. */
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
  step?: number;
  name?: string;
  required?: boolean;
  disabled?: boolean;
  formatOptions?: Intl.NumberFormatOptions;
}

export function NumberField(props: NumberFieldProps) {
  const { label, hideLabel, optional, hint, error, value, onChange, min, max, step, required, disabled, ...rest } =
    props;
  return (
    <AriaNumberField
      {...rest}
      className={styles.field ?? ""}
      value={value ?? Number.NaN}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      minValue={min}
      maxValue={max}
      step={step}
      isRequired={required}
      isDisabled={disabled}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <FieldLabel label={label} hideLabel={hideLabel} optional={optional} />
      <Input className={classes(styles.input, styles.number)} />
      <FieldWords hint={hint} error={error} />
    </AriaNumberField>
  );
}
