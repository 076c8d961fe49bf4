"use client";

import { Columns3 } from "lucide-react";
import { Button } from "@/app/ui/button";
import { Checkbox } from "@/app/ui/checkbox";
import { Popover } from "@/app/ui/popover";
import { CODE_COLUMNS, type CodeColumn, type ColumnContext, columnsAddress, isUsual } from "./code-columns";
import styles from "./codes-view.module.css";
import { MethodLink } from "./method-link";

export interface ColumnsPopoverProps {
  shown: readonly CodeColumn[];
  context: ColumnContext;
  /** What the address is to keep. */
  onChange: (words: string | null) => void;
}

/** Which figures stand beside κ. */
export function ColumnsPopover({ shown, context, onChange }: ColumnsPopoverProps) {
  const ids = new Set(shown.map(({ id }) => id));
  const set = (id: string, on: boolean) => {
    const next = new Set(ids);
    if (on) next.add(id);
    else next.delete(id);
    onChange(columnsAddress(next));
  };
  const group = (title: string, columns: readonly CodeColumn[]) => (
    <fieldset className={styles.group}>
      <legend>{title}</legend>
      {columns.map(({ id, title: titleOf }) => (
        <Checkbox key={id} checked={ids.has(id)} onChange={(on) => set(id, on)}>
          {titleOf(context)}
        </Checkbox>
      ))}
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
