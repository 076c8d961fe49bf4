"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { readKey } from "@/app/client/use-read";
import { type DeskHead, type DeskPlace, DeskSession } from "./desk-session";
import type { DeskTurn } from "./desk-turns";
import type { PackedDesk } from "./packed-desk";

export interface OpenDesk {
  readonly session: DeskSession;
  readonly head: DeskHead;
  /** Grows with every change of the codings. */
  readonly revision: number;
}

export function useDeskSession(
  place: DeskPlace,
  text: string,
  turns: readonly DeskTurn[],
  answer: PackedDesk,
): OpenDesk {
  const [session] = useState(() => new DeskSession(place, text, turns, answer));
  const head = useSyncExternalStore(session.subscribe, session.getHead, session.getHead);
  const { store } = session;
  const revision = useSyncExternalStore(store.subscribe, store.getRevision, store.getRevision);
  const { workspace, ...params } = place;
  // Live updates ask this again whenever something here may have changed; the session then asks only for what it lacks.
  useQuery({
    queryKey: readKey(workspace, "desk-codings", params),
    queryFn: async () => {
      await session.sync();
      return session.head;
    },
    initialData: session.head,
    structuralSharing: false,
  });
  useEffect(() => {
    session.resume();
    const online = () => session.queue.tryNow();
    const leaving = (event: BeforeUnloadEvent) => {
      if (session.queue.length > 0) event.preventDefault();
    };
    window.addEventListener("online", online);
    window.addEventListener("beforeunload", leaving);
    return () => {
      window.removeEventListener("online", online);
      window.removeEventListener("beforeunload", leaving);
    };
  }, [session]);
  return { session, head, revision };
}
