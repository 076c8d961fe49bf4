"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { read, sentenceOfError } from "@/app/client/api";
import { useWorkspace } from "@/app/client/workspace-context";
import { Button } from "@/app/ui/button";
import { Checkbox } from "@/app/ui/checkbox";
import { Notice } from "@/app/ui/notice";
import { Section } from "@/app/ui/section";
import styles from "./correct.module.css";
import { type CorrectedTurn, type Corrections, inContext, turnIndexAt } from "./corrections";
import { MarkedWords } from "./marked-words";
import { TouchedCodings } from "./touched-codings";

export interface ReviewStepProps {
  projectId: string;
  documentId: string;
  revisionId: string;
  text: string;
  turns: readonly CorrectedTurn[];
  corrections: Corrections;
  nameOf: (label: string | null) => string;
  /** Where the changes come from, when not from this person's hand. */
  fileName: string | null;
  pending: boolean;
  problem: string | null;
  onConfirm: (chosen: Corrections) => void;
  onBack: () => void;
}

const SHOWN = 400;

/** Every change once more, in its line, to be left out one by one; then what it means for codings; then the word. */
export function ReviewStep(props: ReviewStepProps) {
  const { projectId, documentId, revisionId, text, turns, corrections, nameOf, fileName } = props;
  const workspace = useWorkspace().name;
  const [leftOut, setLeftOut] = useState<ReadonlySet<number>>(new Set());
  const changes = corrections.changes.filter((change) => !leftOut.has(change.from));
  const chosen = { changes, speakers: corrections.speakers };
  const count = changes.length + chosen.speakers.length;
  const question = { projectId, documentId, revisionId, ...copyOf(chosen) };
  // Not among the reads that live updates ask again: once the text is corrected this question has no answer any more.
  const preview = useQuery({
    queryKey: ["correction", workspace, question],
    queryFn: ({ signal }) => read(workspace, "correction-preview", question, signal),
    enabled: count > 0,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  });
  const turn = (from: number, on: boolean) => {
    const next = new Set(leftOut);
    if (on) next.delete(from);
    else next.add(from);
    setLeftOut(next);
  };
  const shown = corrections.changes.slice(0, SHOWN);
  const more = corrections.changes.length - shown.length;
  return (
    <div className={styles.review}>
      <Section
        title={fileName ? `What “${fileName}” says otherwise` : "What you corrected"}
        intro={
          fileName
            ? "Labels and times of the turns stay those of the document. Uncheck what is to stay as it is."
            : "Uncheck what is to stay as it was."
        }
      >
        <ol className={styles.changes}>
          {shown.map((change) => {
            const at = turnIndexAt(turns, change.from);
            return (
              <li key={change.from}>
                <Checkbox checked={!leftOut.has(change.from)} onChange={(on) => turn(change.from, on)}>
                  <span className={styles.soft}>{`${nameOf(turns[at]?.label ?? null)}, turn ${at + 1}`}</span>
                  <span className={styles.line}>
                    <MarkedWords pieces={inContext(text, change)} />
                  </span>
                </Checkbox>
              </li>
            );
          })}
        </ol>
        {more > 0 ? <p>{`And ${more.toLocaleString("en-GB")} more, which are made with these.`}</p> : null}
        {chosen.speakers.map(({ turn: number, label }) => (
          <p key={number}>
            {`Turn ${number} is ${nameOf(label)}'s, not ${nameOf(turns[number - 1]?.label ?? null)}'s.`}
          </p>
        ))}
      </Section>
      {preview.error ? <Notice tone="error">{sentenceOfError(preview.error)}</Notice> : null}
      <TouchedCodings answer={count > 0 ? preview.data : undefined} asking={preview.isFetching} />
      {props.problem ? (
        <Notice tone="error" live>
          {props.problem}
        </Notice>
      ) : null}
      <div className={styles.actions}>
        <Button
          variant="primary"
          disabled={count === 0}
          pending={props.pending ? "Correcting…" : null}
          onPress={() => props.onConfirm(chosen)}
        >
          {count === 1 ? "Correct the transcript: 1 change" : `Correct the transcript: ${count} changes`}
        </Button>
        <Button onPress={props.onBack}>Back to the text</Button>
      </div>
    </div>
  );
}

/** As the question holds them: lists of its own. */
function copyOf({ changes, speakers }: Corrections) {
  return { changes: changes.map((each) => ({ ...each })), speakers: speakers.map((each) => ({ ...each })) };
}
