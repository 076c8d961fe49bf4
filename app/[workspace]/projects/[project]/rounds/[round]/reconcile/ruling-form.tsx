"use client";

import { type KeyboardEvent, type Ref, useImperativeHandle, useRef, useState } from "react";
import { Button } from "@/app/ui/button";
import { classes } from "@/app/ui/classes";
import { Kbd } from "@/app/ui/kbd";
import { TextField } from "@/app/ui/text-field";
import styles from "./reconcile.module.css";
import type { Decision } from "./use-reconciliation";

export interface RulingFormHandle {
  choose: (decision: Decision) => void;
  chooseSide: (index: number) => void;
  focusReason: () => void;
}

export interface RulingFormProps {
  sides: readonly { coder: string; name: string; empty: boolean }[];
  /** The latest first. */
  lastReasons: readonly string[];
  saving: boolean;
  onKeep: (decision: Decision, reason: string) => void;
  handle: Ref<RulingFormHandle>;
}

const same = (a: Decision, b: Decision | null) =>
  b !== null && a.kind === b.kind && (a.kind !== "side" || (b.kind === "side" && a.coder === b.coder));

/** What stands, and why. Choosing leads to the reason; Enter there keeps the ruling. */
export function RulingForm({ sides, lastReasons, saving, onKeep, handle }: RulingFormProps) {
  const [decision, setDecision] = useState<Decision | null>(null);
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const recalled = useRef(-1);
  const field = useRef<HTMLInputElement>(null);
  const choose = (next: Decision) => {
    setDecision(next);
    setProblem(null);
    field.current?.focus();
  };
  useImperativeHandle(handle, () => ({
    choose,
    chooseSide: (index) => {
      const side = sides[index];
      if (side) choose({ kind: "side", coder: side.coder });
    },
    focusReason: () => field.current?.focus(),
  }));
  const keep = () => {
    if (saving) return;
    if (decision === null) setProblem("Choose first what stands: 1, 2, both or neither.");
    else if (reason.trim() === "") {
      setProblem("Say in a few words why: a decision without a reason is not on record.");
      field.current?.focus();
    } else onKeep(decision, reason.trim());
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>) => {
    if (event.key === "Escape") event.currentTarget.blur();
    if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
    const next = recalled.current + (event.key === "ArrowUp" ? 1 : -1);
    const words = next < 0 ? "" : lastReasons[next];
    if (words === undefined || next < -1) return;
    event.preventDefault();
    recalled.current = next;
    setReason(words);
  };
  const option = (each: Decision, key: string, label: string, hint: string) => (
    <button
      key={label}
      type="button"
      aria-pressed={same(each, decision)}
      className={classes(styles.option, same(each, decision) && styles.pressed)}
      onClick={() => choose(each)}
    >
      <Kbd keys={key} />
      <span>{label}</span>
      <span className={styles.optionHint}>{hint}</span>
    </button>
  );
  return (
    <form
      aria-label="Ruling"
      className={styles.ruling}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <fieldset className={styles.options}>
        <legend className={styles.legendWords}>What stands?</legend>
        {sides.map(({ coder, name, empty }, index) =>
          option(
            { kind: "side", coder },
            String(index + 1),
            `Accept ${name}`,
            empty ? "nothing stands" : "as they coded it",
          ),
        )}
        {option({ kind: "both" }, "B", sides.length > 2 ? "All" : "Both", "taken together")}
        {option({ kind: "neither" }, "N", sides.length > 2 ? "None" : "Neither", "nothing stands")}
      </fieldset>
      <TextField
        label="Reason"
        value={reason}
        onChange={(words) => {
          setReason(words);
          setProblem(null);
        }}
        onKeyDown={onKeyDown}
        inputRef={field}
        maxLength={2000}
        autoComplete="off"
        error={problem}
        hint="It stays on record with the ruling. Enter keeps it and goes on to the next."
      />
      {lastReasons.length > 0 ? (
        <div className={styles.reasons}>
          <span className={styles.soft}>Last reasons</span>
          {lastReasons.slice(0, 3).map((words) => (
            <button
              key={words}
              type="button"
              className={styles.lastReason}
              onClick={() => {
                setReason(words);
                setProblem(null);
                field.current?.focus();
              }}
            >
              {words}
            </button>
          ))}
        </div>
      ) : null}
      <div>
        <Button type="submit" variant="primary" pending={saving && "Saving…"}>
          Keep the ruling
        </Button>
      </div>
    </form>
  );
}
