"use client";

import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { classes } from "@/app/ui/classes";
import { Segmented } from "@/app/ui/segmented";
import type { Span } from "@/lib/text/span";
import { CodeField } from "../coding/code-field";
import { indexAt } from "../text/desk-turns";
import styles from "./find-bar.module.css";
import { type HitReach, hitInContext, hitWidener } from "./hit-spans";
import type { Reading } from "./reading";

export interface HitListProps {
  reading: Reading;
  spans: readonly Span[];
  current: number;
  onGo: (place: number) => void;
}

const REACHES: readonly { readonly id: HitReach; readonly label: string }[] = [
  { id: "words", label: "The words" },
  { id: "sentence", label: "Their sentence" },
  { id: "turn", label: "Their turn" },
];

/** As many codings as one act makes. */
const MOST = 2000;

/** Every hit in its context, all chosen at first: those that stay chosen get one code, as one act. */
export function HitList({ reading, spans, current, onGo }: HitListProps) {
  const { text, turns, session } = reading;
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const [reach, setReach] = useState<HitReach>("words");
  const [done, setDone] = useState("");
  const [at, setAt] = useState(Math.max(current, 0));
  const list = useRef<HTMLUListElement>(null);
  const shown = useMemo(
    () =>
      spans.slice(0, MOST).map((span) => ({
        ...hitInContext(text, span),
        start: span.start,
        turn: turns[indexAt(turns, span.start)],
      })),
    [spans, text, turns],
  );
  const chosen = shown.length - left.size;
  const toggle = (place: number, on: boolean) => {
    const next = new Set(left);
    if (on) next.delete(place);
    else next.add(place);
    setLeft(next);
  };
  /** One stop for Tab, however many hits there are: the arrows walk, Enter shows the place. */
  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 };
    const next = steps[event.key];
    if (event.key === "Enter") onGo(at);
    else if (next === undefined) return;
    else {
      const place = Math.max(0, Math.min(next, shown.length - 1));
      setAt(place);
      list.current?.getElementsByTagName("input")[place]?.focus();
    }
    event.preventDefault();
  };
  const code = (codeId: string) => {
    const widen = hitWidener(text, turns, reach);
    const wanted = spans
      .slice(0, MOST)
      .flatMap((span, place) => (left.has(place) ? [] : [{ codeId, span: widen(span) }]));
    const made = session.codings.applyMany(wanted).length;
    const name = session.head.index.byId.get(codeId)?.name ?? "the code";
    setDone(
      made === 0
        ? `All of it is coded as “${name}” already.`
        : `${made} ${made === 1 ? "coding" : "codings"} with “${name}”. Undo takes back all of it at once.`,
    );
  };
  return (
    <div className={styles.list}>
      <div className={styles.tools}>
        <label className={styles.all}>
          <input
            type="checkbox"
            checked={chosen > 0}
            ref={(box) => {
              if (box) box.indeterminate = chosen > 0 && left.size > 0;
            }}
            onChange={() => setLeft(left.size === 0 ? new Set(shown.map((_, place) => place)) : new Set())}
          />
          {chosen} of {shown.length} chosen
        </label>
        <Segmented
          label="What gets the code"
          size="small"
          value={reach}
          options={REACHES}
          onChange={(id) => setReach(REACHES.find((each) => each.id === id)?.id ?? "words")}
        />
        <CodeField
          label="Code for the chosen hits"
          placeholder="Code for the chosen hits"
          index={session.head.index}
          recent={session.recent}
          onChoose={(codeId) => {
            if (chosen > 0) code(codeId);
            else setDone("No hit is chosen.");
          }}
        />
      </div>
      <p className={styles.note} role="status" hidden={done === ""}>
        {done}
      </p>
      <ul ref={list} className={styles.hits} aria-label="Hits" onKeyDown={onKeyDown}>
        {shown.map((hit, place) => (
          <li key={hit.start} className={classes(styles.hit, place === current && styles.here)}>
            <input
              type="checkbox"
              tabIndex={place === at ? 0 : -1}
              onFocus={() => setAt(place)}
              aria-label={`Hit ${place + 1}: ${hit.before}${hit.words}${hit.after}`}
              checked={!left.has(place)}
              onChange={(event) => toggle(place, event.target.checked)}
            />
            <span className={styles.place}>
              {hit.turn?.number} {hit.turn?.speaker}
            </span>
            <button type="button" className={styles.quote} tabIndex={-1} onClick={() => onGo(place)}>
              {hit.before}
              <mark>{hit.words}</mark>
              {hit.after}
            </button>
          </li>
        ))}
      </ul>
      {spans.length > MOST ? (
        <p className={styles.note}>
          These are the first {MOST.toLocaleString()} hits; more cannot be coded at once. Look for more words.
        </p>
      ) : null}
    </div>
  );
}
