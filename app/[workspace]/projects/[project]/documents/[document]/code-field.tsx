"use client";

import { type KeyboardEvent, type Ref, useId, useMemo, useRef, useState } from "react";
import { classes } from "@/app/ui/classes";
import { Swatch } from "@/app/ui/swatch";
import { searchCodes } from "@/lib/codebook/search";
import type { CodeIndex } from "@/lib/codebook/tree";
import styles from "./code-field.module.css";

export interface CodeFieldProps {
  label: string;
  index: CodeIndex;
  recent: readonly string[];
  /** `keep` when the selection is to stay for a further code. */
  onChoose: (codeId: string, keep: boolean) => void;
  /** Offered for a name that no code has. */
  onNew?: (name: string) => void;
  onLeave?: () => void;
  inputRef?: Ref<HTMLInputElement>;
  placeholder?: string;
}

/** As many as a person looks at before typing another letter. */
const SHOWN = 40;

/** A field that searches the theme tree with every key: Enter takes the marked code, the arrows mark another. */
export function CodeField(props: CodeFieldProps) {
  const { label, index, recent, onChoose, onNew, onLeave, inputRef, placeholder } = props;
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const hits = useMemo(
    () => (open ? searchCodes(index, query, { recent, limit: SHOWN }) : []),
    [open, index, query, recent],
  );
  const name = query.replace(/\s+/g, " ").trim();
  const offersNew =
    onNew !== undefined && name !== "" && !hits.some((hit) => hit.code.name.toLowerCase() === name.toLowerCase());
  const count = hits.length + (offersNew ? 1 : 0);
  const marked = Math.min(at, count - 1);

  const reset = () => {
    setQuery("");
    setAt(0);
  };
  const choose = (place: number, keep: boolean) => {
    const hit = hits[place];
    if (hit) onChoose(hit.code.id, keep);
    else if (offersNew) onNew?.(name);
    else return;
    reset();
    if (!keep) setOpen(false);
  };
  const mark = (place: number) => {
    setAt(place);
    list.current?.children[place]?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) setOpen(true);
      else if (count > 0) mark((marked + (event.key === "ArrowDown" ? 1 : count - 1)) % count);
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      choose(marked, event.shiftKey);
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      if (query) reset();
      else {
        setOpen(false);
        onLeave?.();
      }
    }
  };

  return (
    <div className={styles.field}>
      <input
        ref={inputRef}
        className={styles.input}
        role="combobox"
        aria-label={label}
        aria-expanded={open && count > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && marked >= 0 ? `${id}-${marked}` : undefined}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      <div
        ref={list}
        id={`${id}-list`}
        className={styles.list}
        role="listbox"
        aria-label="Codes"
        hidden={!open || count === 0}
        // The field keeps the focus: a press on the list must not take it.
        onMouseDown={(event) => event.preventDefault()}
      >
        {hits.map((hit, place) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, as a combobox has them.
          <div
            key={hit.code.id}
            id={`${id}-${place}`}
            className={classes(styles.option, place === marked && styles.marked)}
            role="option"
            tabIndex={-1}
            aria-selected={place === marked}
            onClick={(event) => choose(place, event.shiftKey)}
          >
            <Swatch colour={hit.code.colour} />
            <span className={styles.words}>
              {hit.code.name}
              {hit.path.length > 1 ? <span className={styles.above}>{hit.path.slice(0, -1).join(" › ")}</span> : null}
            </span>
            {query === "" && recent[place] === hit.code.id ? <kbd className={styles.key}>{place + 1}</kbd> : null}
          </div>
        ))}
        {offersNew ? (
          // biome-ignore lint/a11y/useKeyWithClickEvents: as above.
          <div
            id={`${id}-${hits.length}`}
            className={classes(styles.option, marked === hits.length && styles.marked)}
            role="option"
            tabIndex={-1}
            aria-selected={marked === hits.length}
            onClick={() => choose(hits.length, false)}
          >
            New code “{name}”
          </div>
        ) : null}
      </div>
      {open && count === 0 ? (
        <p className={styles.none}>{query ? "No code has this in its path." : "There are no codes yet."}</p>
      ) : null}
    </div>
  );
}
