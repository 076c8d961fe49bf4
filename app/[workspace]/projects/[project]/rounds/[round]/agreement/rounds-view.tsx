"use client";

import { sentenceOfError } from "@/app/client/api";
import { EmptyState } from "@/app/ui/empty-state";
import { Notice } from "@/app/ui/notice";
import { Section } from "@/app/ui/section";
import { figureParams, intervalParams } from "./agreement-choice";
import { Computing } from "./computing";
import { confidenceWords } from "./interval-words";
import { MethodLink } from "./method-link";
import { RoundsDifference } from "./rounds-difference";
import { RoundsFigure } from "./rounds-figure";
import { clusterWordsOf } from "./rounds-rows";
import { RoundsTable } from "./rounds-table";
import { useAddressOptions } from "./use-address-options";
import { useKeptRead } from "./use-kept-read";
import type { ViewProps } from "./view-props";
import styles from "./views.module.css";

/** The same two coders over the rounds of the study. */
export function RoundsView({ place, choice, report, names, labels, opened, onOpen }: ViewProps) {
  const address = useAddressOptions();
  const { documentIds, ...params } = figureParams(choice);
  const asked = { before: address.query.get("before") ?? undefined, after: address.query.get("after") ?? undefined };
  const { data, error, waiting } = useKeptRead("agreement-over-rounds", {
    projectId: place.projectId,
    ...params,
    first: report.pair[0],
    second: report.pair[1],
    ...intervalParams(choice),
    ...asked,
  });
  if (!data) return error ? <Notice tone="error">{sentenceOfError(error)}</Notice> : <Computing waiting={waiting} />;
  if (data.rounds.length < 2) {
    return (
      <EmptyState title="One revealed round so far">
        When a second round that {names[0]} and {names[1]} both coded is revealed, their κ over the rounds stands here:
        all codes together and each by itself, with its interval, and how far two rounds differ. What this round says on
        how much to code next is under Planning.
      </EmptyState>
    );
  }
  return (
    <div className={styles.view}>
      <Section
        title="Over the rounds"
        intro={
          <>
            κ of {names[0]} and {names[1]} in every revealed round in which both had a seat, with{" "}
            {confidenceWords(data.confidence)} intervals over {clusterWordsOf(data.rounds).many}.{" "}
            <MethodLink to="over-documents" />
          </>
        }
      >
        {documentIds ? (
          <p className={styles.small}>Each round with all of its documents, whichever are chosen above.</p>
        ) : null}
        {error ? <Notice tone="error">{sentenceOfError(error)}</Notice> : null}
        <RoundsFigure
          answer={data}
          waiting={waiting}
          choice={choice}
          address={address}
          fileName={`${report.round.name}, kappa over the rounds`}
        />
        <RoundsTable
          answer={data}
          place={place}
          choice={choice}
          labels={labels}
          chosen={opened?.kind === "code" ? opened.codeId : null}
          onOpen={(codeId) => onOpen({ kind: "code", codeId, coders: null })}
        />
      </Section>
      <RoundsDifference answer={data} choice={choice} address={address} />
    </div>
  );
}
