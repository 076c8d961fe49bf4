import { Swatch } from "@/app/ui/swatch";
import { type CodeIndex, codePath } from "@/lib/codebook/tree";
import type { DeskCode } from "../saving/desk-session";
import styles from "./code-definition.module.css";

const PARTS = [
  ["definition", "Definition"],
  ["useWhen", "Use when"],
  ["useNot", "Not when"],
  ["example", "Example"],
] as const;

/** What the codebook says of a code. */
export function CodeDefinition({ code, index }: { code: DeskCode; index: CodeIndex }) {
  const parts = PARTS.filter(([part]) => code[part].trim() !== "");
  return (
    <section className={styles.definition} aria-label={`What ${code.name} means`}>
      <p className={styles.path}>
        <Swatch colour={code.colour} /> {index.byId.has(code.id) ? codePath(index, code.id).join(" › ") : code.name}
      </p>
      {code.proposal ? (
        <p className={styles.note}>Your proposal: only you see it until the round is revealed.</p>
      ) : null}
      {code.retired ? <p className={styles.note}>Retired: its codings stay, and it is no longer offered.</p> : null}
      {parts.length === 0 ? <p className={styles.note}>The codebook says nothing more about it yet.</p> : null}
      {parts.length > 0 ? (
        <dl>
          {parts.map(([part, title]) => (
            <div key={part}>
              <dt>{title}</dt>
              <dd>{code[part]}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </section>
  );
}
