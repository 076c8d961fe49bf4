import { Swatch } from "@/app/ui/swatch";
import { codePath } from "@/lib/codebook/tree";
import { SideSample } from "../marked-words";
import styles from "./reconcile.module.css";
import type { Answer, Disagreement } from "./use-reconciliation";

export interface SideCardProps {
  answer: Answer;
  text: string;
  side: Disagreement["sides"][number];
  index: number;
}

/** Longer passages are read in the text; here their two ends tell which it is. */
const LONG = 280;

/** One coder's part of a disagreement: codes, words and memos. */
export function SideCard({ answer, text, side, index }: SideCardProps) {
  const name = answer.coders.find((each) => each.id === side.coder)?.name ?? "Coder";
  const memoOf = (id: string) => answer.memos.find((memo) => memo.codingId === id)?.text;
  return (
    <section aria-label={name} className={styles.side}>
      <h3 className={styles.sideName}>
        <SideSample side={index} />
        {name}
      </h3>
      {side.codings.length === 0 ? <p className={styles.soft}>Coded nothing here.</p> : null}
      {side.codings.map(({ id, codeId, start, end }) => {
        const code = answer.codes.find((each) => each.id === codeId);
        const memo = memoOf(id);
        return (
          <div key={id} className={styles.coding}>
            <p className={styles.code}>
              <Swatch colour={code?.colour ?? "#808080"} />
              <span>{code ? codePath(answer.codes, codeId).join(" › ") : "A code outside the codebook"}</span>
            </p>
            <blockquote className={styles.quote} dir="auto">
              {shortened(text.slice(start, end))}
            </blockquote>
            {memo ? (
              <p className={styles.memo}>
                <span className={styles.soft}>Memo:</span> {memo}
              </p>
            ) : null}
          </div>
        );
      })}
    </section>
  );
}

function shortened(words: string): string {
  if (words.length <= LONG) return words;
  const from = words.lastIndexOf(" ", LONG / 2);
  const to = words.indexOf(" ", words.length - LONG / 3);
  return `${words.slice(0, from > 0 ? from : LONG / 2)} […] ${words.slice(to > 0 ? to + 1 : -LONG / 3)}`;
}
