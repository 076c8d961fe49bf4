"use client";

import { Columns3 } from "lucide-react";
import { Button } from "@/app/ui/button";
import { Checkbox } from "@/app/ui/checkbox";
import { Popover } from "@/app/ui/popover";
import { CODE_COLUMNS, type CodeColumn, type ColumnContext, isUsual } from "./code-columns";
import styles from "./codes-view.module.css";
import { MethodLink } from "./method-link";

export interface ColumnsPopoverProps {
  shown: readonly CodeColumn[];
  context: ColumnContext;
  onToggle: (id: string, on: boolean) => void;
}

/** Which figures stand beside κ. */
export function ColumnsPopover({ shown, context, onToggle }: ColumnsPopoverProps) {
  const ids = new Set(shown.map(({ id }) => id));
  const group = (title: string, columns: readonly CodeColumn[]) => (
    <fieldset className={styles.group}>
      <legend>{title}</legend>
      <div className={styles.boxes}>
        {columns.map(({ id, title: titleOf }) => (
          <Checkbox key={id} checked={ids.has(id)} onChange={(on) => onToggle(id, on)}>
            {titleOf(context)}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
  return (
    <Popover
      label="Columns"
      placement="bottom end"
      trigger={
        <Button size="small" variant="quiet" icon={<Columns3 aria-hidden />}>
          Columns
        </Button>
      }
    >
      <div className={styles.groups}>
        {group("Usual", CODE_COLUMNS.filter(isUsual))}
        {group(
          "Further",
          CODE_COLUMNS.filter((column) => !isUsual(column)),
        )}
        <p className={styles.groupsFoot}>
          <MethodLink to="shares">What each figure answers, and when it misleads</MethodLink>
        </p>
      </div>
    </Popover>
  );
}
