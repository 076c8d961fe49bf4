import { Button } from "@/app/ui/button";
import { Swatch } from "@/app/ui/swatch";
import type { CodeIndex } from "@/lib/codebook/tree";
import { CodeField } from "./code-field";
import styles from "./quick-line.module.css";
import type { Hand } from "./use-desk-acts";

export interface QuickLineProps {
  codeId: string;
  index: CodeIndex;
  recent: readonly string[];
  hand: Hand;
}

/** While quick mode is on: which code every selection gets, and how to end it. */
export function QuickLine({ codeId, index, recent, hand }: QuickLineProps) {
  const code = index.byId.get(codeId);
  return (
    <section className={styles.line} aria-label="Quick mode">
      <p className={styles.words}>
        Quick mode: every selection becomes <Swatch colour={code?.colour ?? ""} /> “{code?.name ?? "a code"}”. Esc ends
        it.
      </p>
      <div className={styles.field}>
        <CodeField
          label="Another code for quick mode"
          placeholder="Another code"
          index={index}
          recent={recent}
          upwards
          onChoose={(id) => hand.quick(id)}
        />
      </div>
      <Button size="small" onPress={() => hand.quick()}>
        End quick mode
      </Button>
    </section>
  );
}
