"use client";

import { Button } from "@/app/ui/button";
import { Moment } from "../../moment";
import styles from "./reconcile.module.css";
import type { Answer, Disagreement } from "./use-reconciliation";

export interface RulingRecordProps {
  answer: Answer;
  ruling: NonNullable<Disagreement["ruling"]>;
  mayTakeBack: boolean;
  saving: boolean;
  onTakeBack: (rulingId: string) => void;
}

/** What was decided, why, by whom and when. */
export function RulingRecord({ answer, ruling, mayTakeBack, saving, onTakeBack }: RulingRecordProps) {
  const name = answer.coders.find((each) => each.id === ruling.coderId)?.name ?? "one coder";
  const many = answer.coders.length > 2;
  const words = {
    side: `Accepted ${name}`,
    both: many ? "All, taken together" : "Both, taken together",
    neither: many ? "None: nothing stands" : "Neither: nothing stands",
  }[ruling.decision];
  return (
    <section aria-label="Ruling on record" className={styles.record}>
      <h3>Settled: {words}</h3>
      <p>{ruling.reason === "" ? "No reason was given." : ruling.reason}</p>
      <p className={styles.soft}>
        {ruling.decidedBy}, <Moment at={ruling.decidedAt} />
      </p>
      {mayTakeBack ? (
        <div>
          <Button size="small" onPress={() => onTakeBack(ruling.id)} pending={saving && "Saving…"}>
            Take this ruling back
          </Button>
        </div>
      ) : null}
    </section>
  );
}
