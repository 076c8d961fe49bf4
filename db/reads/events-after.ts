// A person's own events since a number of theirs: what the live stream sends, and whether some were missed for good.
import { and, asc, eq, gt, max, min } from "drizzle-orm";
import { event } from "../schema";
import { dbOf, type Workspace } from "../workspace";

export interface PersonEvent {
  readonly number: number;
  readonly projectId: string;
  readonly subject: string;
  readonly documentId: string | null;
  readonly roundId: string | null;
}

export interface EventsAfter {
  readonly events: readonly PersonEvent[];
  /** Older events than these are gone, so the person should look at everything again. */
  readonly missed: boolean;
  readonly latest: number;
}

/** How many events go out in one go; whoever is further behind looks at everything again. */
const MOST = 200;

export function latestEvent(workspace: Workspace, userId: string): number {
  return (
    dbOf(workspace)
      .select({ n: max(event.number) })
      .from(event)
      .where(eq(event.userId, userId))
      .get()?.n ?? 0
  );
}

export function eventsAfter(workspace: Workspace, userId: string, after: number): EventsAfter {
  return dbOf(workspace).transaction((db) => {
    const edge = db
      .select({ first: min(event.number), last: max(event.number) })
      .from(event)
      .where(eq(event.userId, userId))
      .get();
    const latest = edge?.last ?? 0;
    // A number from before the data was restored, or from another workspace, names nothing here.
    if (after > latest) return { events: [], missed: true, latest };
    if (latest - after > MOST || after + 1 < (edge?.first ?? 1)) return { events: [], missed: true, latest };
    const events = db
      .select({
        number: event.number,
        projectId: event.projectId,
        subject: event.subject,
        documentId: event.documentId,
        roundId: event.roundId,
      })
      .from(event)
      .where(and(eq(event.userId, userId), gt(event.number, after)))
      .orderBy(asc(event.number))
      .all();
    return { events, missed: false, latest };
  });
}
