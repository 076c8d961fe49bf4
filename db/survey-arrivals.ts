// Who is bringing in which survey: a repeated request waits for the first, so that neither is in the other's way.
import type { Db, Sqlite } from "./connection";

interface UnderWay {
  readonly ended: Promise<void>;
  readonly end: () => void;
}

const underWay = new WeakMap<Sqlite, Map<string, UnderWay>>();

function of(db: Db): Map<string, UnderWay> {
  const found = underWay.get(db.$client) ?? new Map<string, UnderWay>();
  underWay.set(db.$client, found);
  return found;
}

/** Waits for whoever is at this survey, then has it until `endArrival`. */
export async function beginArrival(db: Db, surveyId: string): Promise<void> {
  for (let first = of(db).get(surveyId); first; first = of(db).get(surveyId)) await first.ended;
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  of(db).set(surveyId, { ended, end });
}

export function endArrival(db: Db, surveyId: string): void {
  const mine = of(db).get(surveyId);
  of(db).delete(surveyId);
  mine?.end();
}
