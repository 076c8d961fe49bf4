"use client";

import { useRef, useState } from "react";
import { sentenceOfError } from "@/app/client/api";
import { useRead } from "@/app/client/use-read";
import { Notice } from "@/app/ui/notice";
import { PageFrame } from "@/app/ui/page-frame";
import { Section } from "@/app/ui/section";
import type { ReadResult } from "@/db/reads";
import type { PlaceCoders } from "@/lib/agreement/places";
import { RoundTabs } from "../round-tabs";
import styles from "./agreement.module.css";
import { type AgreementChoice, queryOf } from "./agreement-choice";
import { ChoiceBar } from "./choice-bar";
import { CodeTable } from "./code-table";
import { Ledger } from "./ledger";
import { OverlapSection } from "./overlap-section";
import { PairsPanel } from "./pairs-panel";
import { PlacesPanel } from "./places-panel";

export interface AgreementScreenProps {
  projectId: string;
  roundId: string;
  choice: AgreementChoice;
  initial: ReadResult<"agreement-report">;
}

type Opened =
  | { kind: "code"; codeId: string; coders: PlaceCoders | null }
  | { kind: "pair"; firstCodeId: string | null; secondCodeId: string | null };

export function AgreementScreen(props: AgreementScreenProps) {
  const { projectId, roundId, initial } = props;
  const place = { projectId, roundId };
  const [choice, setChoice] = useState(props.choice);
  const [labels, setLabels] = useState(true);
  const [opened, setOpened] = useState<Opened | null>(null);
  const opener = useRef<Element | null>(null);
  const { data, error } = useRead(
    "agreement-report",
    { ...place, ...choice },
    { initial: queryOf(choice) === queryOf(props.choice) ? initial : undefined },
  );
  // While another choice is being computed the figures before stay, so that nothing jumps.
  const [shown, setShown] = useState({ data: initial, choice: props.choice });
  if (data && data !== shown.data) setShown({ data, choice });
  const report = shown.data;
  const waiting = queryOf(choice) !== queryOf(shown.choice);
  const choose = (next: AgreementChoice) => {
    setChoice(next);
    window.history.replaceState(null, "", `${window.location.pathname}${queryOf(next)}`);
  };
  const nameOf = (id: string) => report.coders.find((coder) => coder.id === id)?.name ?? "Coder";
  const names = [nameOf(report.pair[0]), nameOf(report.pair[1])] as const;
  const open = (next: Opened) => {
    opener.current = document.activeElement;
    setOpened(next);
  };
  const close = () => {
    setOpened(null);
    if (opener.current instanceof HTMLElement) opener.current.focus();
  };
  const panel = {
    ...place,
    choice: shown.choice,
    codes: report.codes,
    documents: report.documents,
    names,
    onClose: close,
  };
  return (
    <PageFrame
      width="full"
      title={report.round.name}
      intro={
        <p>
          How far {names[0]} and {names[1]} agree. Every figure opens the text behind it.
          {report.round.openCodebook ? <strong> Not blind: this round had an open codebook.</strong> : null}
        </p>
      }
    >
      <RoundTabs {...place} current="agreement" />
      <div className={styles.columns} data-panel={opened !== null}>
        <div className={styles.figures}>
          <ChoiceBar
            choice={choice}
            coders={report.coders}
            pair={report.pair}
            onChange={choose}
            labels={labels}
            onLabels={setLabels}
          />
          <p role="status" className={styles.waiting}>
            {error ? sentenceOfError(error) : waiting ? "Computing…" : ""}
          </p>
          {shown.choice.unit === "character" ? (
            <Notice>
              Counted by character, percent agreement comes out near 100% whatever the coders do, because most of the
              text is coded by neither. Look at κ, and read the text behind it.
            </Notice>
          ) : null}
          <Section title="Codes" intro="One 2×2 table for each code, added up over the documents.">
            <CodeTable
              codes={report.codes}
              report={report.report}
              names={names}
              labels={labels}
              chosen={opened?.kind === "code" ? opened.codeId : null}
              onOpen={(codeId, coders) => open({ kind: "code", codeId, coders })}
            />
          </Section>
          <OverlapSection
            codes={report.codes}
            overlap={report.overlap}
            overlapWithNone={report.overlapWithNone}
            names={names}
            labels={labels}
            onCell={(firstCodeId, secondCodeId) => open({ kind: "pair", firstCodeId, secondCodeId })}
          />
          <Ledger report={report} names={names} />
        </div>
        {opened?.kind === "code" ? (
          <PlacesPanel
            key={`${opened.codeId} ${opened.coders}`}
            {...panel}
            codeId={opened.codeId}
            coders={opened.coders}
          />
        ) : null}
        {opened?.kind === "pair" ? (
          <PairsPanel
            key={`${opened.firstCodeId} ${opened.secondCodeId}`}
            {...panel}
            firstCodeId={opened.firstCodeId}
            secondCodeId={opened.secondCodeId}
          />
        ) : null}
      </div>
    </PageFrame>
  );
}
