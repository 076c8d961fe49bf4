"use client";

import { useMemo, useState } from "react";
import { sentenceOfError } from "@/app/client/api";
import { useRead } from "@/app/client/use-read";
import { useWorkspace } from "@/app/client/workspace-context";
import { Checkbox } from "@/app/ui/checkbox";
import { Notice } from "@/app/ui/notice";
import { PageFrame } from "@/app/ui/page-frame";
import { Segmented } from "@/app/ui/segmented";
import type { ReadResult } from "@/db/reads";
import { CodePicker } from "./code-picker";
import { QuoteDownloads } from "./quote-downloads";
import { QuoteGroups } from "./quote-groups";
import styles from "./quotes.module.css";

export interface QuotesScreenProps {
  projectId: string;
  initial: ReadResult<"coded-quotes">;
  /** Whether the reader may have codings of their own. */
  mayCode: boolean;
}

export type QuoteSource = "consensus" | "mine";

export function QuotesScreen({ projectId, initial, mayCode }: QuotesScreenProps) {
  const { name: workspace } = useWorkspace();
  const [source, setSource] = useState<QuoteSource>("consensus");
  // What is left out is kept: a code that is added meanwhile is in, as in the file that is downloaded.
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const { data, error } = useRead(
    "coded-quotes",
    { projectId, source },
    { initial: source === "consensus" ? initial : undefined },
  );
  const [shown, setShown] = useState(initial);
  if (data && data !== shown) setShown(data);
  const { codes } = shown;
  const [starredOnly, setStarredOnly] = useState(false);
  const quotes = useMemo(
    () => (starredOnly ? shown.quotes.filter((quote) => quote.starred) : shown.quotes),
    [shown.quotes, starredOnly],
  );
  const counts = useMemo(() => countsOf(quotes), [quotes]);
  const chosen = codes.filter((code) => !leftOut.has(code.id));
  const chosenQuotes = useMemo(() => quotes.filter((quote) => !leftOut.has(quote.codeId)), [quotes, leftOut]);
  return (
    <PageFrame
      width="wide"
      title="Quotes"
      intro="The excerpts of the codes you choose, with their attribution, as they go into the paper."
    >
      <div className={styles.columns}>
        <CodePicker codes={codes} counts={counts} leftOut={leftOut} onChange={setLeftOut} />
        <div className={styles.right}>
          <div className={styles.bar}>
            <div className={styles.choices}>
              {mayCode ? (
                <Segmented
                  label="Quotes from"
                  showLabel
                  options={[
                    { id: "consensus", label: "Consensus" },
                    { id: "mine", label: "My codings" },
                  ]}
                  value={source}
                  onChange={(id) => setSource(id === "mine" ? "mine" : "consensus")}
                />
              ) : null}
              <div className={styles.starredOnly}>
                <Checkbox checked={starredOnly} onChange={setStarredOnly}>
                  Starred only
                </Checkbox>
              </div>
            </div>
            <QuoteDownloads
              projectId={projectId}
              source={source}
              codeIds={leftOut.size === 0 ? null : chosen.map((code) => code.id)}
              starred={starredOnly}
              quotes={chosenQuotes.length}
              codes={codes.length}
            />
          </div>
          {error ? <Notice tone="error">{sentenceOfError(error)}</Notice> : null}
          <Cautions answer={shown} source={source} />
          <QuoteGroups
            quotes={chosenQuotes}
            codes={codes}
            source={source}
            base={`/${workspace}/projects/${projectId}`}
            anyAtAll={quotes.length > 0}
            noneStarred={starredOnly && shown.quotes.length > 0}
          />
        </div>
      </div>
    </PageFrame>
  );
}

function countsOf(quotes: readonly { codeId: string }[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { codeId } of quotes) counts.set(codeId, (counts.get(codeId) ?? 0) + 1);
  return counts;
}

/** What these quotes do not hold, said before they go into a paper. */
function Cautions({ answer, source }: { answer: ReadResult<"coded-quotes">; source: QuoteSource }) {
  const { unsettled, codedTwice } = answer;
  if (source === "mine") return null;
  return (
    <>
      {unsettled > 0 ? (
        <Notice tone="warn">
          {unsettled} {unsettled === 1 ? "disagreement is" : "disagreements are"} not settled yet. What the coders
          disagree about is not among these quotes.
        </Notice>
      ) : null}
      {codedTwice > 0 ? (
        <Notice tone="warn">
          {codedTwice} {codedTwice === 1 ? "document was" : "documents were"} coded by several people outside a round,
          so there is no consensus to quote from. {codedTwice === 1 ? "It is" : "They are"} left out.
        </Notice>
      ) : null}
    </>
  );
}
