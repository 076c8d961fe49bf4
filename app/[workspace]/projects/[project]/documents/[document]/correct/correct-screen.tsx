"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useMemo, useState } from "react";
import { useRead } from "@/app/client/use-read";
import { useWorkspace } from "@/app/client/workspace-context";
import { Button } from "@/app/ui/button";
import { LinkButton } from "@/app/ui/link-button";
import { Notice } from "@/app/ui/notice";
import { PageFrame } from "@/app/ui/page-frame";
import { Tabs } from "@/app/ui/tabs";
import type { ReadResult } from "@/db/reads";
import { useActWithUndo } from "../../../use-act-with-undo";
import styles from "./correct.module.css";
import { type Corrections, correctionsOf, type TurnEdits, withEdit } from "./corrections";
import { EarlierTexts } from "./earlier-texts";
import { type NewerFile, NewerFileStep } from "./newer-file";
import { ReviewStep } from "./review-step";
import { TurnList } from "./turn-list";

export interface CorrectScreenProps {
  projectId: string;
  documentId: string;
  initial: ReadResult<"newest-text">;
}

const NO_EDITS: TurnEdits = new Map();

/** Correcting a transcript, also one that has been coded: by hand or from a newer file, looked over, then confirmed. */
export function CorrectScreen({ projectId, documentId, initial }: CorrectScreenProps) {
  const router = useRouter();
  const { name: workspace } = useWorkspace();
  const { data = initial } = useRead("newest-text", { projectId, documentId }, { initial });
  const [base, setBase] = useState(initial);
  const [edits, setEdits] = useState(NO_EDITS);
  const [newer, setNewer] = useState<NewerFile | null>(null);
  const [reviewing, setReviewing] = useState(false);
  const [tab, setTab] = useState("hand");
  const correct = useActWithUndo("correct-transcript", projectId);
  const { text, turns, revision } = base;
  const untouched = edits.size === 0 && !newer;
  const isOld = data.revision.id !== revision.id;

  useEffect(() => {
    if (isOld && untouched) setBase(data);
  }, [isOld, untouched, data]);
  useEffect(() => {
    if (untouched) return;
    const stay = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", stay);
    return () => window.removeEventListener("beforeunload", stay);
  }, [untouched]);

  const nameOf = useMemo(() => {
    const names = new Map(base.speakers.map(({ label, name }) => [label, name]));
    return (label: string | null) => (label === null ? "No speaker" : (names.get(label) ?? label));
  }, [base.speakers]);
  const onEdit = useCallback(
    (index: number, words: string, label: string | null) => {
      const turn = turns[index];
      if (turn) setEdits((now) => withEdit(now, index, { words, label }, turn, text));
    },
    [text, turns],
  );
  const corrections = useMemo<Corrections>(
    () => (newer ? { changes: newer.changes, speakers: [] } : correctionsOf(text, turns, edits)),
    [newer, text, turns, edits],
  );
  const desk = `/${workspace}/projects/${projectId}/documents/${documentId}`;
  const confirm = async ({ changes, speakers }: Corrections) => {
    const input = { projectId, documentId, revisionId: revision.id, changes: [...changes], speakers: [...speakers] };
    if (!(await correct.perform(input, `“${base.document.name}” was corrected.`))) return;
    setEdits(NO_EDITS);
    setNewer(null);
    router.push(desk);
  };
  const anew = () => {
    setBase(data);
    setEdits(NO_EDITS);
    setNewer(null);
    setReviewing(false);
  };
  const back = () => {
    setReviewing(false);
    setNewer(null);
  };
  return (
    <PageFrame
      title={`Correct “${base.document.name}”`}
      intro="The text as it is stays readable under “Earlier texts”. Codings move along with their words."
      actions={
        <>
          <LinkButton href={desk}>Back to the desk</LinkButton>
          {reviewing || tab !== "hand" ? null : (
            <Button variant="primary" disabled={edits.size === 0} onPress={() => setReviewing(true)}>
              {edits.size === 0
                ? "Look over and confirm"
                : `Look over ${edits.size === 1 ? "1 turn" : `${edits.size} turns`}`}
            </Button>
          )}
        </>
      }
    >
      {isOld && !untouched ? (
        <Notice
          tone="warn"
          live
          title="Somebody else changed this text while you were correcting it."
          actions={
            <Button size="small" onPress={anew}>
              Start anew from the new text
            </Button>
          }
        >
          Your corrections stand on the text before and cannot be laid over the new one. Copy what you still need, then
          start anew.
        </Notice>
      ) : null}
      {reviewing ? (
        <ReviewStep
          projectId={projectId}
          documentId={documentId}
          revisionId={revision.id}
          text={text}
          turns={turns}
          corrections={corrections}
          nameOf={nameOf}
          fileName={newer?.fileName ?? null}
          pending={correct.pending}
          problem={correct.problem}
          onConfirm={(chosen) => void confirm(chosen)}
          onBack={back}
        />
      ) : (
        <Tabs
          label="Ways to correct"
          selected={tab}
          onSelect={setTab}
          tabs={[
            {
              id: "hand",
              label: "By hand",
              content: (
                <div className={styles.hand}>
                  <p className={styles.soft}>
                    Click a turn, or go to it with the arrow keys and press Enter.{" "}
                    {turns.length.toLocaleString("en-GB")} turns, {revision.words.toLocaleString("en-GB")} words.
                  </p>
                  <TurnList text={text} turns={turns} edits={edits} nameOf={nameOf} onEdit={onEdit} />
                </div>
              ),
            },
            {
              id: "file",
              label: "Compare with a newer file",
              content: (
                <>
                  {edits.size > 0 ? (
                    <Notice tone="warn">
                      Your own corrections wait under “By hand”. Confirm them first: a comparison is made with the text
                      as it is now.
                    </Notice>
                  ) : (
                    <NewerFileStep
                      projectId={projectId}
                      documentId={documentId}
                      onFound={(found) => {
                        setNewer(found);
                        setReviewing(true);
                      }}
                    />
                  )}
                </>
              ),
            },
            {
              id: "earlier",
              label: "Earlier texts",
              content: <EarlierTexts projectId={projectId} documentId={documentId} nameOf={nameOf} />,
            },
          ]}
        />
      )}
    </PageFrame>
  );
}
