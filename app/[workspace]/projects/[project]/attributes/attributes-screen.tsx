"use client";

import { Download, Plus, Upload } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useState } from "react";
import { exportAddress } from "../../../../client/api";
import { useRead } from "../../../../client/use-read";
import { useWorkspace } from "../../../../client/workspace-context";
import { Button } from "../../../../ui/button";
import { EmptyState } from "../../../../ui/empty-state";
import { LinkButton } from "../../../../ui/link-button";
import { NavTabs } from "../../../../ui/nav-tabs";
import { PageFrame } from "../../../../ui/page-frame";
import { TextField } from "../../../../ui/text-field";
import { AttributeGrid } from "./attribute-grid";
import styles from "./attributes.module.css";
import { GridTools } from "./grid-tools";
import type { Grid, GridColumn, TableScope } from "./table-scope";
import { useGridEdits } from "./use-grid-edits";

const ColumnDialog = dynamic(() => import("./column-dialog").then((loaded) => loaded.ColumnDialog));
const ImportDialog = dynamic(() => import("./import-dialog").then((loaded) => loaded.ImportDialog));

export interface AttributesScreenProps {
  projectId: string;
  scope: TableScope;
  surveys: readonly { readonly id: string; readonly name: string }[];
  initial: Grid;
}

const PAGE = 200;
const FIND_AFTER_MS = 250;

export function AttributesScreen({ projectId, scope, surveys, initial }: AttributesScreenProps) {
  const workspace = useWorkspace().name;
  const [typed, setTyped] = useState("");
  const find = useSettled(typed.trim());
  const [page, setPage] = useState({ find: "", from: 0 });
  const from = page.find === find ? page.from : 0;
  const asked = { projectId, ...scope, ...(from > 0 && { from }), ...(find && { find }) };
  const plain = from === 0 && find === "";
  const { data: grid = initial } = useRead("attribute-grid", asked, { initial: plain ? initial : undefined });
  const edits = useGridEdits(projectId, asked);
  const [column, setColumn] = useState<GridColumn | "new" | null>(null);
  const [importing, setImporting] = useState(false);
  const leads = grid.role === "lead";
  const base = `/${workspace}/projects/${projectId}/attributes`;
  const download = (format: string) => exportAddress(workspace, format, { projectId, ...scope });

  return (
    <PageFrame
      title="Attributes"
      width="full"
      intro={
        leads
          ? "What is known of those who speak and of the documents. Enter or typing changes a cell; a block copied in a spreadsheet can be pasted. Coders and observers can read all of this."
          : "What the team has recorded of those who speak and of the documents."
      }
      actions={
        <>
          <LinkButton href={download("attributes-csv")} download icon={<Download aria-hidden />}>
            Table (.csv)
          </LinkButton>
          <LinkButton href={download("attributes-xlsx")} download icon={<Download aria-hidden />}>
            Table (.xlsx)
          </LinkButton>
          {leads ? (
            <>
              <Button icon={<Upload aria-hidden />} onPress={() => setImporting(true)}>
                Import a table
              </Button>
              <Button variant="primary" icon={<Plus aria-hidden />} onPress={() => setColumn("new")}>
                Add a column
              </Button>
            </>
          ) : null}
        </>
      }
    >
      <NavTabs
        label="Tables"
        items={[
          { href: base, label: "Participants", current: scope.owner === "participant" && !scope.surveyId },
          { href: `${base}?of=documents`, label: "Documents", current: scope.owner === "document" },
          ...surveys.map(({ id, name }) => ({
            href: `${base}?of=${id}`,
            label: `Respondents of ${name}`,
            current: scope.surveyId === id,
          })),
        ]}
      />
      <div className={styles.bar}>
        <div className={styles.find}>
          <TextField
            label="Find in this table"
            hideLabel
            type="search"
            size="small"
            placeholder="Find a name or a value"
            value={typed}
            onChange={setTyped}
            autoComplete="off"
          />
        </div>
        {leads ? <GridTools edits={edits} /> : null}
        <Pages
          from={from}
          shown={grid.rows.length}
          total={grid.total}
          onFrom={(next) => setPage({ find, from: next })}
        />
      </div>
      {grid.rows.length > 0 ? (
        <AttributeGrid
          label={scope.owner === "document" ? "Documents" : "Participants"}
          grid={grid}
          from={from}
          leads={leads}
          edits={edits}
          onColumn={setColumn}
        />
      ) : (
        <NoRows finding={find !== ""} scope={scope} />
      )}
      {column ? (
        <ColumnDialog
          projectId={projectId}
          scope={scope}
          column={column === "new" ? null : column}
          onDone={edits.count}
          onClose={() => setColumn(null)}
        />
      ) : null}
      {importing ? (
        <ImportDialog
          projectId={projectId}
          scope={scope}
          columns={grid.columns}
          onDone={edits.count}
          onClose={() => setImporting(false)}
        />
      ) : null}
    </PageFrame>
  );
}

function NoRows({ finding, scope }: { finding: boolean; scope: TableScope }) {
  if (finding) {
    return (
      <EmptyState title="Nothing found">
        <p>No row of this table has these words in its name or in a value.</p>
      </EmptyState>
    );
  }
  return scope.owner === "document" ? (
    <EmptyState title="No documents yet">
      <p>Each document that is imported gets a row here, with its kind, date and group.</p>
    </EmptyState>
  ) : (
    <EmptyState title="No participants yet">
      <p>They come with the documents: each speaker that is found at import gets a row here.</p>
    </EmptyState>
  );
}

function Pages(props: { from: number; shown: number; total: number; onFrom: (from: number) => void }) {
  const { from, shown, total, onFrom } = props;
  const figures = (count: number) => count.toLocaleString("en-GB");
  return (
    <div className={styles.pages}>
      <span role="status">
        {shown === 0 ? "No rows" : `${figures(from + 1)} to ${figures(from + shown)} of ${figures(total)}`}
      </span>
      {total > PAGE ? (
        <>
          <Button size="small" disabled={from === 0} onPress={() => onFrom(Math.max(0, from - PAGE))}>
            Previous
          </Button>
          <Button size="small" disabled={from + shown >= total} onPress={() => onFrom(from + PAGE)}>
            Next
          </Button>
        </>
      ) : null}
    </div>
  );
}

/** What was typed, once the typing has paused. */
function useSettled(words: string): string {
  const [settled, setSettled] = useState(words);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), FIND_AFTER_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}
