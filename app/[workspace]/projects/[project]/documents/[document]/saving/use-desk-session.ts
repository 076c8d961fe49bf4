"use client";

import { useQuery } from "@tanstack/react-query";
import { useEffect, useState, useSyncExternalStore } from "react";
import { onSignedIn } from "@/app/client/session-end";
import { readKey } from "@/app/client/use-read";
import { useWorkspace } from "@/app/client/workspace-context";
import { fetchLateParts } from "../late-parts";
import type { DeskTurn } from "../text/desk-turns";
import { type DeskHead, type DeskPlace, DeskSession } from "./desk-session";
import { DeskWire } from "./desk-wire";
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
  const personId = useWorkspace().person?.id ?? "";
  const [wire] = useState(() => new DeskWire(place.workspace, personId));
  const [session] = useState(() => new DeskSession(place, text, turns, answer, wire));
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
    const close = wire.open((message) => session.hear(message));
    session.resume().catch(() => {});
    const stop = fetchLateParts();
    const { tryNow } = session.queue;
    const leaving = (event: BeforeUnloadEvent) => {
      if (session.queue.wouldLose) event.preventDefault();
    };
    const quiet = onSignedIn(() => {
      wire.renew();
      void session.queue.keepAgain();
    });
    window.addEventListener("online", tryNow);
    window.addEventListener("beforeunload", leaving);
    return () => {
      close();
      quiet();
      stop();
      window.removeEventListener("online", tryNow);
      window.removeEventListener("beforeunload", leaving);
    };
  }, [session, wire]);
  return { session, head, revision };
}
