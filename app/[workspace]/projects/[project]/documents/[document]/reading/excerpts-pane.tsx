"use client";

import { useQueryClient } from "@tanstack/react-query";
import { Star } from "lucide-react";
import Link from "next/link";
import { memo, useMemo, useState } from "react";
import { sentenceOfError } from "@/app/client/api";
import { readKey, useRead } from "@/app/client/use-read";
import { Button } from "@/app/ui/button";
import { classes } from "@/app/ui/classes";
import { EmptyState } from "@/app/ui/empty-state";
import { Swatch } from "@/app/ui/swatch";
import { type CodeIndex, codePath } from "@/lib/codebook/tree";
import { CodeField } from "../coding/code-field";
import { useSignal } from "../use-signal";
import { type Excerpt, recodeExcerpts, starExcerpts } from "./excerpt-acts";
import styles from "./excerpts-pane.module.css";
import type { Reading } from "./reading";

export interface ExcerptsPaneProps {
  reading: Reading;
  index: CodeIndex;
  hrefOf: (documentId: string) => string;
}

/** Everything that the person gave one code, over all documents: to read it together, and to put right what differs. */
export const ExcerptsPane = memo(function ExcerptsPane({ reading, index, hrefOf }: ExcerptsPaneProps) {
  const codeId = useSignal(reading.excerptsOf);
  const { session } = reading;
  return (
    <div className={styles.pane}>
      <CodeField
        label="Excerpts of which code"
        placeholder={codeId === null ? "Excerpts of which code?" : "Excerpts of another code"}
        index={index}
        recent={session.recent}
        onChoose={(id) => reading.excerptsOf.set(id)}
      />
      {codeId === null || !index.byId.has(codeId) ? (
        <EmptyState title="All your excerpts with one code stand here.">
          <p>Choose a code above, or press e on a chosen coding in the text.</p>
        </EmptyState>
      ) : (
        <ExcerptsOf key={codeId} codeId={codeId} reading={reading} index={index} hrefOf={hrefOf} />
      )}
    </div>
  );
});

function ExcerptsOf({ codeId, reading, index, hrefOf }: ExcerptsPaneProps & { codeId: string }) {
  const { session } = reading;
  const { workspace, projectId, documentId } = session.place;
  const queries = useQueryClient();
  const { data, error } = useRead("code-excerpts", { projectId, codeId });
  const [starred, setStarred] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  /** What was done here and the next answer will say. */
  const [done, setDone] = useState<ReadonlyMap<string, "gone" | boolean>>(new Map());
  const [said, setSaid] = useState("");
  const all = useMemo(
    () =>
      (data?.codings ?? []).flatMap((each) => {
        const own = done.get(each.codingId);
        return own === "gone" ? [] : [typeof own === "boolean" ? { ...each, starred: own } : each];
      }),
    [data, done],
  );
  const shown = starred ? all.filter((each) => each.starred) : all;
  const picked = all.filter((each) => chosen.has(each.codingId));
  const code = index.byId.get(codeId);

  const settle = async () => {
    await session.queue.idle();
    await queries.invalidateQueries({ queryKey: readKey(workspace, "code-excerpts", { projectId, codeId }) });
    setDone(new Map());
  };
  const noted = (excerpts: readonly Excerpt[], what: "gone" | boolean) =>
    setDone(new Map([...done, ...excerpts.map((each) => [each.codingId, what] as const)]));
  const star = (excerpts: readonly Excerpt[], on: boolean) => {
    starExcerpts(session, codeId, excerpts, on);
    noted(excerpts, on);
    void settle();
  };
  const recode = (intoId: string) => {
    if (intoId === codeId) return setSaid("They have this code already.");
    recodeExcerpts(session, picked, intoId);
    noted(picked, "gone");
    setChosen(new Set());
    const count = `${picked.length} ${picked.length === 1 ? "excerpt" : "excerpts"}`;
    setSaid(`${count} recoded as “${index.byId.get(intoId)?.name ?? "the code"}”. Undo takes it back at once.`);
    void settle();
  };
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const mayChange = (each: Excerpt) => each.state === "open";
  const open = shown.filter(mayChange);
  if (!data) return <p className={styles.note}>{error ? sentenceOfError(error) : "Looking up your excerpts…"}</p>;
  return (
    <>
      <h3 className={styles.title}>
        <Swatch colour={code?.colour ?? ""} />
        <span>{codePath(index, codeId).join(" › ")}</span>
        <span className={styles.count}>{all.length + data.more}</span>
      </h3>
      <div className={styles.tools}>
        {open.length > 0 ? (
          <label>
            <input
              type="checkbox"
              checked={picked.length > 0}
              ref={(box) => {
                if (box) box.indeterminate = picked.length > 0 && picked.length < open.length;
              }}
              onChange={() => setChosen(new Set(picked.length > 0 ? [] : open.map((each) => each.codingId)))}
            />
            {picked.length === 0 ? "Choose all" : `${picked.length} chosen`}
          </label>
        ) : null}
        <label>
          <input type="checkbox" checked={starred} onChange={(event) => setStarred(event.target.checked)} />
          Only starred
        </label>
      </div>
      {picked.length > 0 ? (
        <div className={styles.acts}>
          <CodeField
            label="Give the chosen excerpts another code"
            placeholder="Give them another code"
            index={index}
            recent={session.recent}
            onChoose={recode}
          />
          <Button size="small" onPress={() => star(picked, !picked.every((each) => each.starred))}>
            {picked.every((each) => each.starred) ? "Take the stars away" : "Star"}
          </Button>
        </div>
      ) : null}
      <p className={styles.note} role="status" hidden={said === ""}>
        {said}
      </p>
      {shown.length === 0 ? (
        <p className={styles.note}>
          {starred ? "None of them is starred." : "You have coded nothing with it yet, in any document."}
        </p>
      ) : null}
      <ul className={styles.excerpts} aria-label="Excerpts">
        {shown.map((each, place) => (
          <li key={each.codingId} className={styles.excerpt}>
            {each.documentId === shown[place - 1]?.documentId ? null : (
              <div className={styles.document}>{each.documentName}</div>
            )}
            <div className={styles.row}>
              <input
                type="checkbox"
                aria-label={`Choose “${each.words.slice(0, 60)}”`}
                disabled={!mayChange(each)}
                checked={chosen.has(each.codingId)}
                onChange={(event) => toggle(each.codingId, event.target.checked)}
              />
              <div className={styles.words}>
                <Link
                  className={styles.quote}
                  href={`${hrefOf(each.documentId)}?at=${each.start}-${each.end}`}
                  prefetch={false}
                  onClick={(event) => {
                    if (each.documentId !== documentId || event.ctrlKey || event.metaKey || event.shiftKey) return;
                    event.preventDefault();
                    reading.goTo(each);
                  }}
                >
                  <span className={styles.around}>{each.before}</span>
                  {each.words}
                  <span className={styles.around}>{each.after}</span>
                </Link>
                <span className={styles.source}>
                  {[each.speaker, each.turn === null ? null : `turn ${each.turn}`, each.roundName]
                    .filter((part) => part !== null)
                    .join(" · ")}
                </span>
                {each.memo ? <span className={styles.source}>Memo: {each.memo}</span> : null}
              </div>
              <button
                type="button"
                className={classes(styles.star, each.starred && styles.starred)}
                aria-label={`Star “${each.words.slice(0, 60)}”`}
                aria-pressed={each.starred}
                disabled={!mayChange(each)}
                onClick={() => star([each], !each.starred)}
              >
                <Star aria-hidden />
              </button>
            </div>
          </li>
        ))}
      </ul>
      {data.more > 0 ? <p className={styles.note}>and {data.more.toLocaleString()} more</p> : null}
    </>
  );
}
