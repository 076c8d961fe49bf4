"use client";

import { useMemo, useRef, useState } from "react";
import { useWorkspace } from "@/app/client/workspace-context";
import { Button } from "@/app/ui/button";
import { LinkButton } from "@/app/ui/link-button";
import { Progress } from "@/app/ui/progress";
import { SplitPanes } from "@/app/ui/split-panes";
import { Tabs } from "@/app/ui/tabs";
import { RoundTabs } from "../round-tabs";
import { ConsensusSummary } from "./consensus-summary";
import { ConsensusText } from "./consensus-text";
import { DisagreementPanel } from "./disagreement-panel";
import { DisagreementText } from "./disagreement-text";
import { DocumentList } from "./document-list";
import { KeySheet } from "./key-sheet";
import styles from "./reconcile.module.css";
import type { RulingFormHandle } from "./ruling-form";
import { textSegments } from "./text-segments";
import { useReconcileKeys } from "./use-reconcile-keys";
import { type Decision, type UseReconciliationProps, useReconciliation } from "./use-reconciliation";

export function ReconcileScreen(props: UseReconciliationProps) {
  const { projectId, roundId } = props;
  const { name: workspace } = useWorkspace();
  const queue = useReconciliation(props);
  const { answer, text, active } = queue;
  const lead = answer.me.role === "lead";
  const [tab, setTab] = useState("disagreements");
  const [sheet, setSheet] = useState(false);
  const [given, setGiven] = useState<readonly string[]>([]);
  const form = useRef<RulingFormHandle>(null);
  const segments = useMemo(() => textSegments(text), [text]);
  const lastReasons = useMemo(() => lastReasonsOf(given, answer.disagreements), [given, answer.disagreements]);
  const total = answer.documents.reduce((sum, each) => sum + each.total, 0);
  const settled = answer.documents.reduce((sum, each) => sum + Math.min(each.settled, each.total), 0);

  const { go, settle } = queue;
  const documentId = answer.documentId;
  const keep = (decision: Decision, reason: string) => {
    void settle(decision, reason).then((done) => {
      if (done) setGiven((before) => [reason, ...before.filter((each) => each !== reason)]);
    });
  };
  const step = (by: 1 | -1) => {
    setTab("disagreements");
    queue.step(by);
  };
  const onForm = (act: (handle: RulingFormHandle) => void) => {
    if (form.current && tab === "disagreements") act(form.current);
  };
  useReconcileKeys({
    side: (index) => onForm((handle) => handle.chooseSide(index)),
    both: () => onForm((handle) => handle.choose({ kind: "both" })),
    neither: () => onForm((handle) => handle.choose({ kind: "neither" })),
    reason: () => onForm((handle) => handle.focusReason()),
    step,
    undo: () => lead && void queue.undo(),
    redo: () => lead && void queue.redo(),
    help: () => setSheet(true),
  });

  return (
    <main id="main" tabIndex={-1} className={styles.screen}>
      <header className={styles.head}>
        <h1 className={styles.name}>{answer.round.name}</h1>
        <RoundTabs projectId={projectId} roundId={roundId} current="reconcile" unsettled={total - settled} />
        <div className={styles.progress}>
          <Progress label="Settled" hideLabel value={settled} max={total} words={`${settled} of ${total} settled`} />
        </div>
        <div className={styles.tools}>
          {settled >= total ? (
            <LinkButton size="small" href={`/${workspace}/projects/${projectId}/quotes`}>
              Collect quotes
            </LinkButton>
          ) : null}
          {lead ? (
            <>
              <Button size="small" variant="quiet" disabled={!queue.mayUndo} onPress={() => void queue.undo()}>
                Undo
              </Button>
              <Button size="small" variant="quiet" disabled={!queue.mayRedo} onPress={() => void queue.redo()}>
                Redo
              </Button>
            </>
          ) : null}
          <Button size="small" variant="quiet" onPress={() => setSheet(true)}>
            Keys
          </Button>
        </div>
      </header>
      <p role="status" className={styles.said}>
        {queue.arrived ? queue.said : "Opening the document…"}
      </p>
      <div className={styles.panes}>
        <SplitPanes
          id="reconcile"
          left={{
            label: "Documents",
            defaultSize: 216,
            minSize: 160,
            content: (
              <DocumentList
                documents={answer.documents}
                current={documentId}
                onChoose={(id) => go({ documentId: id, wanted: { kind: "unsettled" } })}
              />
            ),
          }}
          centreMinSize={360}
          centre={
            <Tabs
              label="Layers of the text"
              fill
              selected={tab}
              onSelect={setTab}
              tabs={[
                {
                  id: "disagreements",
                  label: "Disagreements",
                  count: answer.disagreements.length,
                  content: (
                    <DisagreementText
                      key={documentId}
                      answer={answer}
                      segments={segments}
                      active={active}
                      onChoose={queue.choose}
                    />
                  ),
                },
                {
                  id: "consensus",
                  label: "Consensus",
                  count: answer.consensus.length,
                  content: <ConsensusText key={documentId} answer={answer} segments={segments} />,
                },
              ]}
            />
          }
          right={{
            label: tab === "consensus" ? "What stands" : "Ruling",
            defaultSize: 368,
            minSize: 280,
            content:
              tab === "consensus" ? (
                <ConsensusSummary answer={answer} />
              ) : (
                <DisagreementPanel
                  answer={answer}
                  text={text.text}
                  active={active}
                  lastReasons={lastReasons}
                  saving={queue.saving}
                  problem={queue.problem}
                  formHandle={form}
                  onKeep={keep}
                  onTakeBack={(rulingId) => void queue.withdraw(rulingId)}
                  onStep={step}
                />
              ),
          }}
        />
      </div>
      {sheet ? <KeySheet onClose={() => setSheet(false)} /> : null}
    </main>
  );
}

/** Those given since the page was opened, then those of the document, each once, the latest first. */
function lastReasonsOf(
  given: readonly string[],
  disagreements: readonly { ruling: { reason: string; decidedAt: string } | null }[],
): string[] {
  const recorded = disagreements
    .flatMap(({ ruling }) => (ruling && ruling.reason !== "" ? [ruling] : []))
    .sort((a, b) => (a.decidedAt < b.decidedAt ? 1 : -1))
    .map((ruling) => ruling.reason);
  return [...new Set([...given, ...recorded])].slice(0, 9);
}
