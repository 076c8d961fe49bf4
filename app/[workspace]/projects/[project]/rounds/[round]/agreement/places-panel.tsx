"use client";

import { type ReactNode, useState } from "react";
import { sentenceOfError } from "@/app/client/api";
import { useRead } from "@/app/client/use-read";
import { Notice } from "@/app/ui/notice";
import { Tabs } from "@/app/ui/tabs";
import type { ReadResult } from "@/db/reads";
import { SideSample } from "../marked-words";
import styles from "./agreement.module.css";
import { type AgreementChoice, figureParams, type Unit } from "./agreement-choice";
import { countWords } from "./figure-words";
import { PlaceItem } from "./place-item";
import { SidePanel } from "./side-panel";
import { UNIT_WORDS } from "./unit-words";

type Report = ReadResult<"agreement-report">;

export interface PanelProps {
  projectId: string;
  roundId: string;
  choice: AgreementChoice;
  codes: Report["codes"];
  documents: Report["documents"];
  names: readonly [string, string];
  onClose: () => void;
}

export interface PlacesPanelProps extends PanelProps {
  codeId: string;
  /** Which places are shown first; null for the disagreements. */
  coders: Place["coders"] | null;
  /** That document's places alone. */
  documentId?: string;
  /** Counted by another unit than the figures beside it. */
  unit?: Unit;
}

type Place = ReadResult<"agreement-places">["places"][number];

/** The text behind one code's figures: agreements and disagreements apart. */
export function PlacesPanel(props: PlacesPanelProps) {
  const { projectId, roundId, codes, documents, names, codeId, coders, documentId, unit, onClose } = props;
  const choice = unit ? { ...props.choice, unit } : props.choice;
  const { data, error } = useRead("agreement-places", {
    projectId,
    roundId,
    ...figureParams(choice),
    ...(documentId ? { documentIds: [documentId] } : {}),
    codeId,
  });
  const [tab, setTab] = useState<string | null>(coders);
  const code = codes.find((each) => each.id === codeId);
  const of = (who: Place["coders"]) => data?.places.filter((place) => place.coders === who) ?? [];
  const sorted = { both: of("both"), first: of("first"), second: of("second") };
  // Disagreements are what one comes for; where there is none, the agreements.
  const begin = sorted.first.length > 0 ? "first" : sorted.second.length > 0 ? "second" : "both";
  const list = (places: readonly Place[]) => (
    <PlaceList
      places={places}
      render={(place) => (
        <PlaceItem
          key={`${place.documentId} ${place.start} ${place.coders}`}
          projectId={projectId}
          roundId={roundId}
          documentId={place.documentId}
          document={documents.find((each) => each.id === place.documentId)?.name ?? ""}
          turn={place.turn}
          speaker={place.speaker}
          start={place.start}
          words={place.words}
          marks={place.marks.map(({ side, codeId: id, start, end }) => ({
            side: side === "first" ? 0 : 1,
            colour: codes.find((each) => each.id === id)?.colour ?? "#808080",
            start,
            end,
          }))}
        />
      )}
    />
  );
  const items = choice.unit === "character" ? "stretches" : UNIT_WORDS[choice.unit].many;
  const within = documents.find((each) => each.id === documentId);
  return (
    <SidePanel
      title={[code?.name ?? "Code", within?.name, unit ? `by ${UNIT_WORDS[unit].one}` : undefined]
        .filter((words) => words !== undefined)
        .join(", ")}
      intro={<SideLegend names={names} />}
      onClose={onClose}
    >
      {error ? <Notice tone="error">{sentenceOfError(error)}</Notice> : null}
      {data ? (
        <>
          {data.total > data.places.length ? (
            <Notice>
              The first {countWords(data.places.length)} of {countWords(data.total)} {items} are listed.
            </Notice>
          ) : null}
          <Tabs
            label="Who coded it"
            selected={tab ?? begin}
            onSelect={setTab}
            tabs={[
              { id: "both", label: "Both", count: sorted.both.length, content: list(sorted.both) },
              { id: "first", label: `Only ${names[0]}`, count: sorted.first.length, content: list(sorted.first) },
              { id: "second", label: `Only ${names[1]}`, count: sorted.second.length, content: list(sorted.second) },
            ]}
          />
        </>
      ) : error ? null : (
        <p className={styles.waiting}>Looking up the text…</p>
      )}
    </SidePanel>
  );
}

export function SideLegend({ names }: { names: readonly [string, string] }) {
  return (
    <ul className={styles.legend}>
      {names.map((name, side) => (
        <li key={name}>
          <SideSample side={side} /> {name}
        </li>
      ))}
    </ul>
  );
}

interface PlaceListProps<Item> {
  places: readonly Item[];
  render: (place: Item) => ReactNode;
}

function PlaceList<Item>({ places, render }: PlaceListProps<Item>) {
  if (places.length === 0) return <p className={styles.none}>No such place.</p>;
  return <ul className={styles.places}>{places.map(render)}</ul>;
}
