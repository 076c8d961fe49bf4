"use client";

import { type Ref, useEffect, useRef } from "react";
import { Button } from "@/app/ui/button";
import { EmptyState } from "@/app/ui/empty-state";
import { Notice } from "@/app/ui/notice";
import { KIND_HINTS, KIND_WORDS } from "./kind-words";
import styles from "./reconcile.module.css";
import { RulingForm, type RulingFormHandle } from "./ruling-form";
import { RulingRecord } from "./ruling-record";
import { SideCard } from "./side-card";
import type { Answer, Decision, Disagreement } from "./use-reconciliation";

export interface DisagreementPanelProps {
  answer: Answer;
  text: string;
  active: Disagreement | null;
  lastReasons: readonly string[];
  saving: boolean;
  problem: string | null;
  formHandle: Ref<RulingFormHandle>;
  onKeep: (decision: Decision, reason: string) => void;
  onTakeBack: (rulingId: string) => void;
  onStep: (step: 1 | -1) => void;
}

export function DisagreementPanel(props: DisagreementPanelProps) {
  const { answer, text, active, lastReasons, saving, problem, formHandle, onKeep, onTakeBack, onStep } = props;
  const lead = answer.me.role === "lead";
  const heading = useRef<HTMLHeadingElement>(null);
  const activeKey = active?.key;
  useEffect(() => {
    // The field that was typed in went with the disagreement it belonged to: the focus goes on to the next one.
    if (activeKey !== undefined && document.activeElement === document.body)
      heading.current?.focus({ preventScroll: true });
  }, [activeKey]);
  const message = problem ? (
    <Notice tone="error" live>
      {problem}
    </Notice>
  ) : null;
  if (!active) {
    const agreed = answer.documents.find((each) => each.id === answer.documentId)?.agreed ?? 0;
    return (
      <div className={styles.panel}>
        <EmptyState title="No disagreement in this document">
          <p>
            {agreed === 0
              ? "None of the coders coded anything here."
              : `The coders agree on all of it: ${agreed} ${agreed === 1 ? "coding" : "codings"}.`}
          </p>
        </EmptyState>
        {message}
      </div>
    );
  }
  const number = answer.disagreements.findIndex((each) => each.key === active.key) + 1;
  return (
    <div className={styles.panel}>
      <div className={styles.panelHead}>
        <h2 ref={heading} tabIndex={-1} className={styles.title}>
          Disagreement {number} of {answer.disagreements.length}
        </h2>
        <Button size="small" variant="quiet" aria-label="Previous disagreement" onPress={() => onStep(-1)}>
          Previous
        </Button>
        <Button size="small" variant="quiet" aria-label="Next disagreement" onPress={() => onStep(1)}>
          Next
        </Button>
      </div>
      <p>
        <strong>{KIND_WORDS[active.kind]}.</strong> <span className={styles.soft}>{KIND_HINTS[active.kind]}</span>
      </p>
      <div className={styles.sides}>
        {active.sides.map((side, index) => (
          <SideCard key={side.coder} answer={answer} text={text} side={side} index={index} />
        ))}
      </div>
      {message}
      {active.ruling ? (
        <RulingRecord
          answer={answer}
          ruling={active.ruling}
          mayTakeBack={lead}
          saving={saving}
          onTakeBack={onTakeBack}
        />
      ) : lead ? (
        <RulingForm
          key={active.key}
          handle={formHandle}
          sides={active.sides.map(({ coder, codings }) => ({
            coder,
            name: answer.coders.find((each) => each.id === coder)?.name ?? "the coder",
            empty: codings.length === 0,
          }))}
          lastReasons={lastReasons}
          saving={saving}
          onKeep={onKeep}
        />
      ) : (
        <p className={styles.soft}>Not settled yet. The lead decides what stands, with a reason on record.</p>
      )}
    </div>
  );
}
