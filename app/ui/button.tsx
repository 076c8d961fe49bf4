"use client";

import type { ReactNode, Ref } from "react";
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from "react-aria-components";
import styles from "./button.module.css";
import { classes } from "./classes";

export type ButtonVariant = "primary" | "plain" | "quiet" | "danger";
export type ButtonSize = "medium" | "small";

export interface ButtonProps
  extends Pick<
    AriaButtonProps,
    | "id"
    | "type"
    | "form"
    | "name"
    | "value"
    | "slot"
    | "autoFocus"
    | "aria-label"
    | "aria-labelledby"
    | "aria-describedby"
    | "aria-expanded"
    | "aria-controls"
    | "aria-haspopup"
    | "aria-pressed"
    | "excludeFromTabOrder"
  > {
  children?: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Stands before the words; without children the button is square and needs an `aria-label`. */
  icon?: ReactNode;
  onPress?: () => void;
  disabled?: boolean;
  /** The words while the work is under way ("Saving…"); the button keeps the focus and does nothing meanwhile. */
  pending?: string | false | null;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({
  children,
  variant = "plain",
  size = "medium",
  icon,
  onPress,
  disabled,
  pending,
  ...rest
}: ButtonProps) {
  const words = pending || children;
  return (
    <AriaButton
      {...rest}
      className={classes(
        styles.button,
        styles[variant],
        size === "small" && styles.small,
        (words === undefined || words === null) && styles.square,
      )}
      isDisabled={disabled}
      isPending={Boolean(pending)}
      onPress={onPress && (() => onPress())}
    >
      {icon}
      {words}
    </AriaButton>
  );
}
