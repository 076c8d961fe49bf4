import { LinkButton } from "@/app/ui/link-button";
import { Notice } from "@/app/ui/notice";
import type { DeskHead, DeskSession } from "./desk-session";

export interface LockNoticeProps {
  lock: NonNullable<DeskSession["lock"]>;
  head: DeskHead;
  projectHref: string;
}

/** Why nothing can be coded here, and where to go from here. */
export function LockNotice({ lock, head, projectHref }: LockNoticeProps) {
  const { round, set } = head;
  if (lock === "submitted") {
    const day = set?.submittedAt?.slice(0, 10);
    return (
      <Notice title={`You submitted this document${day ? ` on ${day}` : ""}, so it is locked.`}>
        You can read it and write memos. Only a lead can reopen it, from the page of the round, with a reason on record.
      </Notice>
    );
  }
  if (lock === "frozen") {
    return (
      <Notice
        title="The round has been revealed: your codings stay as they were."
        actions={
          round ? (
            <>
              <LinkButton size="small" href={`${projectHref}/rounds/${round.id}/agreement`}>
                See the agreement
              </LinkButton>
              <LinkButton size="small" href={`${projectHref}/rounds/${round.id}/reconcile`}>
                Reconcile
              </LinkButton>
            </>
          ) : null
        }
      />
    );
  }
  if (lock === "full") {
    return (
      <Notice tone="warn" title="So much waits to be saved that no more fits on this computer.">
        Nothing is lost. Coding goes on when the changes that wait have reached the server.
      </Notice>
    );
  }
  if (lock === "observer") return <Notice>You may read here. Observers do not code.</Notice>;
  return <Notice>You are not a coder of this document in this round, so you read it only.</Notice>;
}
