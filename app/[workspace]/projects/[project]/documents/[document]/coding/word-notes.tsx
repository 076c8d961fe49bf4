import { overlaps, type Span } from "@/lib/text/span";
import type { DeskHead, DeskSession } from "../saving/desk-session";
import styles from "./inspector-pane.module.css";
import { MemoField } from "./memo-field";
import { quoted } from "./quoted";
import type { Hand, Noting } from "./use-desk-acts";

export interface WordNotesProps {
  session: DeskSession;
  head: DeskHead;
  text: string;
  hand: Hand;
  place: Span | null;
  noting: Noting | null;
}

/** Memos on words without a code: those at the caret to read and write, where none is there the way to the others. */
export function WordNotes({ session, head, text, hand, place, noting }: WordNotesProps) {
  const wide = place && place.end === place.start ? { start: place.start, end: place.end + 1 } : place;
  const here = head.textMemos
    .filter((each) => (each.memo !== "" || each.memoId === noting?.memoId) && wide && overlaps(each, wide))
    .map(({ memoId, memo, start, end }) => ({ memoId, memo, span: { start, end } }));
  if (noting && wide && overlaps(noting.span, wide) && !here.some((each) => each.memoId === noting.memoId)) {
    here.push({ ...noting, memo: "" });
  }
  const selects = place !== null && place.end > place.start && session.lock === null;
  if (here.length === 0 && !selects) return <OtherNotes head={head} text={text} hand={hand} />;
  return (
    <section className={styles.block} aria-label="Memos on words">
      {here.map(({ memoId, span, memo }) => (
        <div key={memoId} className={styles.note} data-part={memoId === noting?.memoId ? "words" : undefined}>
          <span className={styles.quote}>{quoted(text, span)}</span>
          <MemoField
            label="Memo on these words"
            placeholder="A thought about these words, without a code; nobody else sees it before the reveal."
            rows={3}
            words={memo}
            readOnly={session.lock !== null && session.lock !== "submitted"}
            onSave={(words) => session.notes.onWords(span, memoId, words)}
          />
        </div>
      ))}
      {selects && here.length === 0 ? (
        <button type="button" className={styles.link} onClick={hand.note}>
          Memo on the selected words
        </button>
      ) : null}
    </section>
  );
}

function OtherNotes({ head, text, hand }: Pick<WordNotesProps, "head" | "text" | "hand">) {
  const written = head.textMemos.filter((each) => each.memo !== "");
  if (written.length === 0) return null;
  return (
    <section className={styles.block} aria-label="Memos on words in this document">
      <h3 className={styles.title}>Memos on words in this document</h3>
      <ul className={styles.others}>
        {written.map(({ memoId, start, end, memo }) => (
          <li key={memoId}>
            <button type="button" className={styles.coding} onClick={() => hand.goToSpan({ start, end })}>
              <span className={styles.quote}>{quoted(text, { start, end })}</span>
              <span className={styles.marks}>{quoted(memo, { start: 0, end: memo.length })}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
