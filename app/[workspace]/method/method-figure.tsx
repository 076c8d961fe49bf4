import { type MethodEntry, methodLines } from "@/lib/agreement/method-entry";
import { methodAnchor } from "@/lib/agreement/method-notes";
import styles from "./method.module.css";
import { MethodWords } from "./method-words";

/** One figure: its question first, then its formula, then all that must be known to use it well. */
export function MethodFigure({ entry, title }: { entry: MethodEntry; title: string }) {
  const id = methodAnchor(entry.name);
  return (
    <article id={id} aria-labelledby={`${id}-title`} className={styles.figure}>
      <h3 id={`${id}-title`}>{title}</h3>
      <p className={styles.question}>
        <MethodWords words={entry.answers} />
      </p>
      {entry.formula === undefined ? null : (
        <div className={styles.formula}>
          {entry.formula.split("; ").map((line) => (
            <p key={line}>{withSubscripts(line)}</p>
          ))}
        </div>
      )}
      <dl className={styles.lines}>
        {methodLines(entry).map(([label, words]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <MethodWords words={words} />
            </dd>
          </div>
        ))}
        <div>
          <dt>In the code</dt>
          <dd>
            <code>{entry.name}</code> in <code>lib/agreement/{entry.file}</code>
          </dd>
        </div>
      </dl>
    </article>
  );
}

/** What a plain text writes as e_ck stands lower here. */
function withSubscripts(line: string) {
  return line.split(/_([A-Za-z]+\.?|\.[A-Za-z]+)/).map((piece, i) =>
    i % 2 === 0 ? (
      piece
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces never move.
      <sub key={i}>{piece}</sub>
    ),
  );
}
