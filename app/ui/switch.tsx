"use client";

import { type ReactNode, useId } from "react";
import { Switch as AriaSwitch } from "react-aria-components";
import styles from "./choice.module.css";

export interface SwitchProps {
  children: ReactNode;
  hint?: ReactNode;
  checked: boolean;
  onChange: (checked: boolean) => void;
  disabled?: boolean;
}

/** For what takes effect at once; a choice that waits for a button is a checkbox. */
export function Switch({ children, hint, checked, onChange, disabled }: SwitchProps) {
  const hintId = useId();
  return (
    <AriaSwitch
      className={styles.choice ?? ""}
      isSelected={checked}
      onChange={onChange}
      isDisabled={disabled}
      aria-describedby={hint ? hintId : undefined}
    >
      <span className={styles.track} />
      <span className={styles.words}>
        <span>{children}</span>
        {hint ? (
          <span id={hintId} className={styles.hint}>
            {hint}
          </span>
        ) : null}
      </span>
    </AriaSwitch>
  );
}
