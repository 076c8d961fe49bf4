import Link from "next/link";
import { memo } from "react";
import { classes } from "@/app/ui/classes";
import { EmptyState } from "@/app/ui/empty-state";
import { Progress } from "@/app/ui/progress";
import type { DeskHead } from "./desk-session";
import styles from "./panes.module.css";

export interface DocumentsPaneProps {
  documents: DeskHead["documents"];
  current: string;
  /** The codings here as the page has them, which may be ahead of the server. */
  here: number;
  hrefOf: (documentId: string) => string;
}

const STATES = { open: "being coded", submitted: "submitted", frozen: "revealed" };

/** The person's own documents: how far each is, and never what others did in it. */
export const DocumentsPane = memo(function DocumentsPane({ documents, current, here, hrefOf }: DocumentsPaneProps) {
  const inRounds = documents.filter((each) => each.roundId !== null);
  const done = inRounds.filter((each) => each.state !== "open").length;
  if (documents.length === 0) return <EmptyState title="The project's documents stand here." />;
  return (
    <div className={styles.pane}>
      {inRounds.length > 0 ? (
        <div className={styles.progress}>
          <Progress label="Submitted" value={done} max={inRounds.length} words={`${done} of ${inRounds.length}`} />
        </div>
      ) : null}
      <nav aria-label="Documents of the project">
        <ul className={styles.documents}>
          {documents.map((each) => {
            const codings = each.id === current ? here : each.codings;
            return (
              <li key={each.id}>
                <Link
                  href={hrefOf(each.id)}
                  prefetch={false}
                  aria-current={each.id === current ? "page" : undefined}
                  className={classes(styles.document, each.id === current && styles.here)}
                >
                  <span className={styles.documentName}>{each.name}</span>
                  <span className={styles.documentState}>
                    {each.state === null && codings === 0 ? "not begun" : STATES[each.state ?? "open"]}
                    {codings > 0 ? ` · ${codings} ${codings === 1 ? "coding" : "codings"}` : ""}
                  </span>
                </Link>
              </li>
            );
          })}
        </ul>
      </nav>
    </div>
  );
});
