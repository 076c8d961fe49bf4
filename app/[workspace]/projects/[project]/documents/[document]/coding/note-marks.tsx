"use client";

import { StickyNote } from "lucide-react";
import { memo, type RefObject, useLayoutEffect, useState } from "react";
import type { CaretGround } from "../keys/caret";
import { heardWords } from "../keys/desk-sentences";
import type { DeskHead } from "../saving/desk-session";
import transcript from "../text/transcript-pane.module.css";
import styles from "./note-marks.module.css";
import type { Hand } from "./use-desk-acts";

export interface NoteMarksProps {
  ground: RefObject<CaretGround | null>;
  column: RefObject<HTMLElement | null>;
  notes: DeskHead["textMemos"];
  hand: Hand;
}

/** The style sheet of the transcript draws it; its names are its own. */
const HIGHLIGHT = transcript["desk-note"] ?? "desk-note";

interface Place {
  readonly left: number;
  readonly top: number;
}

/** Memos on words without a code: a dotted line under the words, and a quiet mark beside their first line. */
export const NoteMarks = memo(function NoteMarks({ ground, column, notes, hand }: NoteMarksProps) {
  const [places, setPlaces] = useState<ReadonlyMap<string, Place>>(new Map());

  useLayoutEffect(() => {
    const [here, inner] = [ground.current, column.current];
    if (!here || !inner) return;
    const ranges = notes.flatMap((note) => (note.memo === "" ? [] : (here.positions.range(note) ?? [])));
    if (typeof Highlight !== "undefined" && ranges.length > 0) CSS.highlights.set(HIGHLIGHT, new Highlight(...ranges));
    const measure = () => {
      const origin = inner.getBoundingClientRect();
      const found = new Map<string, Place>();
      for (const note of notes) {
        const block = note.memo === "" ? null : here.positions.at(note.start)?.node.parentElement;
        // Words far from the window are not laid out, and asking where they stand would do so.
        if (!block?.checkVisibility({ contentVisibilityAuto: true })) continue;
        const rect = here.positions.caretRect(note.start);
        if (rect) {
          found.set(note.memoId, {
            // In a narrow pane the words begin almost at its edge.
            left: Math.max(16, block.getBoundingClientRect().left - origin.left),
            top: rect.top - origin.top + rect.height / 2,
          });
        }
      }
      setPlaces(found);
    };
    measure();
    const resize = new ResizeObserver(measure);
    resize.observe(inner);
    inner.addEventListener("contentvisibilityautostatechange", measure, true);
    return () => {
      if (typeof Highlight !== "undefined") CSS.highlights.delete(HIGHLIGHT);
      resize.disconnect();
      inner.removeEventListener("contentvisibilityautostatechange", measure, true);
    };
  }, [ground, column, notes]);

  return (
    <div data-floating className={styles.marks}>
      {notes.map((note) => {
        const place = places.get(note.memoId);
        const words = ground.current?.text.slice(note.start, note.end) ?? "";
        return place && note.memo !== "" ? (
          <button
            key={note.memoId}
            type="button"
            className={styles.mark}
            style={{ insetInlineStart: place.left, insetBlockStart: place.top }}
            aria-label={`Memo on “${heardWords(words)}”`}
            title={note.memo.length > 200 ? `${note.memo.slice(0, 200)} …` : note.memo}
            onClick={() => hand.toNote({ memoId: note.memoId, span: { start: note.start, end: note.end } })}
          >
            <StickyNote aria-hidden />
          </button>
        ) : null;
      })}
    </div>
  );
});
