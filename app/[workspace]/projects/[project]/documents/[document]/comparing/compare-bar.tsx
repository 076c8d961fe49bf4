"use client";

import { useEffect, useMemo, useState } from "react";
import { useRead } from "@/app/client/use-read";
import { Button } from "@/app/ui/button";
import { LinkButton } from "@/app/ui/link-button";
import { Select } from "@/app/ui/select";
import type { DeskSession } from "../saving/desk-session";
import type { DeskTurn } from "../text/desk-turns";
import styles from "./compare-bar.module.css";
import { type ComparedCoder, Comparison } from "./comparison";
import { type OpenComparison, openComparison } from "./open-comparison";

export interface CompareBarProps {
  session: DeskSession;
  text: string;
  turns: readonly DeskTurn[];
  roundId: string;
  /** Of the text on the desk; the round may have coded an earlier one. */
  revisionId: string;
  documentHref: string;
  onShow: (comparison: OpenComparison | null) => void;
  onSay: (words: string) => void;
  onClose: () => void;
}

/** Over the text while coders are compared: who stands on which side, and how much they did alike. */
export function CompareBar(props: CompareBarProps) {
  const { session, text, turns, roundId, revisionId, documentHref, onShow, onSay, onClose } = props;
  const { projectId, documentId } = session.place;
  const { data, isError } = useRead("compared-codings", { projectId, documentId, roundId });
  const coders = data?.revisionId === revisionId ? data.coders : null;
  const { left, right, choose } = usePair(coders, session.head.me.coderId);
  const comparison = useMemo(() => (left && right ? new Comparison(left, right, turns) : null), [left, right, turns]);

  useEffect(() => {
    if (!comparison) return;
    onShow(openComparison({ comparison, text, turns, index: () => session.head.index }));
    const { both, left, right } = comparison;
    onSay(
      `Comparing ${left.name}, left, and ${right.name}, right. ${both} alike, only ${left.name} ${left.alone}, only ${right.name} ${right.alone}.`,
    );
  }, [comparison, session, text, turns, onShow, onSay]);

  return (
    <section className={styles.bar} aria-label="Comparing coders">
      {comparison && left && right && coders ? (
        <dl className={styles.sides}>
          <div>
            <dt>
              <Coder label="Coder on the left" coders={coders} chosen={left} onChoose={(id) => choose("left", id)} />
            </dt>
            <dd>
              <span className={styles.dashed} aria-hidden /> {aloneWords(comparison.left)}
            </dd>
          </div>
          <div>
            <dt>Both</dt>
            <dd>
              <span className={styles.solid} aria-hidden /> {comparison.both} alike
            </dd>
          </div>
          <div>
            <dt>
              <Coder label="Coder on the right" coders={coders} chosen={right} onChoose={(id) => choose("right", id)} />
            </dt>
            <dd>
              <span className={styles.dotted} aria-hidden /> {aloneWords(comparison.right)}
            </dd>
          </div>
        </dl>
      ) : (
        <p className={styles.words}>
          {isError
            ? "The codings of this round did not come. Nothing is lost; switch the comparison on again to try once more."
            : !data
              ? "Fetching the codings of this round…"
              : coders
                ? "Only one coder coded this document in this round, so there is nothing to compare."
                : "The round coded an earlier text of this document."}
          {data && !coders ? (
            <LinkButton size="small" href={`${documentHref}?round=${roundId}`}>
              Open that text
            </LinkButton>
          ) : null}
        </p>
      )}
      <Button size="small" variant="quiet" aria-label="Stop comparing" onPress={onClose}>
        Stop
      </Button>
    </section>
  );
}

/** The person first, if they coded; choosing who stands on the other side already makes the two change places. */
function usePair(coders: readonly ComparedCoder[] | null, me: string | null) {
  const [wanted, setWanted] = useState<Partial<Record<"left" | "right", string>>>({});
  const of = (id: string | undefined | null) => coders?.find((each) => each.coderId === id);
  const left = of(wanted.left) ?? of(me) ?? coders?.[0];
  const right = of(wanted.right) ?? coders?.find((each) => each !== left);
  const choose = (side: "left" | "right", id: string) => {
    const now = { left: left?.coderId ?? id, right: right?.coderId ?? id };
    const other = side === "left" ? "right" : "left";
    setWanted({ ...now, ...(now[other] === id ? { [other]: now[side] } : {}), [side]: id });
  };
  return { left, right, choose };
}

interface CoderProps {
  label: string;
  coders: readonly ComparedCoder[];
  chosen: ComparedCoder;
  onChoose: (coderId: string) => void;
}

function Coder({ label, coders, chosen, onChoose }: CoderProps) {
  if (coders.length < 3) return chosen.name;
  return (
    <Select
      label={label}
      hideLabel
      size="small"
      value={chosen.coderId}
      options={coders.map(({ coderId, name }) => ({ id: coderId, label: name }))}
      onChange={onChoose}
    />
  );
}

function aloneWords({ alone, overlapping }: Comparison["left"]): string {
  return `${alone} alone${overlapping > 0 ? ` (${overlapping} overlap)` : ""}`;
}
