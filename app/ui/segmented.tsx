"use client";

import { type ReactNode, useId } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import { classes } from "./classes";
import styles from "./segmented.module.css";

export interface SegmentedOption {
  id: string;
  label: ReactNode;
  icon?: ReactNode;
  disabled?: boolean;
}

export interface SegmentedProps {
  label: string;
  showLabel?: boolean;
  options: readonly SegmentedOption[];
  value: string;
  onChange: (id: string) => void;
  size?: "medium" | "small";
  disabled?: boolean;
}

/** One of a few, all in sight. */
export function Segmented({ label, showLabel, options, value, onChange, size, disabled }: SegmentedProps) {
  const labelId = useId();
  return (
    <div className={styles.field}>
      <span id={labelId} className={styles.label} hidden={!showLabel}>
        {label}
      </span>
      <ToggleButtonGroup
        aria-labelledby={labelId}
        className={classes(styles.group, size === "small" && styles.small)}
        selectionMode="single"
        disallowEmptySelection
        isDisabled={disabled}
        selectedKeys={[value]}
        onSelectionChange={(keys) => {
          for (const key of keys) onChange(String(key));
        }}
      >
        {options.map((option) => (
          <ToggleButton key={option.id} id={option.id} isDisabled={option.disabled} className={styles.option ?? ""}>
            {option.icon}
            {option.label}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}
