import { Button } from "@/app/ui/button";
import { Notice } from "@/app/ui/notice";
import styles from "./memo-clash.module.css";

export interface MemoClashProps {
  /** What is saved now; what was typed stands in the field. */
  words: string;
  onMine: () => void;
  onOther: () => void;
}

/** The memo was changed in another place while it was being typed here: both texts stand there, and neither is lost. */
export function MemoClash({ words, onMine, onOther }: MemoClashProps) {
  return (
    <Notice
      tone="warn"
      live
      title="This memo was changed in another place meanwhile. Saved there:"
      actions={
        <>
          <Button size="small" onPress={onMine}>
            Put mine in its place
          </Button>
          <Button size="small" onPress={onOther}>
            Take that one
          </Button>
        </>
      }
    >
      <p className={styles.words}>{words || "(empty)"}</p>
    </Notice>
  );
}
