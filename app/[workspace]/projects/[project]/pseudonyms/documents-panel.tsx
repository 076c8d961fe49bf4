"use client";

import { useState } from "react";
import type { ReadResult } from "@/db/reads";
import { useAct } from "../../../../client/use-act";
import { Button } from "../../../../ui/button";
import { Checkbox } from "../../../../ui/checkbox";
import { ConfirmDialog } from "../../../../ui/confirm-dialog";
import { type Column, DataTable } from "../../../../ui/data-table";
import { EmptyState } from "../../../../ui/empty-state";
import { toast } from "../../../../ui/toast";
import { dayOf } from "../../../account/day-of";
import { placesOf } from "./left-out";
import styles from "./pseudonyms.module.css";
import type { Opened } from "./pseudonyms-screen";
import type { NameCounts } from "./use-name-counts";

type State = ReadResult<"pseudonym-state">;
type Row = State["documents"][number];

export interface DocumentsPanelProps {
  projectId: string;
  state: State;
  counts: NameCounts;
  kept: Opened;
  isChanged: boolean;
  leftOut: ReadonlySet<string>;
  onApplied: () => void;
}

const PHRASE = "replace names";

function counted(n: number, one: string, several: string): string {
  return `${n} ${n === 1 ? one : several}`;
}

export function DocumentsPanel(props: DocumentsPanelProps) {
  const { projectId, state, counts, kept, isChanged, leftOut, onApplied } = props;
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const applying = useAct("apply-pseudonyms");
  const chosen = state.documents.filter((each) => !without.has(each.id));
  const places = placesOf(leftOut);
  const found = new Map(counts.documents?.map((each) => [each.documentId, each]));
  const isIn = (row: Row, on: boolean) => {
    const next = new Set(without);
    if (on) next.delete(row.id);
    else next.add(row.id);
    setWithout(next);
  };
  const inWords = (row: Row): number | null => {
    const here = found.get(row.id);
    if (!here) return null;
    const stay = places.filter((each) => each.documentId === row.id && each.revisionId === here.revisionId).length;
    return Object.values(here.counts).reduce((sum, n) => sum + n, 0) - stay;
  };
  const apply = async () => {
    const ids = new Set(chosen.map((each) => each.id));
    try {
      await applying.perform({
        projectId,
        passphrase: kept.passphrase,
        version: kept.version,
        documents: without.size === 0 ? "all" : [...ids],
        leftOut: places.filter(
          (each) => ids.has(each.documentId) && found.get(each.documentId)?.revisionId === each.revisionId,
        ),
      });
      setAsking(false);
      onApplied();
      toast(`Pseudonyms stand in ${counted(ids.size, "document", "documents")}.`, { tone: "good" });
    } catch {
      // The dialog says why.
    }
  };
  if (state.documents.length === 0) {
    return (
      <EmptyState title="No documents yet">
        <p>Pseudonyms are applied to documents, as they are imported or later.</p>
      </EmptyState>
    );
  }
  const columns: Column<Row>[] = [
    {
      id: "document",
      header: "Document",
      rowHeader: true,
      cell: (row) => (
        <Checkbox checked={!without.has(row.id)} onChange={(on) => isIn(row, on)}>
          {row.name}
        </Checkbox>
      ),
    },
    { id: "words", header: "Names in the words", align: "end", width: "11rem", cell: (row) => inWords(row) ?? "…" },
    {
      id: "labels",
      header: "Speakers’ labels",
      align: "end",
      width: "10rem",
      cell: (row) => found.get(row.id)?.labels ?? "…",
    },
    {
      id: "named",
      header: "Its own name",
      width: "9rem",
      cell: (row) => (found.get(row.id)?.named ? "holds a name" : "–"),
    },
    {
      id: "since",
      header: "Pseudonyms since",
      width: "11rem",
      cell: (row) => (row.pseudonymisedAt ? dayOf(row.pseudonymisedAt) : "–"),
    },
  ];
  const nothing = kept.table.entries.length === 0;
  const why = nothing ? "The table holds no names yet." : isChanged ? "Save the table first." : null;
  return (
    <div className={styles.panel}>
      <DataTable
        caption="Documents and the names in them"
        columns={columns}
        rows={state.documents}
        rowKey={(row) => row.id}
      />
      <div className={styles.bar}>
        <Button
          variant="primary"
          onPress={() => setAsking(true)}
          disabled={why !== null || chosen.length === 0 || counts.looking}
        >
          Replace names in {counted(chosen.length, "document", "documents")}…
        </Button>
        <span className={styles.soft}>{why ?? "Nothing is replaced before you confirm it."}</span>
      </div>
      <ConfirmDialog
        open={asking}
        onClose={() => setAsking(false)}
        title={`Replace names in ${counted(chosen.length, "document", "documents")}`}
        phrase={PHRASE}
        confirmLabel="Replace the names"
        onConfirm={apply}
        pending={applying.pending && "Replacing…"}
        error={applying.problem}
      >
        <ul className={styles.list}>
          <li>Names become pseudonyms in the words, the labels, the names of participants, documents and files.</li>
          <li>Every coding keeps its place, also in rounds that are blind. Coders have nothing to check.</li>
          <li>Earlier texts and the original files are sealed under the passphrase. Recordings are for leads alone.</li>
          <li>
            Memos, definitions and reasons are the team’s own words and stay as they are: look through them for names.
          </li>
          <li>Backups and exports made before now still hold the names. Delete those that you do not need.</li>
        </ul>
        <p>
          <strong>This cannot be undone.</strong> Without the passphrase nobody gets the names back.
        </p>
      </ConfirmDialog>
    </div>
  );
}
