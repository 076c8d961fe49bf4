"use client";

import type { ReactNode } from "react";
import { FieldError, Label, Text } from "react-aria-components";
import { classes } from "./classes";
import styles from "./field.module.css";

export interface FieldLabelProps {
  label: string;
  hideLabel?: boolean;
  /** Says "(optional)" after the label: most fields are needed, so the exception is named. */
  optional?: boolean;
}

export function FieldLabel({ label, hideLabel, optional }: FieldLabelProps) {
  return (
    <Label className={classes(styles.label, hideLabel && styles.hidden)}>
      {label}
      {optional ? <span className={styles.optional}> (optional)</span> : null}
    </Label>
  );
}

export interface FieldWordsProps {
  hint?: ReactNode;
  error?: ReactNode;
}

/** The hint and the error of a field, tied to it for screen readers. */
export function FieldWords({ hint, error }: FieldWordsProps) {
  return (
    <>
      {hint ? (
        <Text slot="description" className={styles.hint}>
          {hint}
        </Text>
      ) : null}
      <FieldError className={styles.error}>{error}</FieldError>
    </>
  );
}
