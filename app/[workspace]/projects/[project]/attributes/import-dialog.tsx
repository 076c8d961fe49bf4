"use client";

import { useState } from "react";
import { sentenceOfError } from "../../../../client/api";
import { newId } from "../../../../client/new-id";
import { useWorkspace } from "../../../../client/workspace-context";
import { Button } from "../../../../ui/button";
import { Dialog } from "../../../../ui/dialog";
import { FileDrop } from "../../../../ui/file-drop";
import { Notice } from "../../../../ui/notice";
import { Spinner } from "../../../../ui/spinner";
import { useActWithUndo } from "../use-act-with-undo";
import styles from "./attributes.module.css";
import { ImportMapping } from "./import-mapping";
import { PlanWords } from "./plan-words";
import type { GridColumn, TableScope } from "./table-scope";
import { type StagedTablePreview, stageTable, type TableMapping } from "./tables";
import { useTablePlan } from "./use-table-plan";

export interface ImportDialogProps {
  projectId: string;
  scope: TableScope;
  columns: readonly GridColumn[];
  onDone: () => void;
  onClose: () => void;
}

export function ImportDialog({ projectId, scope, columns, onDone, onClose }: ImportDialogProps) {
  const workspace = useWorkspace().name;
  const [table, setTable] = useState<StagedTablePreview | null>(null);
  const [mapping, setMapping] = useState<TableMapping | null>(null);
  const [reading, setReading] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const plan = useTablePlan(projectId, table?.stageId ?? null, mapping);
  const importing = useActWithUndo("import-attributes", projectId);

  const read = async ([file]: readonly File[]) => {
    if (!file) return;
    setReading(true);
    setProblem(null);
    try {
      const staged = await stageTable(workspace, projectId, scope, file);
      setTable(staged);
      setMapping(mappingOf(staged, scope));
    } catch (error) {
      setProblem(sentenceOfError(error));
    } finally {
      setReading(false);
    }
  };
  const submit = async () => {
    if (!table || !mapping) return;
    const input = { projectId, stageId: table.stageId, ...mapping };
    if (!(await importing.perform(input, `“${table.fileName}” is imported.`))) return;
    onDone();
    onClose();
  };
  const takes = (mapping?.columns.length ?? 0) > 0;
  const told = problem ?? importing.problem ?? plan.problem;
  const fits = plan.plan !== null && plan.plan.counts.misfits === 0 && plan.plan.matched > 0;
  return (
    <Dialog
      open
      onClose={onClose}
      title="Import a table"
      size="large"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          {table ? (
            <Button
              variant="primary"
              disabled={!takes || !fits || plan.asking}
              pending={importing.pending && "Importing…"}
              onPress={() => void submit()}
            >
              Import the table
            </Button>
          ) : null}
        </>
      }
    >
      <div className={styles.form}>
        {table && mapping ? (
          <>
            <ImportMapping
              table={table}
              columns={columns}
              documents={scope.owner === "document"}
              mapping={mapping}
              onMapping={setMapping}
            />
            {takes ? <PlanWords {...plan} documents={scope.owner === "document"} /> : <p>No column is taken yet.</p>}
          </>
        ) : (
          <>
            <p>
              The first row names the columns, one of them who each row is about. The table that is downloaded here has
              that form: fill it in and import it again.
            </p>
            <FileDrop
              label="A table of attributes"
              hint="A .csv or .xlsx file"
              accept={[".csv", ".tsv", ".txt", ".xlsx"]}
              disabled={reading}
              onFiles={(files) => void read(files)}
            />
            {reading ? <Spinner>Reading the table…</Spinner> : null}
          </>
        )}
        {told ? (
          <Notice tone="error" live>
            {told}
          </Notice>
        ) : null}
      </div>
    </Dialog>
  );
}

/** Known headings are taken for their columns; a new one becomes an attribute of the kind that its values have. */
function mappingOf(table: StagedTablePreview, scope: TableScope): TableMapping {
  const columns = table.columns.flatMap(
    ({ index, columnId, heading, kind, choices, examples }): TableMapping["columns"] => {
      if (index === table.key) return [];
      if (columnId !== null) return [{ index, attributeId: columnId }];
      if (heading === "" || examples.length === 0) return [];
      const made = { index, newId: newId(), name: heading.slice(0, 200), kind };
      return [choices ? { ...made, choices: [...choices] } : made];
    },
  );
  return { ...scope, keyColumn: table.key, columns, emptyClears: false };
}
