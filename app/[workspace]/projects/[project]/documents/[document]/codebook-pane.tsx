"use client";

import {
  type KeyboardEvent,
  memo,
  startTransition,
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { classes } from "@/app/ui/classes";
import { EmptyState } from "@/app/ui/empty-state";
import { Swatch } from "@/app/ui/swatch";
import { searchCodes } from "@/lib/codebook/search";
import type { CodeIndex } from "@/lib/codebook/tree";
import { CodeDefinition } from "./code-definition";
import type { CodingStore } from "./coding-store";
import type { DeskCode } from "./desk-session";
import styles from "./panes.module.css";

export interface CodebookPaneProps {
  codes: readonly DeskCode[];
  index: CodeIndex;
  store: CodingStore;
  /** Whether a press on a code applies it to what is selected; otherwise it shows what the code means. */
  applies: boolean;
  /** Nothing can be coded here: then nothing invites to it. */
  locked: boolean;
  onApply: (codeId: string) => void;
}

/** More than a window shows: the text need not wait for the others. */
const AT_FIRST = 80;

/** The theme tree with the person's own counts in this document. */
export const CodebookPane = memo(function CodebookPane(props: CodebookPaneProps) {
  const { codes, index, store, applies, locked, onApply } = props;
  const [filter, setFilter] = useState("");
  const [shown, setShown] = useState<string | null>(null);
  const [at, setAt] = useState<string | null>(null);
  const [all, setAll] = useState(false);
  useEffect(() => startTransition(() => setAll(true)), []);
  const list = useRef<HTMLUListElement>(null);
  const rows = useMemo(() => {
    const open = index.order.filter(({ code }) => !code.retired);
    if (filter.trim() === "") return open;
    const found = new Set(searchCodes(index, filter).map((hit) => hit.code.id));
    return open.filter(({ code }) => found.has(code.id));
  }, [index, filter]);
  const proposals = useMemo(() => new Set(codes.filter((code) => code.proposal).map((code) => code.id)), [codes]);
  const details = codes.find((code) => code.id === shown);
  const current = rows.some(({ code }) => code.id === at) ? at : (rows[0]?.code.id ?? null);
  const act = (codeId: string) => {
    setAt(codeId);
    setShown(codeId);
    if (applies) onApply(codeId);
  };
  // The rows must not render anew because the selection changed what a press does.
  const latest = useRef(act);
  latest.current = act;
  const onAct = useCallback((codeId: string) => latest.current(codeId), []);
  const listed = useMemo(
    () =>
      (all ? rows : rows.slice(0, AT_FIRST)).map(({ code, depth }) => (
        <CodeRow
          key={code.id}
          id={code.id}
          name={code.name}
          colour={code.colour}
          depth={depth}
          proposal={proposals.has(code.id)}
          shown={code.id === shown}
          reachable={code.id === current}
          store={store}
          onAct={onAct}
        />
      )),
    [rows, all, proposals, shown, current, store, onAct],
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const from = rows.findIndex(({ code }) => code.id === current);
    const steps: Record<string, number> = { ArrowDown: from + 1, ArrowUp: from - 1, Home: 0, End: rows.length - 1 };
    const row = rows[Math.max(0, Math.min(steps[event.key] ?? -1, rows.length - 1))];
    if (steps[event.key] === undefined || !row) return;
    event.preventDefault();
    setAt(row.code.id);
    list.current?.querySelector<HTMLElement>(`[data-code="${row.code.id}"]`)?.focus();
  };
  if (codes.length === 0) {
    return (
      <EmptyState title="The codes of the project stand here.">
        <p>Select some words and press “New code”, or build the theme tree on the codebook page.</p>
      </EmptyState>
    );
  }
  return (
    <div className={styles.codebook}>
      <div className={styles.filter}>
        <input
          type="search"
          aria-label="Filter the codes"
          placeholder="Filter"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
        />
      </div>
      <ul
        ref={list}
        className={styles.codes}
        aria-label={applies ? "Codes: a press applies" : "Codes"}
        onKeyDown={onKeyDown}
      >
        {listed}
        {rows.length === 0 ? <li className={styles.nothing}>No code has “{filter}” in its path.</li> : null}
      </ul>
      <p className={styles.hint}>
        {applies
          ? "A press on a code applies it to the selection."
          : locked
            ? "A press on a code shows what it means."
            : "Select some words, then press a code to apply it."}
      </p>
      {details ? <CodeDefinition code={details} index={index} /> : null}
    </div>
  );
});

interface CodeRowProps {
  id: string;
  name: string;
  colour: string;
  depth: number;
  proposal: boolean;
  shown: boolean;
  reachable: boolean;
  store: CodingStore;
  onAct: (codeId: string) => void;
}

const CodeRow = memo(function CodeRow(props: CodeRowProps) {
  const { id, name, colour, depth, proposal, shown, reachable, store, onAct } = props;
  const count = useSyncExternalStore(
    useCallback((listener: () => void) => store.subscribeToCount(id, listener), [store, id]),
    () => store.countOf(id),
    () => store.countOf(id),
  );
  return (
    <li>
      <button
        type="button"
        data-code={id}
        tabIndex={reachable ? 0 : -1}
        aria-pressed={shown}
        className={classes(styles.code, shown && styles.here)}
        style={{ paddingInlineStart: `calc(var(--space-2) + ${depth} * var(--space-4))` }}
        // The selection in the text stays where it is.
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => onAct(id)}
      >
        <Swatch colour={colour} />
        <span className={styles.codeName}>{name}</span>
        {proposal ? <span className={styles.proposal}>only you</span> : null}
        <span className={styles.count}>{count > 0 ? count : ""}</span>
      </button>
    </li>
  );
});
