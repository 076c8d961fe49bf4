"use client";

import { ChevronDown } from "lucide-react";
import { Menu } from "../../../../ui/menu";
import { TextField } from "../../../../ui/text-field";
import type { NameChoice } from "./batch-people";
import styles from "./import.module.css";

export interface NameFieldProps {
  label: string;
  hideLabel?: boolean;
  /** For whom the menu of names is. */
  who: string;
  value: string;
  choices: { readonly inProject: readonly NameChoice[]; readonly inBatch: readonly NameChoice[] };
  disabled?: boolean;
  /** A name as typed, or somebody chosen. */
  onChange: (choice: NameChoice) => void;
}

/** A name: somebody of the project or of the batch, chosen, or a new one, typed. */
export function NameField({ label, hideLabel, who, value, choices, disabled, onChange }: NameFieldProps) {
  const entries = (group: readonly NameChoice[], kind: string) =>
    group
      .filter((choice) => choice.participantId !== undefined || choice.name !== value.trim())
      .map((choice) => ({
        id: `${kind} ${choice.participantId ?? choice.name}`,
        label: choice.name,
        detail: kind,
        onSelect: () => onChange(choice),
      }));
  const [inProject, inBatch] = [
    entries(choices.inProject, "in the project"),
    entries(choices.inBatch, "in these files"),
  ];
  const items = [...inProject, ...(inProject.length > 0 && inBatch.length > 0 ? (["line"] as const) : []), ...inBatch];
  return (
    <span className={styles.nameLine}>
      <TextField
        label={label}
        hideLabel={hideLabel}
        size="small"
        value={value}
        onChange={(name) => onChange({ name })}
        disabled={disabled}
        maxLength={200}
        autoComplete="off"
        spellCheck={false}
      />
      {items.length > 0 ? (
        <Menu
          label={`Names to choose from for ${who}`}
          size="small"
          icon={<ChevronDown aria-hidden />}
          placement="bottom end"
          disabled={disabled}
          items={items}
        />
      ) : null}
    </span>
  );
}
