"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ReadResult } from "@/db/reads";
import { useRead } from "../../../../client/use-read";
import { useWorkspace } from "../../../../client/workspace-context";
import { Button } from "../../../../ui/button";
import { FileDrop } from "../../../../ui/file-drop";
import { Notice } from "../../../../ui/notice";
import { PageFrame } from "../../../../ui/page-frame";
import { countWords } from "../document-words";
import { useActWithUndo } from "../use-act-with-undo";
import { ACCEPTED_ENDINGS } from "./file-defaults";
import { FileList } from "./file-list";
import { FilePreview } from "./file-preview";
import styles from "./import.module.css";
import { useImportBatch } from "./use-import-batch";

export interface ImportScreenProps {
  projectId: string;
  initial: ReadResult<"participants">;
}

export function ImportScreen({ projectId, initial }: ImportScreenProps) {
  const router = useRouter();
  const workspace = useWorkspace().name;
  const { data: known = initial } = useRead("participants", { projectId }, { initial });
  const batch = useImportBatch(projectId);
  const [chosenKey, setChosenKey] = useState<string | null>(null);
  const confirm = useActWithUndo("confirm-import", projectId);
  const { files } = batch;
  const ready = files.filter((file) => file.status === "ready");
  const busy = files.some(
    (file) => file.status === "waiting" || file.status === "sending" || file.status === "reading",
  );
  const unnamed = ready.find((file) => file.name.trim() === "");
  const chosen = ready.find((file) => file.key === chosenKey) ?? ready[0] ?? null;
  const failed = files.filter((file) => file.status === "failed").length;

  const importAll = async () => {
    const documents = ready.flatMap(({ preview, documentId, name, kind, decisions }) =>
      preview ? [{ stageId: preview.stageId, documentId, name, kind, decisions: [...decisions] }] : [],
    );
    const done = `${countWords(documents.length, "document was", "documents were")} imported.`;
    if (await confirm.perform({ projectId, documents }, done)) router.push(`/${workspace}/projects/${projectId}`);
  };

  return (
    <PageFrame
      width="wide"
      title="Import documents"
      intro="Nothing is stored until you have checked what was found and press the button at the end."
    >
      <FileDrop
        label="Drop transcripts here"
        hint="Word (.docx), plain text and Markdown (.txt, .md), captions (.vtt, .srt); several at once, up to 25 MB each."
        accept={ACCEPTED_ENDINGS}
        multiple
        disabled={confirm.pending}
        onFiles={batch.add}
      />
      {files.length > 0 ? (
        <div className={styles.columns}>
          <FileList
            files={files}
            chosenKey={chosen?.key ?? null}
            onChoose={setChosenKey}
            onRemove={batch.remove}
            disabled={confirm.pending}
          />
          {chosen ? (
            <FilePreview
              key={chosen.key}
              file={chosen}
              files={files}
              known={known.participants}
              change={batch.change}
              onEncoding={(encoding) => {
                if (chosen.preview) void batch.readAs(chosen.key, chosen.preview.stageId, encoding);
              }}
            />
          ) : (
            <p className={styles.soft}>
              {busy
                ? "What was found in the first file stands here in a moment."
                : "None of these files can be imported."}
            </p>
          )}
        </div>
      ) : null}
      {confirm.problem ? (
        <Notice tone="error" live title="Nothing was imported">
          {confirm.problem}
        </Notice>
      ) : null}
      {ready.length > 0 ? (
        <div className={styles.foot}>
          <p className={styles.footWords} role="status">
            {unnamed
              ? `Give ${unnamed.file.name} a name first.`
              : busy
                ? "Some files are still being read."
                : failed > 0
                  ? `${countWords(failed, "file", "files")} could not be read and will be left out.`
                  : "All or none: if one cannot be stored, none is."}
          </p>
          <Button
            variant="primary"
            onPress={() => void importAll()}
            disabled={busy || unnamed !== undefined}
            pending={confirm.pending && "Importing…"}
          >
            {`Import ${countWords(ready.length, "document", "documents")}`}
          </Button>
        </div>
      ) : null}
    </PageFrame>
  );
}
