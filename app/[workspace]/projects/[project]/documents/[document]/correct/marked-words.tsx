import { VisuallyHidden } from "@/app/ui/visually-hidden";
import styles from "./correct.module.css";
import type { MarkedPiece } from "./corrections";

/** Words with what was taken out struck through and what was put in underlined; said in words to who cannot see it. */
export function MarkedWords({ pieces }: { pieces: readonly MarkedPiece[] }) {
  let at = 0;
  return pieces.map(({ kind, words }) => {
    const key = `${kind} ${at}`;
    at += words.length;
    if (kind === "same") return <span key={key}>{words}</span>;
    const Mark = kind === "out" ? "del" : "ins";
    return (
      <Mark key={key} className={kind === "out" ? styles.out : styles.in}>
        <VisuallyHidden>{kind === "out" ? "[taken out: " : "[put in: "}</VisuallyHidden>
        {words.replaceAll("\n", "↵\n")}
        <VisuallyHidden>]</VisuallyHidden>
      </Mark>
    );
  });
}
