"use client";

import { useAct } from "@/app/client/use-act";
import { useRead } from "@/app/client/use-read";
import { Button } from "@/app/ui/button";
import { Dialog } from "@/app/ui/dialog";
import { Notice } from "@/app/ui/notice";
import { Spinner } from "@/app/ui/spinner";
import { Swatch } from "@/app/ui/swatch";
import type { MovedCoding } from "@/db/reads/moved-codings";
import type { Span } from "@/lib/text/span";
import type { DeskSession } from "./desk-session";
import styles from "./moved-dialog.module.css";

export interface MovedDialogProps {
  session: DeskSession;
  /** Closes it as well. */
  onShow: (span: Span) => void;
  onClose: () => void;
}

/** Each coding whose words were corrected: what stood there, what stands there now, and whether it still fits. */
export function MovedDialog({ session, onShow, onClose }: MovedDialogProps) {
  const { projectId, documentId, roundId } = session.place;
  const { data } = useRead("moved-codings", { projectId, documentId, ...(roundId ? { roundId } : {}) });
  const check = useAct("check-moved-codings");
  const codings = data?.codings ?? [];
  const looked = async (codingIds: readonly string[]) => {
    await check.perform({ projectId, codingIds: [...codingIds] }).catch(() => {});
    await session.sync().catch(() => {});
  };
  const remove = (moved: MovedCoding) => {
    const coding = session.store.get(moved.codingId);
    if (coding) session.codings.remove(coding);
    void looked([moved.codingId]);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={codings.length === 1 ? "1 coding stands on corrected words" : "Codings on corrected words"}
      actions={
        <>
          {codings.length > 1 ? (
            <Button onPress={() => void looked(codings.map((each) => each.codingId))}>
              {data && data.total > codings.length ? "Keep those listed" : "Keep them all"}
            </Button>
          ) : null}
          <Button variant="primary" onPress={onClose}>
            {data && codings.length === 0 ? "Close" : "Decide later"}
          </Button>
        </>
      }
    >
      {check.problem ? <Notice tone="error">{check.problem}</Notice> : null}
      {data ? <p>{introOf(codings.length, data.total)}</p> : <Spinner>Looking for them…</Spinner>}
      <ul className={styles.list}>
        {codings.map((each) => (
          <li key={each.codingId} className={styles.coding}>
            <h3>
              <Swatch colour={each.colour} label={each.code} />
            </h3>
            <dl className={styles.words}>
              <dt>Before</dt>
              <dd>{each.before ?? "These words were sealed when the document was pseudonymised."}</dd>
              <dt>Now</dt>
              <dd>{each.after ?? "These words were taken out of the text, and the coding with them."}</dd>
            </dl>
            <div className={styles.doing}>
              <Button size="small" onPress={() => void looked([each.codingId])}>
                {each.after === null ? "Noted" : "Keep"}
              </Button>
              {each.after === null ? null : (
                <Button size="small" onPress={() => onShow({ start: each.start, end: each.end })}>
                  Show in the text
                </Button>
              )}
              {each.after !== null && each.open ? (
                <Button size="small" variant="quiet" onPress={() => remove(each)}>
                  Remove
                </Button>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

function introOf(count: number, total: number): string {
  if (count === 0) return "You have looked at all of them.";
  const some = total > count ? ` The first ${count} of ${total} are listed; the others follow them.` : "";
  return `The lead corrected the transcript. Each coding moved along with its words; see whether it still fits them.${some}`;
}
