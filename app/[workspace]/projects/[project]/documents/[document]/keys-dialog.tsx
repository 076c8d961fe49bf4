"use client";

import { Dialog } from "@/app/ui/dialog";
import { DESK_KEYS } from "./desk-keys";
import styles from "./desk-screen.module.css";

export function KeysDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title="Keys" size="large">
      <p>They work while the focus is in the text. Single letters do nothing in fields.</p>
      <div className={styles.keys}>
        {DESK_KEYS.map(({ title, rows }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {rows.map(([key, words]) => (
                <div key={key}>
                  <dt>
                    <kbd>{key}</kbd>
                  </dt>
                  <dd>{words}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
