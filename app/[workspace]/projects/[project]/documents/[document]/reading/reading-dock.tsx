"use client";

import { X } from "lucide-react";
import { memo } from "react";
import { Button } from "@/app/ui/button";
import { lazyPart } from "../lazy-part";
import { useSignal } from "../use-signal";
import type { Reading } from "./reading";
import styles from "./reading-parts.module.css";

const FindBar = lazyPart(async () => (await import("./find-bar")).FindBar);

export interface ReadingDockProps {
  reading: Reading;
  hrefOf: (documentId: string) => string;
}

/** Under the text, so that the text does not move: the search, or what just happened to the place in the text. */
export const ReadingDock = memo(function ReadingDock({ reading, hrefOf }: ReadingDockProps) {
  const dock = useSignal(reading.dock);
  if (!dock) return null;
  if (dock.kind === "find") return <FindBar reading={reading} asked={dock} hrefOf={hrefOf} />;
  return (
    <div className={styles.line}>
      <span role="status">Back where you were: {dock.place}.</span>
      <Button size="small" onPress={() => reading.toBeginning()}>
        Go to the beginning
      </Button>
      <span className={styles.close}>
        <Button
          size="small"
          variant="quiet"
          icon={<X aria-hidden />}
          aria-label="Close"
          onPress={() => reading.dock.set(null)}
        />
      </span>
    </div>
  );
});
