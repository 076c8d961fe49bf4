"use client";

import type { KeyboardEvent, Ref } from "react";
import { TextField as AriaTextField, Input, TextArea } from "react-aria-components";
import { classes } from "./classes";
import styles from "./field.module.css";
import { FieldLabel, type FieldLabelProps, FieldWords, type FieldWordsProps } from "./field-words";

export interface TextFieldProps extends FieldLabelProps, FieldWordsProps {
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  onBlur?: () => void;
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => void;
  type?: "text" | "email" | "password" | "search" | "url" | "date";
  multiline?: boolean;
  rows?: number;
  size?: "medium" | "small";
  mono?: boolean;
  name?: string;
  required?: boolean;
  disabled?: boolean;
  readOnly?: boolean;
  autoFocus?: boolean;
  autoComplete?: string;
  placeholder?: string;
  maxLength?: number;
  spellCheck?: boolean;
  inputRef?: Ref<HTMLInputElement>;
  areaRef?: Ref<HTMLTextAreaElement>;
}

export function TextField({
  label,
  hideLabel,
  optional,
  hint,
  error,
  multiline,
  rows = 3,
  size = "medium",
  mono,
  required,
  disabled,
  readOnly,
  placeholder,
  spellCheck,
  inputRef,
  areaRef,
  onKeyDown,
  ...rest
}: TextFieldProps) {
  const className = classes(styles.input, size === "small" && styles.small, mono && styles.mono);
  return (
    <AriaTextField
      {...rest}
      className={styles.field ?? ""}
      isRequired={required}
      isDisabled={disabled}
      isReadOnly={readOnly}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <FieldLabel label={label} hideLabel={hideLabel} optional={optional} />
      {multiline ? (
        <TextArea
          ref={areaRef}
          className={className}
          rows={rows}
          placeholder={placeholder}
          spellCheck={spellCheck}
          onKeyDown={onKeyDown}
        />
      ) : (
        <Input
          ref={inputRef}
          className={className}
          placeholder={placeholder}
          spellCheck={spellCheck}
          onKeyDown={onKeyDown}
        />
      )}
      <FieldWords hint={hint} error={error} />
    </AriaTextField>
  );
}
