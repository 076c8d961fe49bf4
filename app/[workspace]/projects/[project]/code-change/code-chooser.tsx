"use client";

import { type KeyboardEvent, useId, useMemo, useRef, useState } from "react";
import { classes } from "@/app/ui/classes";
import { Swatch } from "@/app/ui/swatch";
import { searchCodes } from "@/lib/codebook/search";
import { type CodeIndex, codePath } from "@/lib/codebook/tree";
import styles from "./code-change.module.css";

export interface CodeChooserProps {
  label: string;
  index: CodeIndex;
  /** Where a code of this id makes no sense, it is not offered. */
  offers: (id: string) => boolean;
  /** Offered first, in these words, for "no code": the top level. */
  none?: string;
  /** Undefined while nothing is chosen. */
  value: string | null | undefined;
  onChange: (id: string | null) => void;
  /** The first thing that is asked. */
  first?: boolean;
}

/** As many as a person looks at before typing another letter. */
const SHOWN = 60;

/** A list of codes that a field above it searches by any part of a path: the arrows choose. */
export function CodeChooser({ label, index, offers, none, value, onChange, first }: CodeChooserProps) {
  const [query, setQuery] = useState("");
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const options = useMemo(() => {
    const asked = query.trim() !== "";
    const found = asked ? searchCodes(index, query).map((hit) => hit.code) : index.order.map(({ code }) => code);
    const codes = found
      .filter((code) => !code.retired && offers(code.id))
      .map((code) => ({ id: code.id as string | null, colour: code.colour, path: codePath(index, code.id) }));
    const top = none !== undefined && !asked ? [{ id: null, colour: null, path: [none] }] : [];
    const all = [...top, ...codes];
    const shown = all.slice(0, SHOWN);
    // What is chosen stays in sight while the list is as it was opened.
    const chosen = asked ? undefined : all.slice(SHOWN).find((each) => each.id === value);
    return { shown: chosen ? [...shown, chosen] : shown, more: all.length - shown.length };
  }, [index, query, offers, none, value]);
  const at = options.shown.findIndex((option) => option.id === value);

  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const place = at < 0 ? 0 : Math.max(0, Math.min(at + step, options.shown.length - 1));
    const option = options.shown[place];
    if (!option) return;
    onChange(option.id);
    list.current?.children[place]?.scrollIntoView({ block: "nearest" });
  };

  return (
    <div className={styles.chooser}>
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        role="combobox"
        aria-expanded
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        placeholder="Any part of a code’s path"
        // biome-ignore lint/a11y/noAutofocus: a dialog begins with its first question.
        autoFocus={first}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div ref={list} id={`${id}-list`} role="listbox" aria-label={label} className={styles.options}>
        {options.shown.map((option, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, as a combobox has them.
          <div
            key={option.id ?? "none"}
            id={`${id}-${place}`}
            role="option"
            tabIndex={-1}
            aria-selected={place === at}
            className={classes(styles.option, place === at && styles.chosen)}
            // The field keeps the focus.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChange(option.id)}
          >
            {option.colour ? <Swatch colour={option.colour} /> : null}
            <span>{option.path.join(" › ")}</span>
          </div>
        ))}
      </div>
      <p className={styles.note} role="status">
        {options.shown.length === 0
          ? "No code has this in its path."
          : options.more > 0
            ? `${options.more} more: type a part of the name.`
            : ""}
      </p>
    </div>
  );
}
