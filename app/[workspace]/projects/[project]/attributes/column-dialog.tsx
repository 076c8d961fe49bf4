"use client";

import { useId, useState } from "react";
import type { AttributeKind, Choice } from "@/lib/attributes/attribute-value";
import { newId } from "../../../../client/new-id";
import { useAct } from "../../../../client/use-act";
import { Button } from "../../../../ui/button";
import { Dialog } from "../../../../ui/dialog";
import { Notice } from "../../../../ui/notice";
import { Select } from "../../../../ui/select";
import { TextField } from "../../../../ui/text-field";
import { useActWithUndo } from "../use-act-with-undo";
import styles from "./attributes.module.css";
import { isAttributeKind, KIND_OPTIONS } from "./kind-words";
import type { GridColumn, TableScope } from "./table-scope";

export interface ColumnDialogProps {
  projectId: string;
  scope: TableScope;
  /** Null for a new one. */
  column: GridColumn | null;
  onDone: () => void;
  onClose: () => void;
}

export function ColumnDialog({ projectId, scope, column, onDone, onClose }: ColumnDialogProps) {
  const [name, setName] = useState(column?.name ?? "");
  const [kind, setKind] = useState<AttributeKind>(column?.kind ?? "text");
  const [lines, setLines] = useState((column?.choices ?? []).map(lineOf).join("\n"));
  const define = useAct("define-attribute");
  const change = useAct("change-attribute");
  const removal = useActWithUndo("remove-attribute", projectId);
  const formId = useId();
  const problem = define.problem ?? change.problem ?? removal.problem;
  const choices = choicesOf(lines);
  // A column that was words before takes what is recorded for its choices, where none are named.
  const fromValues = column !== null && column.kind !== "choice" && choices.length === 0;
  const lacking = kind === "choice" && choices.length === 0 && !fromValues;

  const submit = async () => {
    const said = { projectId, name, kind, ...(kind === "choice" && !fromValues && { choices }) };
    try {
      if (column) await change.perform({ ...said, attributeId: column.id, version: column.version });
      else await define.perform({ ...said, ...scope, attributeId: newId() });
    } catch {
      // The dialog shows why and keeps what was typed.
      return;
    }
    onDone();
    onClose();
  };
  const remove = async () => {
    if (!column) return;
    const input = { projectId, attributeId: column.id, version: column.version };
    if (!(await removal.perform(input, `“${column.name}” was removed with its values.`))) return;
    onDone();
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={column ? `Column “${column.name}”` : "Add a column"}
      size="small"
      actions={
        <>
          {column ? (
            <Button variant="danger" onPress={() => void remove()} pending={removal.pending && "Removing…"}>
              Remove the column
            </Button>
          ) : null}
          <Button onPress={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            disabled={name.trim() === "" || lacking}
            pending={(define.pending || change.pending) && "Saving…"}
          >
            {column ? "Save" : "Add"}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "" && !lacking) void submit();
        }}
      >
        <TextField label="Name" value={name} onChange={setName} maxLength={200} autoFocus required autoComplete="off" />
        <Select
          label="Kind"
          options={KIND_OPTIONS}
          value={kind}
          onChange={(id) => {
            if (isAttributeKind(id)) setKind(id);
          }}
        />
        {kind === "choice" ? (
          <TextField
            label="Choices"
            multiline
            rows={6}
            value={lines}
            onChange={setLines}
            hint={
              fromValues
                ? "One a line. Left empty, the values that are recorded become the choices."
                : "One a line. “1 = Strongly agree” records 1 and shows the words."
            }
          />
        ) : null}
        {problem ? (
          <Notice tone="error" live>
            {problem}
          </Notice>
        ) : null}
      </form>
    </Dialog>
  );
}

function lineOf({ value, label }: Choice): string {
  return value === label && !value.includes("=") ? value : `${value} = ${label}`;
}

function choicesOf(lines: string): Choice[] {
  return lines.split("\n").flatMap((line) => {
    const whole = line.trim();
    if (whole === "") return [];
    const parts = /^(.+?)\s+=\s+(.+)$/.exec(whole);
    return [{ value: parts?.[1] ?? whole, label: parts?.[2] ?? whole }];
  });
}
