"use client";

import { ChevronDown, ChevronUp, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "@/app/ui/button";
import { Segmented } from "@/app/ui/segmented";
import { wordFinder } from "@/lib/text/find-words";
import type { Span } from "@/lib/text/span";
import styles from "./find-bar.module.css";
import { HitList } from "./hit-list";
import { showHitMarks } from "./hit-marks";
import { firstAfter } from "./hit-spans";
import { ProjectHits } from "./project-hits";
import type { Dock, Reading } from "./reading";

export interface FindBarProps {
  reading: Reading;
  asked: Extract<Dock, { kind: "find" }>;
  hrefOf: (documentId: string) => string;
}

interface Found {
  readonly spans: readonly Span[];
  readonly total: number;
}

/** More are counted but neither marked nor gone to. */
const MOST = 5000;

/** Under the text: what is looked for, in this document as it is typed or in all of them, and what can be done with it. */
export function FindBar({ reading, asked, hrefOf }: FindBarProps) {
  const { text, session } = reading;
  const [words, setWords] = useState(asked.words);
  const [where, setWhere] = useState(asked.where);
  const [matchCase, setMatchCase] = useState(false);
  const [wholeWords, setWholeWords] = useState(false);
  const [current, setCurrent] = useState(-1);
  const [listed, setListed] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  const from = useRef(0);
  const here = where === "document";
  const found: Found = useMemo(
    () => (here ? wordFinder(words, { matchCase, wholeWords })(text, MOST) : { spans: [], total: 0 }),
    [here, words, matchCase, wholeWords, text],
  );

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked for again, the field is gone to again.
  useEffect(() => {
    setWhere(asked.where);
    if (asked.words) setWords(asked.words);
    from.current = reading.whereFrom();
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  useEffect(() => {
    const ground = reading.ground.current;
    return ground ? showHitMarks(reading, ground) : undefined;
  }, [reading]);
  // What is typed leads to the first hit from where the person was, and so does every further letter.
  useEffect(() => {
    const at = firstAfter(found.spans, from.current);
    const next = found.spans.length === 0 ? -1 : at % found.spans.length;
    setCurrent(next);
    reading.showHits({ spans: found.spans, current: next });
  }, [reading, found]);

  const go = (step: 1 | -1) => {
    const size = found.spans.length;
    if (size === 0) return;
    const next = (current + step + size) % size;
    setCurrent(next);
    reading.showHits({ spans: found.spans, current: next });
  };
  const goTo = (place: number) => {
    setCurrent(place);
    reading.showHits({ spans: found.spans, current: place });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    go(event.shiftKey ? -1 : 1);
  };
  const empty = words.trim() === "";
  const count = `${current + 1} of ${found.total.toLocaleString()}`;
  return (
    <search
      className={styles.bar}
      aria-label="Find"
      // The text's own keys do nothing here, and Escape leaves from everywhere.
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        reading.leaveFind();
      }}
    >
      {here && listed && found.spans.length > 0 ? (
        <HitList
          key={`${words} ${matchCase} ${wholeWords}`}
          reading={reading}
          spans={found.spans}
          current={current}
          onGo={goTo}
        />
      ) : null}
      {here ? null : (
        <ProjectHits
          reading={reading}
          words={words}
          matchCase={matchCase}
          wholeWords={wholeWords}
          hrefOf={hrefOf}
          onGo={(span) => reading.showHits({ spans: [span], current: 0 })}
        />
      )}
      <div className={styles.row}>
        <input
          ref={field}
          type="search"
          className={styles.field}
          aria-label={here ? "Find in this document" : "Find in all documents"}
          placeholder={here ? "Find in this document" : "Find in all documents"}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={onKeyDown}
        />
        {here ? (
          <>
            <span className={styles.count} role="status">
              {empty ? "" : found.total === 0 ? "Not found" : count}
            </span>
            <div className={styles.steps}>
              <Button
                size="small"
                variant="quiet"
                icon={<ChevronUp aria-hidden />}
                aria-label="Previous hit"
                disabled={found.spans.length === 0}
                onPress={() => go(-1)}
              />
              <Button
                size="small"
                variant="quiet"
                icon={<ChevronDown aria-hidden />}
                aria-label="Next hit"
                disabled={found.spans.length === 0}
                onPress={() => go(1)}
              />
            </div>
            {session.lock === null ? (
              <Button
                size="small"
                aria-expanded={listed}
                disabled={found.spans.length === 0}
                onPress={() => setListed(!listed)}
              >
                Code the hits…
              </Button>
            ) : null}
          </>
        ) : null}
        <span className={styles.choices}>
          <label>
            <input type="checkbox" checked={matchCase} onChange={(event) => setMatchCase(event.target.checked)} /> Match
            case
          </label>
          <label>
            <input type="checkbox" checked={wholeWords} onChange={(event) => setWholeWords(event.target.checked)} />{" "}
            Whole words
          </label>
        </span>
        <Segmented
          label="Where to look"
          size="small"
          value={where}
          options={[
            { id: "document", label: "Here" },
            { id: "project", label: "All documents" },
          ]}
          onChange={(id) => setWhere(id === "project" ? "project" : "document")}
        />
        <span className={styles.close}>
          <Button
            size="small"
            variant="quiet"
            icon={<X aria-hidden />}
            aria-label="Close the search"
            onPress={() => reading.leaveFind()}
          />
        </span>
      </div>
    </search>
  );
}
