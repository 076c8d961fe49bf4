"use client";

import { X } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button } from "@/app/ui/button";
import styles from "./agreement.module.css";

export interface SidePanelProps {
  title: ReactNode;
  intro?: ReactNode;
  onClose: () => void;
  children: ReactNode;
}

/** Beside the figures where there is room, over them where there is not; Escape closes it. */
export function SidePanel({ title, intro, onClose, children }: SidePanelProps) {
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <aside
      aria-labelledby={titleId}
      className={styles.panel}
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <div className={styles.panelHead}>
        <h2 id={titleId} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <Button variant="quiet" size="small" icon={<X aria-hidden />} aria-label="Close the text" onPress={onClose} />
      </div>
      {intro ? <div className={styles.panelIntro}>{intro}</div> : null}
      {children}
    </aside>
  );
}
