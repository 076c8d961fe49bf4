"use client";

import { Trash2 } from "lucide-react";
import { useState } from "react";
import type { NameEntry, NameTable } from "@/lib/pseudonyms/name-entry";
import { Button } from "../../../../ui/button";
import { Checkbox } from "../../../../ui/checkbox";
import { type Column, DataTable } from "../../../../ui/data-table";
import { EmptyState } from "../../../../ui/empty-state";
import { TextField } from "../../../../ui/text-field";
import { VisuallyHidden } from "../../../../ui/visually-hidden";
import { formsOf, type RowProblem } from "./name-list";
import styles from "./pseudonyms.module.css";
import type { NameCounts } from "./use-name-counts";

export interface NameRowsProps {
  table: NameTable;
  problems: ReadonlyMap<string, RowProblem>;
  counts: NameCounts;
  onChange: (entry: NameEntry) => void;
  onRemove: (id: string) => void;
  onAdd: (name: string) => void;
  onShow: (id: string) => void;
}

export function NameRows({ table, problems, counts, onChange, onRemove, onAdd, onShow }: NameRowsProps) {
  const found = (id: string) => counts.documents?.reduce((sum, each) => sum + (each.counts[id] ?? 0), 0) ?? null;
  const problemOf = (entry: NameEntry, field: RowProblem["field"]) => {
    const problem = problems.get(entry.id);
    return problem?.field === field ? problem.words : undefined;
  };
  const columns: Column<NameEntry>[] = [
    {
      id: "name",
      header: "Name",
      rowHeader: true,
      width: "13rem",
      cell: (entry) => (
        <TextField
          label={`Name ${entry.name}`}
          hideLabel
          size="small"
          value={entry.name}
          onChange={(name) => onChange({ ...entry, name })}
          error={problemOf(entry, "name")}
          maxLength={120}
          autoComplete="off"
          spellCheck={false}
        />
      ),
    },
    {
      id: "pseudonym",
      header: "Pseudonym",
      width: "13rem",
      cell: (entry) => (
        <TextField
          label={`Pseudonym of ${entry.name}`}
          hideLabel
          size="small"
          value={entry.pseudonym}
          onChange={(pseudonym) => onChange({ ...entry, pseudonym })}
          error={problemOf(entry, "pseudonym")}
          maxLength={120}
          autoComplete="off"
          spellCheck={false}
        />
      ),
    },
    {
      id: "forms",
      header: "Further forms",
      cell: (entry) => <FormsField key={entry.id} entry={entry} onChange={onChange} />,
    },
    {
      id: "inflections",
      header: "With endings",
      width: "7rem",
      cell: (entry) => (
        <Checkbox
          checked={entry.inflections}
          disabled={table.endings === null}
          onChange={(inflections) => onChange({ ...entry, inflections })}
        >
          <VisuallyHidden>{`Find ${entry.name} with endings`}</VisuallyHidden>
        </Checkbox>
      ),
    },
    {
      id: "count",
      header: "Found",
      align: "end",
      width: "5rem",
      cell: (entry) => found(entry.id) ?? "…",
    },
    {
      id: "actions",
      header: "What to do",
      hideHeader: true,
      align: "end",
      width: "10rem",
      cell: (entry) => (
        <span className={styles.buttons}>
          <Button
            size="small"
            onPress={() => onShow(entry.id)}
            disabled={!found(entry.id)}
            aria-label={`${entry.name} in context`}
          >
            In context
          </Button>
          <Button
            size="small"
            variant="quiet"
            icon={<Trash2 aria-hidden />}
            aria-label={`Take ${entry.name} out of the table`}
            onPress={() => onRemove(entry.id)}
          />
        </span>
      ),
    },
  ];
  return (
    <>
      {table.entries.length > 0 ? (
        <DataTable caption="Names and pseudonyms" columns={columns} rows={table.entries} rowKey={(each) => each.id} />
      ) : (
        <EmptyState title="No names yet">
          <p>Type one below, or look at the proposals: words in the documents that may be names.</p>
        </EmptyState>
      )}
      <AddName onAdd={onAdd} />
    </>
  );
}

/** Commas are typed before the next form is: the field holds what was typed, the row what it says. */
function FormsField({ entry, onChange }: { entry: NameEntry; onChange: (entry: NameEntry) => void }) {
  const [typed, setTyped] = useState(entry.forms.join(", "));
  return (
    <TextField
      label={`Further forms of ${entry.name}, with commas between`}
      hideLabel
      size="small"
      value={typed}
      onChange={(next) => {
        setTyped(next);
        onChange({ ...entry, forms: formsOf(next) });
      }}
      onBlur={() => setTyped(entry.forms.join(", "))}
      placeholder="Pet names, other spellings"
      maxLength={2000}
      autoComplete="off"
      spellCheck={false}
    />
  );
}

function AddName({ onAdd }: { onAdd: (name: string) => void }) {
  const [name, setName] = useState("");
  const whole = name.normalize("NFC").replace(/\s+/g, " ").trim();
  return (
    <form
      className={styles.add}
      onSubmit={(event) => {
        event.preventDefault();
        if (whole === "") return;
        onAdd(whole);
        setName("");
      }}
    >
      <TextField
        label="Another name"
        value={name}
        onChange={setName}
        maxLength={120}
        autoComplete="off"
        spellCheck={false}
      />
      <Button type="submit" disabled={whole === ""}>
        Add
      </Button>
    </form>
  );
}
