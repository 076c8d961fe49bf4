"use client";

import { Plus } from "lucide-react";
import { type KeyboardEvent, memo, useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { Button } from "@/app/ui/button";
import { EmptyState } from "@/app/ui/empty-state";
import { searchCodes } from "@/lib/codebook/search";
import { ancestors, type CodeIndex } from "@/lib/codebook/tree";
import type { DeskCode, DeskHead, DeskSession } from "../saving/desk-session";
import { CodeDetails } from "./code-details";
import styles from "./codebook-pane.module.css";
import { codebookRows } from "./codebook-rows";
import { CodebookTree } from "./codebook-tree";
import type { DetailsSize } from "./details-size";
import { useCodeEditor } from "./use-code-editor";

export interface CodebookPaneProps {
  session: DeskSession;
  codes: readonly DeskCode[];
  index: CodeIndex;
  memos: DeskHead["codeMemos"];
  role: DeskHead["me"]["role"];
  /** What a new code becomes here. */
  adds: "codebook" | "proposal" | null;
  /** The round whose codes are fixed. */
  fixedRound: string | null;
  /** Whether a press on a code applies it to what is selected; otherwise it shows what the code means. */
  applies: boolean;
  /** Nothing can be coded here: then nothing invites to it. */
  locked: boolean;
  details: DetailsSize;
  onDetails: (size: DetailsSize) => void;
  onApply: (codeId: string) => void;
  onRecode: (codingId: string, codeId: string) => void;
  onSay: (words: string) => void;
}

const NOTHING: ReadonlySet<string> = new Set();

/** The theme tree with the person's own counts in this document, and everything that may be done to it. */
export const CodebookPane = memo(function CodebookPane(props: CodebookPaneProps) {
  const { session, codes, index, memos, role, adds, fixedRound, applies, locked } = props;
  const { details, onDetails, onApply, onRecode, onSay } = props;
  const [filter, setFilter] = useState("");
  const [shown, setShown] = useState<string | null>(null);
  const [collapsed, setCollapsed] = useState(NOTHING);
  const [retired, setRetired] = useState(false);
  const [adding, setAdding] = useState<string | null | undefined>(undefined);
  const pane = useRef<HTMLDivElement>(null);
  const editor = useCodeEditor(session, index, adds, fixedRound, onSay);
  const byId = useMemo(() => new Map(codes.map((code) => [code.id, code])), [codes]);
  // A letter typed stands at once; the tree follows when the browser has a moment.
  const asked = useDeferredValue(filter.trim());
  const found = useMemo(
    () => (asked === "" ? null : new Set(searchCodes(index, asked).map((hit) => hit.code.id))),
    [index, asked],
  );
  const rows = useMemo(() => codebookRows(index, { found, collapsed, retired }), [index, found, collapsed, retired]);
  const away = useMemo(() => codes.filter((code) => code.retired).length, [codes]);

  const open = useCallback((ids: readonly string[], yes: boolean) => {
    setCollapsed((before) => {
      if (ids.every((id) => before.has(id) !== yes)) return before;
      const next = new Set(before);
      for (const id of ids) {
        if (yes) next.delete(id);
        else next.add(id);
      }
      return next;
    });
  }, []);
  const onToggle = useCallback((id: string, yes: boolean) => open([id], yes), [open]);
  const onAdding = useCallback((parentId: string | null | undefined) => {
    if (parentId !== undefined) setFilter("");
    setAdding(parentId);
  }, []);
  // Wherever a code was just put, its branch is opened; which code that was, the tree shows.
  const latest = useCallback(() => session.codes.latest, [session]);
  const lastPut = useRef(latest());
  useEffect(() => {
    const put = latest();
    if (put === lastPut.current || !put || !index.byId.has(put.codeId)) return;
    lastPut.current = put;
    open(
      ancestors(index, put.codeId).map((code) => code.id),
      true,
    );
  }, [index, latest, open]);

  const onFilterKey = (event: KeyboardEvent) => {
    if (event.key === "Escape" && filter !== "") {
      event.preventDefault();
      event.stopPropagation();
      setFilter("");
    }
    if (event.key !== "ArrowDown" && event.key !== "Enter") return;
    const first = rows.find((row) => !row.aside)?.code.id;
    if (!first) return;
    event.preventDefault();
    pane.current?.querySelector<HTMLElement>(`[data-code="${first}"]`)?.focus();
  };

  return (
    <div ref={pane} className={styles.pane}>
      <div className={styles.head}>
        <input
          type="search"
          aria-label="Filter the codes"
          placeholder="Filter the codes"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
          onKeyDown={onFilterKey}
        />
        {adds ? (
          <Button size="small" icon={<Plus aria-hidden />} onPress={() => onAdding(null)}>
            Theme
          </Button>
        ) : null}
      </div>
      <CodebookTree
        editor={editor}
        index={index}
        rows={rows}
        codes={byId}
        store={session.store}
        applies={applies}
        shown={details.open ? shown : null}
        onShow={setShown}
        onDetails={(id) => {
          setShown(id);
          if (!details.open) onDetails({ ...details, open: true });
        }}
        onApply={onApply}
        onRecode={onRecode}
        onToggle={onToggle}
        onSay={onSay}
        adding={adding}
        onAdding={onAdding}
        latest={latest}
      >
        {codes.length === 0 ? (
          <EmptyState title="The codes of the project stand here.">
            <p>
              {adds
                ? "Press “Theme” to write the first one, or select some words and press “New code”."
                : "The lead writes them on the codebook page."}
            </p>
          </EmptyState>
        ) : rows.length === 0 ? (
          <p className={styles.nothing}>{found ? `No code has “${asked}” in its path.` : "All codes are retired."}</p>
        ) : null}
      </CodebookTree>
      <div className={styles.foot}>
        <p className={styles.hint}>
          {applies
            ? "A press on a code applies it."
            : locked
              ? "A press on a code shows what it means."
              : "Select words, then press a code."}
        </p>
        {fixedRound && adds ? (
          <p className={styles.hint}>
            The codes are fixed for this round, the same for every coder. New ones are your own proposals.
          </p>
        ) : null}
        {away > 0 ? (
          <label className={styles.retired}>
            <input type="checkbox" checked={retired} onChange={(event) => setRetired(event.target.checked)} />
            {away === 1 ? "Show the retired code" : `Show ${away} retired codes`}
          </label>
        ) : null}
      </div>
      <CodeDetails
        code={byId.get(shown ?? "")}
        index={index}
        memos={memos}
        readOnly={role === "observer" || session.head.me.coderId === null}
        leads={role === "lead"}
        size={details}
        onSize={onDetails}
        onMemo={(codeId, words) => session.notes.onCode(codeId, words)}
      />
    </div>
  );
});
