"use client";

import { type ReactNode, useMemo } from "react";
import { EmptyState } from "@/app/ui/empty-state";
import { Swatch } from "@/app/ui/swatch";
import { RoundText, type TextMark } from "./round-text";
import styles from "./round-text.module.css";
import type { TextSegment } from "./text-segments";
import type { Answer } from "./use-reconciliation";

export interface ConsensusTextProps {
  answer: Answer;
  segments: readonly TextSegment[];
}

/** By agreement a whole line, by ruling a dashed one: the same patterns that tell coders apart. */
export const CONSENSUS_SIDES = { agreement: 0, ruling: 1 } as const;

/** The third layer of a document: what stands, and whether the coders agreed on it or a ruling decided it. */
export function ConsensusText({ answer, segments }: ConsensusTextProps) {
  const { codes, consensus } = answer;
  const { marks, notes } = useMemo(() => {
    const codeOf = new Map(codes.map((code) => [code.id, code]));
    const found: TextMark[] = consensus.map(({ codeId, start, end, rulingId }) => ({
      side: rulingId === null ? CONSENSUS_SIDES.agreement : CONSENSUS_SIDES.ruling,
      start,
      end,
      colour: codeOf.get(codeId)?.colour ?? "#808080",
      title: codeOf.get(codeId)?.name ?? "code",
    }));
    const beside = new Map<number, ReactNode>();
    let next = 0;
    for (const segment of segments) {
      const own: ReactNode[] = [];
      for (let each = found[next]; each && each.start < segment.end; each = found[++next]) {
        own.push(
          <p key={next} className={styles.note}>
            <Swatch colour={each.colour} />
            <span>
              {each.title}{" "}
              <span className={styles.how}>{each.side === CONSENSUS_SIDES.ruling ? "by ruling" : "agreed"}</span>
            </span>
          </p>,
        );
      }
      if (own.length > 0) beside.set(segment.start, own);
    }
    return { marks: found, notes: beside };
  }, [codes, consensus, segments]);
  if (consensus.length === 0) {
    return (
      <EmptyState title="Nothing stands in this document yet">
        <p>What the coders agree on stands here from the reveal on; what you settle joins it.</p>
      </EmptyState>
    );
  }
  return (
    <div className={styles.sheet}>
      <RoundText segments={segments} marks={marks} beside={notes} />
    </div>
  );
}
