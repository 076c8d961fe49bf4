"use client";

import { useSyncExternalStore } from "react";

const never = () => () => {};
const words = (at: string, timeZone?: string) =>
  new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short", timeZone }).format(new Date(at));

/** A moment in the reader's own time zone, which the server does not know: until the page lives it is told in UTC. */
export function Moment({ at }: { at: string }) {
  const shown = useSyncExternalStore(
    never,
    () => words(at),
    () => words(at, "UTC"),
  );
  return <time dateTime={at}>{shown}</time>;
}
