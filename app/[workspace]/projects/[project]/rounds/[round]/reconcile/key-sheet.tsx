"use client";

import { Dialog } from "@/app/ui/dialog";
import { Kbd } from "@/app/ui/kbd";
import styles from "./reconcile.module.css";

const KEYS: readonly (readonly [readonly string[], string])[] = [
  [["1", "2"], "Accept the first or the second coder's side"],
  [["B"], "Both: what all have, taken together"],
  [["N"], "Neither: nothing stands"],
  [["R"], "Go to the reason"],
  [["Enter"], "In the reason: keep the ruling, go on to the next"],
  [["↑"], "In the reason: bring back your last reasons"],
  [["Esc"], "Leave the reason"],
  [["J", "K"], "Next, previous disagreement"],
  [["U", "Ctrl+Z"], "Undo"],
  [["Shift+U", "Ctrl+Shift+Z"], "Redo"],
  [["?"], "These keys"],
];

export function KeySheet({ onClose }: { onClose: () => void }) {
  return (
    <Dialog open onClose={onClose} title="Keys">
      <dl className={styles.keys}>
        {KEYS.map(([keys, words]) => (
          <div key={words}>
            <dt>
              {keys.map((each) => (
                <Kbd key={each} keys={each} />
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
