"use client";

import { Star } from "lucide-react";
import Link from "next/link";
import { EmptyState } from "@/app/ui/empty-state";
import { Swatch } from "@/app/ui/swatch";
import { VisuallyHidden } from "@/app/ui/visually-hidden";
import type { ReadResult } from "@/db/reads";
import styles from "./quotes.module.css";
import type { QuoteSource } from "./quotes-screen";

type Answer = ReadResult<"coded-quotes">;

export interface QuoteGroupsProps extends Pick<Answer, "quotes" | "codes"> {
  source: QuoteSource;
  /** The address of the project. */
  base: string;
  /** Whether there are quotes of codes that are not chosen. */
  anyAtAll: boolean;
  /** There are quotes, and only the starred ones were asked for. */
  noneStarred: boolean;
}

/** The quotes as they will stand in the file: under the path of their code, each with its attribution. */
export function QuoteGroups({ quotes, codes, source, base, anyAtAll, noneStarred }: QuoteGroupsProps) {
  if (quotes.length === 0) return <Nothing source={source} anyAtAll={anyAtAll} noneStarred={noneStarred} />;
  const groups = new Map<string, Answer["quotes"]>();
  for (const quote of quotes) {
    const group = groups.get(quote.codeId);
    if (group) group.push(quote);
    else groups.set(quote.codeId, [quote]);
  }
  const documents = new Set(quotes.map((quote) => quote.documentId)).size;
  return (
    <>
      <p role="status" className={styles.soft}>
        {quotes.length.toLocaleString("en-GB")} {quotes.length === 1 ? "quote" : "quotes"} of {groups.size}{" "}
        {groups.size === 1 ? "code" : "codes"} from {documents} {documents === 1 ? "document" : "documents"}
      </p>
      {[...groups].map(([codeId, group]) => (
        <section key={codeId} className={styles.group} aria-label={group[0]?.path.join(" › ")}>
          <h2 className={styles.path}>
            <Swatch colour={codes.find((code) => code.id === codeId)?.colour ?? "#808080"} />
            <span>{group[0]?.path.join(" › ")}</span>
            <span className={styles.count}>{group.length}</span>
          </h2>
          <ul className={styles.quotes}>
            {group.map((quote) => (
              <li key={quote.codingId} className={styles.quote}>
                <blockquote className={styles.words} dir="auto">
                  {quote.words}
                </blockquote>
                <p className={styles.from}>
                  <span className={styles.attribution}>
                    {quote.attribution}
                    {quote.starred ? (
                      <span className={styles.star} title="Starred on the desk">
                        <Star aria-hidden />
                        <VisuallyHidden> starred</VisuallyHidden>
                      </span>
                    ) : null}
                  </span>
                  <span className={styles.soft}>
                    <Link href={`${base}/documents/${quote.documentId}?at=${quote.start}`} prefetch={false}>
                      {quote.document}
                    </Link>
                    {source === "consensus" && quote.source === "one coder" ? ", coded by one person" : null}
                  </span>
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

type NothingProps = Pick<QuoteGroupsProps, "source" | "anyAtAll" | "noneStarred">;

function Nothing({ source, anyAtAll, noneStarred }: NothingProps) {
  if (anyAtAll) {
    return (
      <EmptyState title="The chosen codes have no quotes">
        <p>Choose other codes on the left; the numbers beside them say how many quotes each has.</p>
      </EmptyState>
    );
  }
  if (noneStarred) {
    return (
      <EmptyState title="None of these quotes is starred">
        <p>Whoever codes on the desk can star a coding that is worth quoting; it is then found here.</p>
      </EmptyState>
    );
  }
  return source === "mine" ? (
    <EmptyState title="You have not coded anything yet">
      <p>What you code on the desk stands here as quotes.</p>
    </EmptyState>
  ) : (
    <EmptyState title="There are no quotes yet">
      <p>
        Quotes come from the consensus of a revealed round, and from documents that one person coded outside a round.
      </p>
    </EmptyState>
  );
}
