import type { Statistic } from "@/lib/agreement/statistic";
import { kappaWords, type LabelScheme, labelWord } from "./figure-words";

import styles from "./views.module.css";

export interface LabelledKappaProps {
  kappa: Statistic;
  labels: LabelScheme | null;
}

/** A κ with the word that the chosen authors have for it; the word first, so that numbers stand under one another. */
export function LabelledKappa({ kappa, labels }: LabelledKappaProps) {
  const word = labelWord(kappa, labels);
  return (
    <>
      {word ? <span className={styles.label}>{word} </span> : null}
      {kappaWords(kappa)}
    </>
  );
}
