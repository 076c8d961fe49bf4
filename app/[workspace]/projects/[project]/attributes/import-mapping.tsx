"use client";

import { Fragment } from "react";
import { newId } from "../../../../client/new-id";
import { Checkbox } from "../../../../ui/checkbox";
import { Select } from "../../../../ui/select";
import styles from "./attributes.module.css";
import { isAttributeKind, KIND_OPTIONS } from "./kind-words";
import type { GridColumn } from "./table-scope";
import type { StagedTablePreview, TableMapping } from "./tables";

export interface ImportMappingProps {
  table: StagedTablePreview;
  columns: readonly GridColumn[];
  documents: boolean;
  mapping: TableMapping;
  onMapping: (mapping: TableMapping) => void;
}

type Taken = TableMapping["columns"][number];
const LEFT_OUT = "left-out";

/** Which column of the file says who, and what each of the others becomes. */
export function ImportMapping({ table, columns, documents, mapping, onMapping }: ImportMappingProps) {
  const headingOf = (index: number) => table.columns[index]?.heading || `Column ${index + 1}`;
  const take = (index: number, taken: Taken | null) => {
    const others = mapping.columns.filter((each) => each.index !== index);
    onMapping({ ...mapping, columns: taken ? [...others, taken].sort((a, b) => a.index - b.index) : others });
  };
  const choose = (index: number, id: string) => {
    const column = table.columns[index];
    if (id === LEFT_OUT || !column) return take(index, null);
    if (!isAttributeKind(id)) return take(index, { index, attributeId: id });
    const choices = id === "choice" && column.kind === "choice" && column.choices ? [...column.choices] : undefined;
    const name = headingOf(index).slice(0, 200);
    take(index, { index, newId: newId(), name, kind: id, ...(choices && { choices }) });
  };
  const used = new Map(
    mapping.columns.flatMap((each) => ("attributeId" in each ? [[each.attributeId, each.index]] : [])),
  );
  const optionsOf = (index: number) => [
    { id: LEFT_OUT, label: "Left out" },
    ...columns.map(({ id, name }) => ({ id, label: name, disabled: (used.get(id) ?? index) !== index })),
    // Choices are made of the values, which have to be few.
    ...KIND_OPTIONS.filter(({ id }) => id !== "choice" || table.columns[index]?.kind === "choice").map(
      ({ id, label }) => ({ id, label: `New: ${label.toLowerCase()}` }),
    ),
  ];
  return (
    <>
      <Select
        label={documents ? "The column with the documents' names" : "The column with the participants' names"}
        options={table.columns.map(({ index }) => ({ id: String(index), label: headingOf(index) }))}
        value={String(mapping.keyColumn)}
        onChange={(id) =>
          onMapping({
            ...mapping,
            keyColumn: Number(id),
            columns: mapping.columns.filter((each) => each.index !== Number(id)),
          })
        }
      />
      <div className={styles.mapping}>
        {table.columns
          .filter(({ index }) => index !== mapping.keyColumn)
          .map(({ index, examples }) => {
            const taken = mapping.columns.find((each) => each.index === index);
            const value = taken ? ("attributeId" in taken ? taken.attributeId : taken.kind) : LEFT_OUT;
            return (
              <Fragment key={index}>
                <span>
                  {headingOf(index)}
                  <span className={styles.examples}>{examples.length > 0 ? examples.join(" · ") : "empty"}</span>
                </span>
                <Select
                  label={`${headingOf(index)} becomes`}
                  hideLabel
                  size="small"
                  options={optionsOf(index)}
                  value={value}
                  onChange={(id) => choose(index, id)}
                />
              </Fragment>
            );
          })}
      </div>
      <Checkbox
        checked={mapping.emptyClears ?? false}
        onChange={(emptyClears) => onMapping({ ...mapping, emptyClears })}
        hint="Otherwise an empty cell leaves what is recorded as it is."
      >
        Empty cells take away what is recorded
      </Checkbox>
    </>
  );
}
