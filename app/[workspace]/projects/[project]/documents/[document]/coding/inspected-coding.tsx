import { Scissors, Star, Trash2 } from "lucide-react";
import { Button } from "@/app/ui/button";
import type { Span } from "@/lib/text/span";
import { CodeDefinition } from "../codebook/code-definition";
import { mergeable, splitPlace } from "../painting/coding-places";
import type { DeskCoding } from "../saving/coding-store";
import type { DeskHead, DeskSession } from "../saving/desk-session";
import { CodeField } from "./code-field";
import styles from "./inspector-pane.module.css";
import { MemoField } from "./memo-field";
import type { Hand } from "./use-desk-acts";

export interface InspectedCodingProps {
  session: DeskSession;
  head: DeskHead;
  text: string;
  hand: Hand;
  coding: DeskCoding;
  place: Span | null;
}

const EDGES = [
  ["start", "Start", "Start earlier", "Start later"],
  ["end", "End", "End earlier", "End later"],
] as const;

/** The chosen coding: its memo, what can be done with it, and what its code means. */
export function InspectedCoding({ session, head, text, hand, coding, place }: InspectedCodingProps) {
  const { lock } = session;
  const code = head.codes.find((each) => each.id === coding.codeId);
  const noteable = lock === null || lock === "submitted";
  const neighbours = lock ? 0 : mergeable(session.store, text, coding).length - 1;
  const splits = place !== null && splitPlace(text, coding, place.end) !== null;
  return (
    <section className={styles.block} aria-label="The chosen coding">
      <div data-part="memo">
        <MemoField
          key={coding.id}
          words={coding.memo ?? ""}
          readOnly={!noteable}
          onSave={(words) => {
            // The coding as it is when the memo is saved, which may be after it was moved.
            const now = session.store.get(coding.id);
            if (now) session.codings.writeMemo(now, words);
          }}
        />
      </div>
      {noteable ? (
        <div className={styles.buttons}>
          <Button
            size="small"
            icon={<Star aria-hidden fill={coding.starred ? "currentColor" : "none"} />}
            aria-pressed={coding.starred}
            onPress={() => hand.star(coding)}
          >
            {coding.starred ? "Starred" : "Star"}
          </Button>
          {lock ? null : (
            <>
              <Button
                size="small"
                icon={<Scissors aria-hidden />}
                disabled={!splits}
                onPress={() => hand.split(coding)}
              >
                Split at the caret
              </Button>
              {neighbours > 0 ? (
                <Button size="small" onPress={() => hand.mergeAdjacent(coding)}>
                  {neighbours === 1 ? "Merge with its neighbour" : `Merge with ${neighbours} neighbours`}
                </Button>
              ) : null}
              <Button size="small" icon={<Trash2 aria-hidden />} onPress={() => hand.remove(coding)}>
                Remove
              </Button>
            </>
          )}
        </div>
      ) : null}
      {lock ? null : (
        <>
          <div className={styles.edges}>
            {EDGES.map(([edge, words, earlier, later]) => (
              // biome-ignore lint/a11y/useSemanticElements: a fieldset draws a frame where none is wanted.
              <div key={edge} className={styles.edge} role="group" aria-label={`${words} of the coding, by a word`}>
                <span>{words}</span>
                <Button size="small" aria-label={earlier} onPress={() => hand.moveBoundary(coding, edge, -1)}>
                  earlier
                </Button>
                <Button size="small" aria-label={later} onPress={() => hand.moveBoundary(coding, edge, 1)}>
                  later
                </Button>
              </div>
            ))}
          </div>
          <div className={styles.recode} data-part="recode">
            <span aria-hidden>Another code</span>
            <CodeField
              label="Give it another code"
              placeholder="Any part of its path"
              index={head.index}
              recent={session.recent}
              onChoose={(codeId) => hand.recode(coding, codeId)}
            />
          </div>
        </>
      )}
      {code ? <CodeDefinition code={code} index={head.index} /> : null}
    </section>
  );
}
