"use client";

import { useSyncExternalStore } from "react";
import { Button } from "@/app/ui/button";
import { CopyButton } from "@/app/ui/copy-button";
import { Dialog } from "@/app/ui/dialog";
import { LinkButton } from "@/app/ui/link-button";
import type { Span } from "@/lib/text/span";
import { heardWords } from "../keys/desk-sentences";
import type { DeskSession } from "./desk-session";
import { type RefusedAct, refusedAct } from "./refused-act";
import styles from "./refused-dialog.module.css";

export interface RefusedDialogProps {
  session: DeskSession;
  /** Closes it as well. */
  onShow: (span: Span) => void;
  onClose: () => void;
}

/** What could not be saved: what was wanted, why it was refused, and what can be done now. Nothing of it is lost. */
export function RefusedDialog({ session, onShow, onClose }: RefusedDialogProps) {
  const { queue } = session;
  useSyncExternalStore(queue.subscribe, queue.getState, queue.getState);
  useSyncExternalStore(session.subscribe, session.getHead, session.getHead);
  const refused = queue.parked.map((act) => refusedAct(session, act));
  const title = refused.length === 1 ? "1 change needs you" : `${refused.length} changes need you`;
  const { workspace, projectId } = session.place;
  return (
    <Dialog
      open
      onClose={onClose}
      title={refused.length === 0 ? "Nothing needs you any more" : title}
      actions={
        <Button variant="primary" onPress={onClose}>
          {refused.length === 0 ? "Close" : "Decide later"}
        </Button>
      }
    >
      {refused.length === 0 ? (
        <p>Everything that you did is saved.</p>
      ) : (
        <p>The server did not accept this. It stays here, on this computer, until you decide.</p>
      )}
      <ul className={styles.list}>
        {refused.map((each) => (
          <li key={each.act.key} className={styles.act}>
            <h3>{each.wanted}</h3>
            {each.span ? (
              <blockquote className={styles.quote}>
                {heardWords(session.text.slice(each.span.start, each.span.end))}
              </blockquote>
            ) : null}
            <Memo refused={each} />
            <p className={styles.why}>{each.why}</p>
            <div className={styles.doing}>
              {each.memoNow ? (
                <Button
                  size="small"
                  onPress={() => {
                    const wording = each.memoNow?.wording ?? 0;
                    void session.again(each.act, { ...each.act.body.input, wording });
                  }}
                >
                  Put mine in its place
                </Button>
              ) : (
                <Button size="small" onPress={() => void session.again(each.act)}>
                  Try again
                </Button>
              )}
              {each.span ? (
                <Button
                  size="small"
                  onPress={() => {
                    if (each.span) onShow(each.span);
                  }}
                >
                  Show in the text
                </Button>
              ) : null}
              {each.elsewhere ? (
                <LinkButton
                  size="small"
                  href={`/${workspace}/projects/${projectId}/documents/${each.elsewhere.id}`}
                >{`Open ${each.elsewhere.name}`}</LinkButton>
              ) : null}
              {each.memo ? <CopyButton text={each.memo} label="Copy the memo" size="small" /> : null}
              <Button size="small" variant="quiet" onPress={() => void queue.letGo(each.act)}>
                Let go
              </Button>
            </div>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

/** Both texts where the memo was changed elsewhere, so that nobody has to choose blindly. */
function Memo({ refused: { memo, memoNow } }: { refused: RefusedAct }) {
  if (memo === null) return null;
  if (!memoNow) return <p className={styles.memo}>{memo}</p>;
  return (
    <dl className={styles.both}>
      <div>
        <dt>Yours</dt>
        <dd>{memo || "(empty)"}</dd>
      </div>
      <div>
        <dt>What is saved now</dt>
        <dd>{memoNow.text || "(empty)"}</dd>
      </div>
    </dl>
  );
}
