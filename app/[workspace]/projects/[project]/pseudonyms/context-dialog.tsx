"use client";

import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { ReadResult } from "@/db/reads";
import type { NameEntry, NameTable } from "@/lib/pseudonyms/name-entry";
import { read, sentenceOfError } from "../../../../client/api";
import { useWorkspace } from "../../../../client/workspace-context";
import { Button } from "../../../../ui/button";
import { Dialog } from "../../../../ui/dialog";
import { Kbd } from "../../../../ui/kbd";
import { Notice } from "../../../../ui/notice";
import { Spinner } from "../../../../ui/spinner";
import { placeKey } from "./left-out";
import { sendable } from "./open-table";
import styles from "./pseudonyms.module.css";

export interface ContextDialogProps {
  projectId: string;
  table: NameTable;
  entry: NameEntry;
  leftOut: ReadonlySet<string>;
  onLeftOut: (leftOut: ReadonlySet<string>) => void;
  onClose: () => void;
}

type Found = ReadResult<"name-places">;

export function ContextDialog({ projectId, table, entry, leftOut, onLeftOut, onClose }: ContextDialogProps) {
  const workspace = useWorkspace().name;
  const [found, setFound] = useState<Found | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const { entries, endings } = sendable(table);
    read(workspace, "name-places", { projectId, entries, endings, entryId: entry.id }, stop.signal)
      .then(setFound)
      .catch((error: unknown) => {
        if (!stop.signal.aborted) setProblem(sentenceOfError(error));
      });
    return () => stop.abort();
  }, [workspace, projectId, table, entry.id]);
  const mark = (key: string, isLeftOut: boolean) => {
    const next = new Set(leftOut);
    if (isLeftOut) next.add(key);
    else next.delete(key);
    onLeftOut(next);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="large"
      title={`“${entry.name}” in context`}
      actions={
        <Button variant="primary" onPress={onClose}>
          Done
        </Button>
      }
    >
      <p className={styles.soft}>
        Ticked places become “{entry.pseudonym}”. <Kbd keys="y" /> ticks one and goes on, <Kbd keys="n" /> leaves it as
        it is and goes on, the arrows only go on.
      </p>
      {problem ? (
        <Notice tone="error" live>
          {problem}
        </Notice>
      ) : found ? (
        <Places found={found} leftOut={leftOut} onMark={mark} />
      ) : (
        <Spinner>Looking in all documents…</Spinner>
      )}
    </Dialog>
  );
}

interface PlacesProps {
  found: Found;
  leftOut: ReadonlySet<string>;
  onMark: (key: string, isLeftOut: boolean) => void;
}

/** One stop for Tab; the arrows go from place to place, as in a list of boxes to tick. */
function Places({ found, leftOut, onMark }: PlacesProps) {
  const [current, setCurrent] = useState(0);
  const list = useRef<HTMLElement>(null);
  const go = (to: number) => {
    const at = Math.max(0, Math.min(found.places.length - 1, to));
    setCurrent(at);
    list.current?.querySelectorAll<HTMLElement>("[role=checkbox]")[at]?.focus();
  };
  const names = new Map(found.documents.map((each) => [each.documentId, each.name]));
  const onKeyDown = (event: KeyboardEvent, at: number, key: string) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const pressed = event.key.length === 1 ? event.key.toLowerCase() : event.key;
    const does: Record<string, () => void> = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at - 1),
      Home: () => go(0),
      End: () => go(found.places.length - 1),
      " ": () => onMark(key, !leftOut.has(key)),
      y: () => {
        onMark(key, false);
        go(at + 1);
      },
      n: () => {
        onMark(key, true);
        go(at + 1);
      },
    };
    const act = does[pressed];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return (
    <section ref={list} aria-label="Places" className={styles.places}>
      {found.places.map((place, at) => {
        const key = placeKey(place);
        const isLeftOut = leftOut.has(key);
        const isFirst = found.places[at - 1]?.documentId !== place.documentId;
        return (
          <div key={key}>
            {isFirst ? <p className={styles.placeDocument}>{names.get(place.documentId)}</p> : null}
            {/* biome-ignore lint/a11y/useSemanticElements: a row of words that is ticked as a whole, with keys of its own. */}
            <div
              role="checkbox"
              aria-checked={!isLeftOut}
              tabIndex={at === current ? 0 : -1}
              className={styles.place}
              onFocus={() => setCurrent(at)}
              onClick={() => onMark(key, !isLeftOut)}
              onKeyDown={(event) => onKeyDown(event, at, key)}
            >
              <span className={styles.tick} aria-hidden>
                {isLeftOut ? "" : "✓"}
              </span>
              <span className={styles.sentence}>
                {place.before}
                {isLeftOut ? (
                  <mark className={styles.stays}>{place.words}</mark>
                ) : (
                  <>
                    <del className={styles.old}>{place.words}</del> <ins className={styles.fresh}>{place.insert}</ins>
                  </>
                )}
                {place.after}
              </span>
            </div>
          </div>
        );
      })}
      {found.more > 0 ? (
        <p className={styles.soft}>{found.more} more places are not shown; they are replaced.</p>
      ) : null}
    </section>
  );
}
