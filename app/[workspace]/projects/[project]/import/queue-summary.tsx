"use client";

import { Button } from "../../../../ui/button";
import { Progress } from "../../../../ui/progress";
import { countWords } from "../document-words";
import { type BatchFile, isUnderWay } from "./batch";
import styles from "./import.module.css";

export interface QueueSummaryProps {
  files: readonly BatchFile[];
  onClear: () => void;
  disabled: boolean;
}

/** How far the whole batch is, and what became of it so far. */
export function QueueSummary({ files, onClear, disabled }: QueueSummaryProps) {
  const count = (test: (file: BatchFile) => boolean) => files.filter(test).length;
  const reading = count(isUnderWay);
  const parts: [number, string][] = [
    [count((file) => file.status === "ready"), "ready"],
    [count((file) => file.status === "imported"), "imported"],
    [count((file) => file.status === "aside"), "set aside"],
    [count((file) => file.status === "password"), "with a password"],
    [count((file) => file.status === "failed"), "not readable"],
  ];
  const words = parts.filter(([n]) => n > 0).map(([n, what]) => `${n.toLocaleString("en-GB")} ${what}`);
  const rest = count((file) => file.status !== "imported");
  return (
    <div className={styles.summary}>
      {reading > 0 ? (
        <Progress
          label="All files"
          value={files.length - reading}
          max={files.length}
          words={`${(files.length - reading).toLocaleString("en-GB")} of ${countWords(files.length, "file", "files")}`}
        />
      ) : null}
      <div className={styles.summaryLine}>
        <span className={styles.soft} role="status">
          {words.join(", ")}
        </span>
        {rest > 0 ? (
          <Button size="small" variant="quiet" onPress={onClear} disabled={disabled}>
            {reading > 0 ? "Stop and leave out all" : "Leave out all"}
          </Button>
        ) : null}
      </div>
    </div>
  );
}
