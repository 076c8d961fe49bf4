"use client";

import { useState } from "react";
import { Button } from "@/app/ui/button";
import { type Column, DataTable } from "@/app/ui/data-table";
import { Section } from "@/app/ui/section";
import { Swatch } from "@/app/ui/swatch";
import type { ReadResult } from "@/db/reads";
import shared from "./agreement.module.css";
import { codeLabels } from "./code-labels";
import { countWords } from "./figure-words";
import styles from "./views.module.css";
import { type ConfusedPair, confusedPairs } from "./which-code-options";

export interface ConfusedPairsProps {
  codes: ReadResult<"agreement-report">["codes"];
  overlap: ReadResult<"overlap-agreement">["overlap"];
  names: readonly [string, string];
  /** The pair whose text stands open. */
  chosen: Pick<ConfusedPair, "firstCodeId" | "secondCodeId"> | null;
  onPair: (firstCodeId: string | null, secondCodeId: string | null) => void;
}

const AT_FIRST = 10;

/** Why we disagree: the cells off the diagonal, the fullest first. */
export function ConfusedPairs({ codes, overlap, names, chosen, onPair }: ConfusedPairsProps) {
  const [all, setAll] = useState(false);
  const found = confusedPairs(overlap.labels, overlap.matrix);
  const apart = found.reduce((sum, { pairs }) => sum + pairs, 0);
  const labels = codeLabels(codes);
  const codeOf = (id: string | null) => codes.find((each) => each.id === id);
  const nameOf = (id: string | null) => (id === null ? "nothing" : (labels.get(id) ?? "Code"));
  const named = (id: string | null) => {
    const code = codeOf(id);
    return (
      <span className={styles.pair}>
        {code ? <Swatch colour={code.colour} /> : null}
        <span>{nameOf(id)}</span>
      </span>
    );
  };
  const columns: Column<ConfusedPair>[] = [
    { id: "first", header: `${names[0]} chose`, rowHeader: true, cell: ({ firstCodeId }) => named(firstCodeId) },
    { id: "second", header: `${names[1]} chose`, cell: ({ secondCodeId }) => named(secondCodeId) },
    {
      id: "pairs",
      header: "Pairs",
      align: "end",
      cell: ({ firstCodeId, secondCodeId, pairs }) => (
        <button
          type="button"
          className={shared.figure}
          aria-label={`${countWords(pairs)} pairs: ${names[0]} ${nameOf(firstCodeId)}, ${names[1]} ${nameOf(secondCodeId)}. Open the text`}
          onClick={() => onPair(firstCodeId, secondCodeId)}
        >
          {countWords(pairs)}
        </button>
      ),
    },
    {
      id: "share",
      header: "Of all that differ",
      align: "end",
      cell: ({ pairs }) => `${((100 * pairs) / apart).toFixed(1)}%`,
    },
    { id: "turned", header: "The other way round", align: "end", cell: ({ turned }) => countWords(turned) },
  ];
  return (
    <Section
      title="Which codes are confused most"
      intro="Often the same in both directions: the two definitions overlap. Often in one direction alone: one coder reads one of them more widely."
    >
      <div className={styles.narrow}>
        <DataTable
          caption="Pairs of codes that are confused, the most frequent first"
          columns={columns}
          rows={all ? found : found.slice(0, AT_FIRST)}
          rowKey={({ firstCodeId, secondCodeId }) => `${firstCodeId} ${secondCodeId}`}
          chosen={(row) => row.firstCodeId === chosen?.firstCodeId && row.secondCodeId === chosen.secondCodeId}
          empty="None: wherever excerpts met, both chose the same code."
          wide
        />
      </div>
      {found.length > AT_FIRST ? (
        <div>
          <Button size="small" aria-expanded={all} onPress={() => setAll(!all)}>
            {all ? `Show the first ${AT_FIRST}` : `Show all ${countWords(found.length)}`}
          </Button>
        </div>
      ) : null}
    </Section>
  );
}
