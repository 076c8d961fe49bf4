"use client";

import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import type { ReadResult } from "@/db/reads";
import { useRead } from "../../../../client/use-read";
import { useWorkspace } from "../../../../client/workspace-context";
import { Button } from "../../../../ui/button";
import { Dialog } from "../../../../ui/dialog";
import { FileDrop } from "../../../../ui/file-drop";
import { LinkButton } from "../../../../ui/link-button";
import { PageFrame } from "../../../../ui/page-frame";
import { toast } from "../../../../ui/toast";
import { countWords } from "../document-words";
import { ImportPseudonyms, useImportPseudonyms } from "../pseudonyms/import-pseudonyms";
import { type BatchFile, isTranscript, isUnderWay } from "./batch";
import { ACCEPTED_ENDINGS, isDate } from "./file-defaults";
import { FileList } from "./file-list";
import { FilePreview } from "./file-preview";
import styles from "./import.module.css";
import { QueueSummary } from "./queue-summary";
import { useConfirmBatch } from "./use-confirm-batch";
import { useImportBatch } from "./use-import-batch";
import { useLeaveWarning } from "./use-leave-warning";

export interface ImportScreenProps {
  projectId: string;
  megabytes: number;
  initial: ReadResult<"participants">;
  initialRules: ReadResult<"speaker-rules">;
}

/** What keeps a file from being imported as it is, for a person. */
function lacks(file: BatchFile): string | null {
  if (file.name.trim() === "") return `Give ${file.fileName} a name first.`;
  if (file.date !== "" && !isDate(file.date)) return `The date of ${file.fileName} is no day.`;
  return null;
}

export function ImportScreen({ projectId, megabytes, initial, initialRules }: ImportScreenProps) {
  const router = useRouter();
  const base = `/${useWorkspace().name}/projects/${projectId}`;
  const { data: speakers = initialRules } = useRead("speaker-rules", { projectId }, { initial: initialRules });
  const { files, change, add, remove, clear, readAs } = useImportBatch(projectId, speakers.rules);
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const confirm = useConfirmBatch(projectId, change);
  // Each import makes everybody's people anew: they are asked for once, when all are in.
  const asking = { initial, enabled: !confirm.pending };
  const { data: known = initial } = useRead("participants", { projectId }, asking);
  const pseudonyms = useImportPseudonyms(projectId);
  const ready = files.filter((file) => file.status === "ready").filter(isTranscript);
  const busy = files.some((file) => isUnderWay(file) && file.status !== "importing");
  const underWay = files.some(isUnderWay);
  const leaving = useLeaveWarning(underWay);
  const lacking = ready.map(lacks).find((words) => words !== null) ?? null;
  const opens = (file: BatchFile) => file.preview !== null || file.status === "password";
  const chosen =
    files.find((file) => file.key === chosenKey && opens(file)) ??
    files.find((file) => file.status === "ready") ??
    files.find(opens) ??
    null;
  const importAll = async () => {
    const left = files.length - ready.length;
    if (!(await pseudonyms.check())) return;
    const count = await confirm.perform(ready, pseudonyms.wanted ? pseudonyms.passphrase : null);
    // With nothing left to look at here, the documents are what a person wants to see.
    if (left > 0 || count < ready.length) return;
    toast(`${countWords(count, "document is", "documents are")} imported.`);
    router.push(base);
  };
  // A survey says by itself what was made of it.
  const imported = files.filter((file) => file.status === "imported" && isTranscript(file)).length;
  const allTheSame = useCallback((key: string) => change({ type: "all-the-same", key }), [change]);
  const again = useCallback((key: string) => change({ type: "again", key }), [change]);

  return (
    <PageFrame
      width="wide"
      title="Import documents"
      intro="Nothing is stored until you have checked what was found and press the button at the end."
    >
      <FileDrop
        label="Drop files, a folder or a zip here"
        hint={`Word, OpenDocument, rich text, PDF, plain text, Markdown, web pages, captions (.vtt, .srt), transcripts as .json, tables and surveys (.csv, .xlsx); up to ${megabytes} MB each.`}
        accept={ACCEPTED_ENDINGS}
        multiple
        folders
        disabled={confirm.pending}
        onFiles={add}
      />
      {files.length > 0 ? (
        <div className={styles.columns}>
          <div className={styles.queue}>
            <QueueSummary files={files} onClear={clear} disabled={confirm.pending} />
            <FileList
              files={files}
              chosenKey={chosen?.key ?? null}
              base={base}
              onChoose={setChosenKey}
              onRemove={remove}
              onAllTheSame={allTheSame}
              onAgain={again}
            />
          </div>
          {chosen ? (
            <FilePreview
              key={chosen.key}
              {...{ projectId, base, files }}
              change={(next) => {
                // What somebody is at stays in sight, whatever becomes of it.
                setChosenKey(chosen.key);
                change(next);
              }}
              file={chosen}
              known={known.participants}
              rules={speakers.rules}
              onRead={(options) => void readAs(chosen, options)}
            />
          ) : (
            <p className={styles.soft}>
              {busy ? "What was found in the first file stands here in a moment." : "None of these files can be read."}
            </p>
          )}
        </div>
      ) : null}
      {ready.length > 0 ? <ImportPseudonyms pseudonyms={pseudonyms} disabled={confirm.pending} /> : null}
      {ready.length > 0 || confirm.pending || imported > 0 ? (
        <div className={styles.foot}>
          <p className={styles.footWords} role="status">
            {confirm.pending
              ? `${countWords(imported, "file", "files")} imported so far.`
              : (lacking ??
                (imported > 0 && ready.length === 0
                  ? `${countWords(imported, "file is", "files are")} in the project now.`
                  : busy
                    ? "Some files are still being read; those that are ready can be imported now."
                    : "Each file is imported by itself: one that fails stops no other."))}
          </p>
          {confirm.pending ? <Button onPress={confirm.stop}>Stop after this one</Button> : null}
          {imported > 0 && !confirm.pending ? <LinkButton href={base}>Go to the documents</LinkButton> : null}
          {ready.length > 0 || confirm.pending ? (
            <Button
              variant="primary"
              onPress={() => void importAll()}
              disabled={lacking !== null}
              pending={confirm.pending && "Importing…"}
            >
              {`Import ${countWords(ready.length, "document", "documents")}`}
            </Button>
          ) : null}
        </div>
      ) : null}
      <Dialog
        open={leaving.asked !== null}
        onClose={leaving.forget}
        size="small"
        role="alertdialog"
        title="Files are still under way"
        actions={
          <>
            <Button onPress={leaving.forget}>Stay here</Button>
            <Button variant="danger" onPress={() => router.push(leaving.asked ?? base)}>
              Leave and stop them
            </Button>
          </>
        }
      >
        <p>What is imported stays in the project. What is only read so far would have to be added again.</p>
      </Dialog>
    </PageFrame>
  );
}
