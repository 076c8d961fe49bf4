"use client";

import { useEffect, useState } from "react";
import type { ReadResult } from "@/db/reads";
import { ENDING_FAMILIES } from "@/lib/pseudonyms/name-endings";
import type { NameTable } from "@/lib/pseudonyms/name-entry";
import { newId } from "../../../../client/new-id";
import { useAct } from "../../../../client/use-act";
import { useRead } from "../../../../client/use-read";
import { Button } from "../../../../ui/button";
import { CopyButton } from "../../../../ui/copy-button";
import { Notice } from "../../../../ui/notice";
import { SaveState } from "../../../../ui/save-state";
import { Select } from "../../../../ui/select";
import { Tabs } from "../../../../ui/tabs";
import { ChangePassphrase } from "./change-passphrase";
import { ContextDialog } from "./context-dialog";
import { DocumentsPanel } from "./documents-panel";
import { ENDING_WORDS } from "./ending-words";
import {
  asColumns,
  notAName,
  proposalsLeft,
  rowProblems,
  sharedPseudonyms,
  withEntry,
  withName,
  withoutEntry,
} from "./name-list";
import { NameRows } from "./name-rows";
import { Proposals } from "./proposals";
import styles from "./pseudonyms.module.css";
import type { Opened } from "./pseudonyms-screen";
import { useNameCounts } from "./use-name-counts";

export interface OpenTableProps {
  projectId: string;
  state: ReadResult<"pseudonym-state">;
  opened: Opened;
  onClose: () => void;
}

/** A copy whose lists may be sent: what an act takes is plain and writable. */
export function sendable({ entries, endings, notNames }: NameTable) {
  return { entries: entries.map((each) => ({ ...each, forms: [...each.forms] })), endings, notNames: [...notNames] };
}

export function OpenTable({ projectId, state, opened, onClose }: OpenTableProps) {
  const [table, setTable] = useState(opened.table);
  const [kept, setKept] = useState(opened);
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState<string | null>(null);
  const [changing, setChanging] = useState(false);
  const keeping = useAct("keep-pseudonyms", { refresh: false });
  const { data: candidates } = useRead("pseudonym-candidates", { projectId });
  const asOf = state.documents.map((each) => each.pseudonymisedAt).join();
  const counts = useNameCounts(projectId, table, asOf);
  const problems = rowProblems(table);
  const shared = sharedPseudonyms(table.entries);
  const isChanged = table !== kept.table;
  useWarningBeforeLeaving(isChanged);

  const keep = async (): Promise<void> => {
    try {
      const { passphrase, version } = kept;
      const done = await keeping.perform({ projectId, passphrase, table: sendable(table), version });
      setKept({ passphrase, table, version: done.version });
    } catch {
      // The line beside the button says why.
    }
  };
  const proposals = proposalsLeft(candidates ?? [], table);
  const entry = table.entries.find((each) => each.id === shown);

  return (
    <>
      <div className={styles.bar}>
        <Button
          variant="primary"
          onPress={keep}
          disabled={!isChanged || problems.size > 0}
          pending={keeping.pending && "Saving…"}
        >
          Save the table
        </Button>
        <SaveState
          state={keeping.problem ? "failed" : isChanged ? "waiting" : "saved"}
          words={keeping.problem ?? (isChanged ? "Not saved yet" : "Saved under the passphrase")}
        />
        <span className={styles.spread} />
        <CopyButton text={() => asColumns(table)} label="Copy the table" variant="quiet" />
        <Button variant="quiet" onPress={() => setChanging(true)} disabled={isChanged}>
          Change the passphrase
        </Button>
        <Button variant="quiet" onPress={onClose} disabled={isChanged}>
          Close the table
        </Button>
      </div>
      {counts.problem ? (
        <Notice tone="error" live>
          {counts.problem}
        </Notice>
      ) : null}
      <Tabs
        label="Pseudonyms"
        tabs={[
          {
            id: "names",
            label: "Names",
            count: table.entries.length,
            content: (
              <div className={styles.panel}>
                <div className={styles.settings}>
                  <Select
                    label="Endings of names"
                    hint="Also finds names with the endings of a language, where a row says so."
                    options={[
                      { id: "", label: "None" },
                      ...ENDING_FAMILIES.map((id) => ({ id, label: ENDING_WORDS[id] })),
                    ]}
                    value={table.endings ?? ""}
                    onChange={(id) => {
                      setTable({ ...table, endings: ENDING_FAMILIES.find((each) => each === id) ?? null });
                    }}
                  />
                </div>
                {shared.length > 0 ? (
                  <Notice tone="warn">
                    More than one row becomes {shared.map((each) => `“${each}”`).join(", ")}: nobody can tell these
                    people apart afterwards. For one person in several spellings use further forms.
                  </Notice>
                ) : null}
                <NameRows
                  table={table}
                  problems={problems}
                  counts={counts}
                  onChange={(next) => setTable(withEntry(table, next))}
                  onRemove={(id) => setTable(withoutEntry(table, id))}
                  onAdd={(name) => setTable(withName(table, newId(), name))}
                  onShow={setShown}
                />
              </div>
            ),
          },
          {
            id: "proposals",
            label: "Proposals",
            count: candidates ? proposals.length : "…",
            content: (
              <Proposals
                looking={!candidates}
                proposals={proposals}
                dismissed={table.notNames.length}
                onAdd={(name) => setTable(withName(table, newId(), name))}
                onDismiss={(name) => setTable(notAName(table, name))}
                onProposeAgain={() => setTable({ ...table, notNames: [] })}
              />
            ),
          },
          {
            id: "documents",
            label: "Documents",
            count: state.documents.length,
            keep: true,
            content: (
              <DocumentsPanel
                projectId={projectId}
                state={state}
                counts={counts}
                kept={kept}
                isChanged={isChanged}
                leftOut={leftOut}
                onApplied={() => setLeftOut(new Set())}
              />
            ),
          },
        ]}
      />
      {entry ? (
        <ContextDialog
          projectId={projectId}
          table={table}
          entry={entry}
          leftOut={leftOut}
          onLeftOut={setLeftOut}
          onClose={() => setShown(null)}
        />
      ) : null}
      {changing ? (
        <ChangePassphrase projectId={projectId} kept={kept} onKept={setKept} onClose={() => setChanging(false)} />
      ) : null}
    </>
  );
}

function useWarningBeforeLeaving(isChanged: boolean): void {
  useEffect(() => {
    if (!isChanged) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [isChanged]);
}
