"use client";

import { useState } from "react";
import { useRead } from "@/app/client/use-read";
import { useWorkspace } from "@/app/client/workspace-context";
import { Button } from "@/app/ui/button";
import { LinkButton } from "@/app/ui/link-button";
import { Notice } from "@/app/ui/notice";
import { PageFrame } from "@/app/ui/page-frame";
import { Progress } from "@/app/ui/progress";
import { Section } from "@/app/ui/section";
import type { ReadResult } from "@/db/reads";
import { Moment } from "../moment";
import { ProgressTable } from "./progress-table";
import { RevealDialog } from "./reveal-dialog";
import styles from "./round.module.css";
import { RoundTabs } from "./round-tabs";

export interface RoundScreenProps {
  projectId: string;
  roundId: string;
  initial: ReadResult<"round-progress">;
}

export function RoundScreen({ projectId, roundId, initial }: RoundScreenProps) {
  const { name: workspace } = useWorkspace();
  const { data = initial } = useRead("round-progress", { projectId, roundId }, { initial });
  const [revealing, setRevealing] = useState(false);
  const { round, me, seats, documents } = data;
  const submitted = seats.filter((seat) => seat.state !== "open").length;
  const revealed = round.revealedAt !== null;
  const ownOnly = me.role === "coder" && !revealed;
  const base = `/${workspace}/projects/${projectId}`;
  return (
    <PageFrame
      title={round.name}
      intro={<RoundFacts round={round} />}
      actions={
        me.role === "lead" && !revealed ? (
          <Button variant={submitted === seats.length ? "primary" : "plain"} onPress={() => setRevealing(true)}>
            Reveal the round…
          </Button>
        ) : null
      }
    >
      <RoundTabs projectId={projectId} roundId={roundId} current="progress" />
      {revealed ? <Revealed base={base} roundId={roundId} round={round} leads={me.role === "lead"} /> : null}
      {revealed ? null : (
        <Progress
          label="Submitted so far"
          hideLabel
          value={submitted}
          max={seats.length}
          words={`${submitted} of ${seats.length} submitted`}
        />
      )}
      <Section
        title={ownOnly ? "Your documents" : "Documents and coders"}
        intro={
          ownOnly
            ? "What the other coders do stays hidden until the round is revealed, and yours from them."
            : revealed
              ? "Every coding was frozen at the reveal and stays as it was."
              : "You see who has submitted what; nobody sees what is in it before the reveal."
        }
      >
        <ProgressTable projectId={projectId} roundId={roundId} data={data} />
      </Section>
      {revealing ? (
        <RevealDialog
          projectId={projectId}
          round={round}
          missing={seats.length - submitted}
          documents={documents.length}
          onClose={() => setRevealing(false)}
        />
      ) : null}
    </PageFrame>
  );
}

type Round = ReadResult<"round-progress">["round"];

function RoundFacts({ round }: { round: Round }) {
  return (
    <p>
      Opened <Moment at={round.openedAt} /> with version {round.codebookVersion} of the codebook.{" "}
      {round.openCodebook ? (
        <span className={styles.label}>Not blind: the codebook is open, so coders see each other's new codes.</span>
      ) : null}
    </p>
  );
}

interface RevealedProps {
  base: string;
  roundId: string;
  round: Round;
  leads: boolean;
}

function settlementWords({ settlement }: Round): string {
  if (!settlement || settlement.disagreements === 0) return "The coders agree everywhere: that is the consensus.";
  const { disagreements, settled } = settlement;
  return settled < disagreements
    ? `${settled} of ${disagreements} disagreements are settled. What all coders agree on is in the consensus already.`
    : `All ${disagreements} disagreements are settled: the consensus is complete.`;
}

function Revealed({ base, roundId, round, leads }: RevealedProps) {
  const { settlement } = round;
  const open = settlement !== null && settlement.settled < settlement.disagreements;
  return (
    <Notice
      tone="good"
      title={
        <>
          Revealed <Moment at={round.revealedAt ?? round.openedAt} />
        </>
      }
      actions={
        <>
          <LinkButton href={`${base}/rounds/${roundId}/agreement`}>See the agreement</LinkButton>
          <LinkButton href={`${base}/rounds/${roundId}/reconcile`}>
            {leads && open ? "Settle the disagreements" : "See the disagreements"}
          </LinkButton>
          <LinkButton href={`${base}/quotes`}>Collect quotes</LinkButton>
        </>
      }
    >
      {round.overrideReason ? (
        <p>It was revealed before all had submitted. The reason on record: “{round.overrideReason}”</p>
      ) : null}
      <p>{settlementWords(round)}</p>
    </Notice>
  );
}
