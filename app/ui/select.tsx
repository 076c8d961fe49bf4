"use client";

import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Select as AriaSelect, Button, ListBox, ListBoxItem, Popover, SelectValue } from "react-aria-components";
import { classes } from "./classes";
import field from "./field.module.css";
import { FieldLabel, type FieldLabelProps, FieldWords, type FieldWordsProps } from "./field-words";
import list from "./list.module.css";
import styles from "./select.module.css";

export interface SelectOption {
  id: string;
  label: string;
  /** Stands before the label, for example a swatch. */
  mark?: ReactNode;
  detail?: ReactNode;
  disabled?: boolean;
}

export interface SelectProps extends FieldLabelProps, FieldWordsProps {
  options: readonly SelectOption[];
  /** null is nothing chosen. */
  value: string | null;
  onChange: (id: string) => void;
  placeholder?: string;
  size?: "medium" | "small";
  name?: string;
  required?: boolean;
  disabled?: boolean;
}

export function Select(props: SelectProps) {
  const { label, hideLabel, optional, hint, error, options, value, onChange, size, required, disabled, ...rest } =
    props;
  const chosen = options.find((option) => option.id === value);
  return (
    <AriaSelect
      {...rest}
      className={field.field ?? ""}
      value={value}
      onChange={(key) => {
        if (key !== null) onChange(String(key));
      }}
      isRequired={required}
      isDisabled={disabled}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
    >
      <FieldLabel label={label} hideLabel={hideLabel} optional={optional} />
      <Button className={classes(field.input, size === "small" && field.small, styles.button)}>
        {chosen?.mark}
        <SelectValue className={styles.value ?? ""}>
          {({ defaultChildren, isPlaceholder }) => (isPlaceholder ? defaultChildren : chosen?.label)}
        </SelectValue>
        <ChevronDown className={styles.chevron} aria-hidden />
      </Button>
      <FieldWords hint={hint} error={error} />
      <Popover className={list.popover ?? ""} offset={4}>
        <ListBox items={options} className={list.list ?? ""}>
          {(option) => (
            <ListBoxItem
              id={option.id}
              textValue={option.label}
              isDisabled={option.disabled ?? false}
              className={list.item ?? ""}
            >
              <Check className={list.tick} aria-hidden />
              {option.mark}
              <span className={list.words}>
                <span>{option.label}</span>
                {option.detail ? <span className={list.detail}>{option.detail}</span> : null}
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
