"use client";

import { usePathname, useSearchParams } from "next/navigation";
import { useMemo, useRef, useState } from "react";
import { sentenceOfError } from "@/app/client/api";
import { useRead } from "@/app/client/use-read";
import { NavTabs } from "@/app/ui/nav-tabs";
import { Notice } from "@/app/ui/notice";
import { PageFrame } from "@/app/ui/page-frame";
import type { ReadResult } from "@/db/reads";
import { RoundTabs } from "../round-tabs";
import styles from "./agreement.module.css";
import { type AgreementChoice, figureParams, intervalParams, sameChoice, stillThere } from "./agreement-choice";
import { AllCodersView } from "./all-coders-view";
import { ChoiceBar } from "./choice-bar";
import { CodesView } from "./codes-view";
import { DocumentsView } from "./documents-view";
import { PairsPanel } from "./pairs-panel";
import { PlacesPanel } from "./places-panel";
import { PlanningView } from "./planning-view";
import { RoundsView } from "./rounds-view";
import { addressFrom, queryOf, type ScreenAddress, VIEWS, type View } from "./screen-address";
import { UnitsView } from "./units-view";
import type { Opened, ViewProps } from "./view-props";
import { WhichCodeView } from "./which-code-view";

export interface AgreementScreenProps {
  projectId: string;
  roundId: string;
  /** What the server computed the first figures for. */
  choice: AgreementChoice;
  initial: ReadResult<"agreement-report">;
}

const TITLES: Readonly<Record<View, string>> = {
  codes: "Codes",
  documents: "Documents",
  units: "Units",
  "which-code": "Which code",
  "all-coders": "All coders",
  rounds: "Rounds",
  planning: "Planning",
};

const SHOWN: Readonly<Record<View, (props: ViewProps) => React.ReactNode>> = {
  codes: CodesView,
  documents: DocumentsView,
  units: UnitsView,
  "which-code": WhichCodeView,
  "all-coders": AllCodersView,
  rounds: RoundsView,
  planning: PlanningView,
};

/** What the figures depend on is chosen once for all views, and the address keeps it. */
export function AgreementScreen({ projectId, roundId, choice: first, initial }: AgreementScreenProps) {
  const place = { projectId, roundId };
  const path = usePathname();
  const query = useSearchParams().toString();
  const address = useMemo(() => addressFrom(new URLSearchParams(query)), [query]);
  const { view, labels } = address;
  const choice = useMemo(() => stillThere(address.choice, initial), [address, initial]);
  const [opened, setOpened] = useState<Opened | null>(null);
  const opener = useRef<Element | null>(null);
  const views = useRef<HTMLDivElement>(null);
  const { data, error } = useRead(
    "agreement-report",
    { ...place, ...figureParams(choice), ...intervalParams(choice) },
    { initial: sameChoice(choice, first) ? initial : undefined },
  );
  // While another choice is being computed the figures before stay, so that nothing jumps.
  const [shown, setShown] = useState({ report: initial, choice: first });
  if (data && (data !== shown.report || !sameChoice(choice, shown.choice))) setShown({ report: data, choice });
  const { report } = shown;
  const waiting = !sameChoice(choice, shown.choice);
  const addressOf = (each: View) => `${path}${queryOf({ ...address, view: each }, query)}`;
  // From the address itself: two changes may come before the page is drawn again.
  const change = (next: Partial<AgreementChoice>, labelled?: Pick<ScreenAddress, "labels">) => {
    const before = window.location.search;
    const now = addressFrom(new URLSearchParams(before));
    const query = queryOf({ ...now, ...labelled, choice: { ...now.choice, ...next } }, before);
    window.history.replaceState(null, "", `${path}${query}`);
  };
  const nameOf = (id: string) => report.coders.find((coder) => coder.id === id)?.name ?? "Coder";
  const names = [nameOf(report.pair[0]), nameOf(report.pair[1])] as const;
  const open = (next: Opened) => {
    opener.current = document.activeElement;
    setOpened(next);
  };
  const close = () => {
    setOpened(null);
    // What opened it is gone where the view has changed since.
    const back = opener.current?.isConnected ? opener.current : views.current?.querySelector("[aria-current]");
    if (back instanceof HTMLElement || back instanceof SVGElement) back.focus();
  };
  const Shown = SHOWN[view];
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
            report={report}
            labels={labels}
            onChange={(next) => change(next)}
            onLabels={(next) => change({}, { labels: next })}
          />
          {error ? <Notice tone="error">{sentenceOfError(error)}</Notice> : null}
          <div ref={views} className={styles.views}>
            <NavTabs
              label="Views of the agreement"
              items={VIEWS.map((each) => ({
                href: addressOf(each),
                label: TITLES[each],
                current: each === view,
              }))}
              onFollow={(href) => window.history.pushState(null, "", href)}
            />
            <p role="status" className={styles.computing}>
              {waiting && !error ? "Computing…" : ""}
            </p>
          </div>
          <Shown
            place={place}
            choice={shown.choice}
            report={report}
            names={names}
            labels={labels}
            opened={opened}
            onOpen={open}
          />
        </div>
        {opened?.kind === "code" ? (
          <PlacesPanel
            key={JSON.stringify(opened)}
            {...panel}
            codeId={opened.codeId}
            coders={opened.coders}
            documentId={opened.documentId}
            unit={opened.unit === shown.choice.unit ? undefined : opened.unit}
          />
        ) : null}
        {opened?.kind === "pair" ? <PairsPanel key={JSON.stringify(opened)} {...panel} pair={opened} /> : null}
      </div>
    </PageFrame>
  );
}
