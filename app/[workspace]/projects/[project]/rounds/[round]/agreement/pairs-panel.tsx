"use client";

import { sentenceOfError } from "@/app/client/api";
import { useRead } from "@/app/client/use-read";
import { Notice } from "@/app/ui/notice";
import type { ReadResult } from "@/db/reads";
import { compareSpans } from "@/lib/text/span";
import styles from "./agreement.module.css";
import { figureParams } from "./agreement-choice";
import { codeLabels } from "./code-labels";
import { countWords } from "./figure-words";
import { PlaceItem } from "./place-item";
import { type PanelProps, SideLegend } from "./places-panel";
import { SidePanel } from "./side-panel";
import type { Opened } from "./view-props";

type Pair = ReadResult<"overlap-places">["pairs"][number];

export interface PairsPanelProps extends PanelProps {
  pair: Extract<Opened, { kind: "pair" }>;
}

/** The pairs of excerpts behind one cell of the confusion matrix. */
export function PairsPanel(props: PairsPanelProps) {
  const { projectId, roundId, choice, codes, documents, names, pair: asked, onClose } = props;
  const { first, second, documentIds, codeIds } = figureParams(choice);
  const { firstCodeId, secondCodeId, minIou, matching, withUnmatched, level } = asked;
  const { data, error } = useRead("overlap-places", {
    projectId,
    roundId,
    first,
    second,
    documentIds,
    codeIds,
    minIou,
    matching,
    withUnmatched,
    level,
    firstCodeId,
    secondCodeId,
  });
  const codeOf = (id: string | null) => codes.find((each) => each.id === id);
  const labels = codeLabels(codes);
  const nameOf = (id: string | null) => (id === null ? undefined : labels.get(id)) ?? "no excerpt";
  const colourOf = (id: string | null) => codeOf(id)?.colour ?? "#808080";
  return (
    <SidePanel
      title={`${names[0]}: ${nameOf(firstCodeId)}. ${names[1]}: ${nameOf(secondCodeId)}`}
      intro={<SideLegend names={names} />}
      onClose={onClose}
    >
      {error ? <Notice tone="error">{sentenceOfError(error)}</Notice> : null}
      {data && data.total > data.pairs.length ? (
        <Notice>
          The first {countWords(data.pairs.length)} of {countWords(data.total)} pairs are listed.
        </Notice>
      ) : null}
      {data ? (
        <ul className={styles.places}>
          {data.pairs.map((pair) => {
            const shown = joined(pair);
            return shown ? (
              <PlaceItem
                key={`${pair.documentId} ${pair.first?.start} ${pair.first?.end} ${pair.second?.start} ${pair.second?.end}`}
                projectId={projectId}
                roundId={roundId}
                documentId={pair.documentId}
                document={documents.find((each) => each.id === pair.documentId)?.name ?? ""}
                turn={shown.turn}
                speaker={shown.speaker}
                start={shown.start}
                words={shown.words}
                marks={[
                  ...(pair.first ? [{ ...pair.first, side: 0, colour: colourOf(firstCodeId) }] : []),
                  ...(pair.second ? [{ ...pair.second, side: 1, colour: colourOf(secondCodeId) }] : []),
                ]}
              />
            ) : null;
          })}
        </ul>
      ) : error ? null : (
        <p className={styles.waiting}>Looking up the text…</p>
      )}
    </SidePanel>
  );
}

/** Two overlapping excerpts as one stretch of words. */
function joined({ first, second }: Pair) {
  if (!first || !second) return first ?? second;
  const [a, b] = compareSpans(first, second) <= 0 ? [first, second] : [second, first];
  return b.end <= a.end ? a : { ...a, end: b.end, words: a.words + b.words.slice(a.end - b.start) };
}
