"use client";

import { Check } from "lucide-react";
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
  /** How often a code is used: after the recent ones the frequent ones come first. */
  uses?: (codeId: string) => number;
  /** `keep` when the selection is to stay for a further code. */
  onChoose: (codeId: string, keep: boolean) => void;
  /** Where several may be marked and taken at once. */
  onChooseMany?: (codeIds: readonly string[], keep: boolean) => void;
  /** Offered for a name that no code has. */
  onNew?: (name: string) => void;
  onLeave?: () => void;
  inputRef?: Ref<HTMLInputElement>;
  placeholder?: string;
  /** The list opens above the field. */
  upwards?: boolean;
}

/** As many as a person looks at before typing another letter. */
const SHOWN = 40;

/**
 * A field that searches the theme tree with every key: Enter takes the marked code, the arrows mark another. Where
 * several may be taken, Space on a code that the arrows went to, Ctrl+Space or Ctrl+click pick it.
 */
export function CodeField(props: CodeFieldProps) {
  const { label, index, recent, uses, onChoose, onChooseMany, onNew, onLeave, inputRef, placeholder, upwards } = props;
  const [query, setQuery] = useState("");
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const [walked, setWalked] = useState(false);
  const [picked, setPicked] = useState<readonly string[]>([]);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const hits = useMemo(
    () => (open ? searchCodes(index, query, { recent, uses, limit: SHOWN }) : []),
    [open, index, query, recent, uses],
  );
  const name = query.replace(/\s+/g, " ").trim();
  const offersNew =
    onNew !== undefined && name !== "" && !hits.some((hit) => hit.code.name.toLowerCase() === name.toLowerCase());
  const count = hits.length + (offersNew ? 1 : 0);
  const marked = Math.min(at, count - 1);
  const markedId = hits[marked]?.code.id;
  /** What Enter takes: those picked, and the marked one where it was searched for after that. */
  const taken =
    picked.length > 0 && query !== "" && markedId && !picked.includes(markedId) ? [...picked, markedId] : picked;

  const reset = () => {
    setQuery("");
    setAt(0);
    setWalked(false);
    setPicked([]);
  };
  const choose = (place: number, keep: boolean) => {
    const hit = hits[place];
    if (hit) onChoose(hit.code.id, keep);
    else if (offersNew) onNew?.(name);
    else return;
    reset();
    if (!keep) setOpen(false);
  };
  const enter = (keep: boolean) => {
    if (taken.length === 0) return choose(marked, keep);
    onChooseMany?.(taken, keep);
    reset();
    if (!keep) setOpen(false);
  };
  const pick = (codeId: string | undefined) => {
    if (codeId === undefined) return;
    setPicked(picked.includes(codeId) ? picked.filter((each) => each !== codeId) : [...picked, codeId]);
  };
  const mark = (place: number) => {
    setAt(place);
    setWalked(true);
    list.current?.children[place]?.scrollIntoView({ block: "nearest" });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) setOpen(true);
      else if (count > 0) mark((marked + (event.key === "ArrowDown" ? 1 : count - 1)) % count);
    } else if (event.key === "Enter" && !event.nativeEvent.isComposing) {
      event.preventDefault();
      enter(event.shiftKey);
    } else if (event.key === " " && onChooseMany && markedId && (walked || event.ctrlKey)) {
      event.preventDefault();
      pick(markedId);
    } else if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      if (query || picked.length > 0) reset();
      else {
        setOpen(false);
        onLeave?.();
      }
    }
  };

  return (
    <div className={classes(styles.field, upwards && styles.upwards)}>
      <input
        ref={inputRef}
        className={styles.input}
        role="combobox"
        aria-label={label}
        aria-expanded={open && count > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && marked >= 0 ? `${id}-${marked}` : undefined}
        aria-describedby={taken.length > 0 ? `${id}-taken` : undefined}
        placeholder={placeholder}
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setAt(0);
          setWalked(false);
          setOpen(true);
        }}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
      />
      {/* The field keeps the focus: a press on the list must not take it. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: nothing is pressed here but what lies in it. */}
      <div className={styles.drop} hidden={!open || count === 0} onMouseDown={(event) => event.preventDefault()}>
        <div
          ref={list}
          id={`${id}-list`}
          className={styles.list}
          role="listbox"
          aria-label="Codes"
          aria-multiselectable={onChooseMany !== undefined}
        >
          {hits.map((hit, place) => {
            const isPicked = picked.includes(hit.code.id);
            return (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, as a combobox has them.
              <div
                key={hit.code.id}
                id={`${id}-${place}`}
                className={classes(styles.option, place === marked && styles.marked)}
                role="option"
                tabIndex={-1}
                aria-selected={picked.length > 0 ? isPicked : place === marked}
                onClick={(event) =>
                  onChooseMany && (event.ctrlKey || event.metaKey) ? pick(hit.code.id) : choose(place, event.shiftKey)
                }
              >
                {isPicked ? <Check aria-hidden className={styles.check} /> : <Swatch colour={hit.code.colour} />}
                <span className={styles.words}>
                  {hit.code.name}
                  {hit.path.length > 1 ? (
                    <span className={styles.above}>{hit.path.slice(0, -1).join(" › ")}</span>
                  ) : null}
                </span>
                {query === "" && recent[place] === hit.code.id ? <kbd className={styles.key}>{place + 1}</kbd> : null}
              </div>
            );
          })}
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
        {taken.length > 0 ? (
          <p id={`${id}-taken`} className={styles.taken}>
            Enter applies {taken.map((each) => index.byId.get(each)?.name ?? "a code").join(", ")}
          </p>
        ) : null}
      </div>
      {open && count === 0 ? (
        <p className={styles.none}>{query ? "No code has this in its path." : "There are no codes yet."}</p>
      ) : null}
    </div>
  );
}
