"use client";

import { Check, Minus } from "lucide-react";
import { type ReactNode, useId } from "react";
import { Checkbox as AriaCheckbox } from "react-aria-components";
import styles from "./choice.module.css";

export interface CheckboxProps {
  children: ReactNode;
  hint?: ReactNode;
  checked?: boolean;
  defaultChecked?: boolean;
  /** Some of what it stands for is chosen, not all. */
  mixed?: boolean;
  onChange?: (checked: boolean) => void;
  name?: string;
  value?: string;
  disabled?: boolean;
  autoFocus?: boolean;
}

export function Checkbox({ children, hint, checked, defaultChecked, mixed, disabled, ...rest }: CheckboxProps) {
  const hintId = useId();
  return (
    <AriaCheckbox
      {...rest}
      className={styles.choice ?? ""}
      isSelected={checked}
      defaultSelected={defaultChecked}
      isIndeterminate={mixed}
      isDisabled={disabled}
      aria-describedby={hint ? hintId : undefined}
    >
      <span className={styles.mark}>{mixed ? <Minus aria-hidden /> : <Check aria-hidden />}</span>
      <span className={styles.words}>
        <span>{children}</span>
        {hint ? (
          <span id={hintId} className={styles.hint}>
            {hint}
          </span>
        ) : null}
      </span>
    </AriaCheckbox>
  );
}
