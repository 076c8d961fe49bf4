"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { get } from "./api";
import { isLeaving } from "./leave";
import { type ChangedEvent, isConcerned } from "./reads-of-event";
import { useWorkspace } from "./workspace-context";

export interface LiveUpdatesProps {
  /** The person's own number of their last event, taken before the page's reads were made. */
  readonly after: number;
  readonly onSignedOut?: () => void;
}

/**
 * Listens for what changed and has the reads concerned asked again. One stream per visible tab: a hidden tab gives its
 * place up, because a browser keeps only six connections to a server, and catches up when it is looked at again.
 */
export function LiveUpdates({ after, onSignedOut }: LiveUpdatesProps) {
  const { name: workspace, person } = useWorkspace();
  const personId = person?.id ?? "";
  const queries = useQueryClient();
  useEffect(() => {
    let source: EventSource | null = null;
    let last = String(after);
    let ended = false;
    const look = (concerned: (key: readonly unknown[]) => boolean) => {
      void queries.invalidateQueries({ predicate: (query) => concerned(query.queryKey) });
    };
    const close = () => {
      source?.close();
      source = null;
    };
    const open = () => {
      if (ended || (source && source.readyState !== EventSource.CLOSED)) return;
      source = new EventSource(`/api/events?${new URLSearchParams({ workspace, after: last, person: personId })}`);
      const keep = (event: MessageEvent<string>) => {
        if (event.lastEventId) last = event.lastEventId;
      };
      source.addEventListener("ready", keep);
      source.addEventListener("changed", (event) => {
        keep(event);
        const changed = JSON.parse(event.data) as ChangedEvent;
        look((key) => isConcerned(key, workspace, changed));
      });
      source.addEventListener("everything", (event) => {
        keep(event);
        look((key) => key[0] === "read" && key[1] === workspace);
      });
      const end = () => {
        close();
        ended = true;
        if (!isLeaving()) onSignedOut?.();
      };
      source.addEventListener("signed-out", end);
      source.addEventListener("error", () => {
        // Closed for good means an answer that is no stream: the session may have ended while nobody listened, and
        // somebody else may have signed in since, whose page this is not.
        if (source?.readyState !== EventSource.CLOSED) return;
        get<{ person: { id: string } | null }>(workspace, "/api/auth/get-session").then(
          (session) => {
            if (session.person?.id !== personId) end();
          },
          () => {},
        );
      });
    };
    const onVisibility = () => (document.hidden ? close() : open());
    // The browser gives up after an answer that is no stream; a server that restarted is found again this way.
    const again = setInterval(() => {
      if (!document.hidden && source?.readyState === EventSource.CLOSED) open();
    }, 5000);
    onVisibility();
    document.addEventListener("visibilitychange", onVisibility);
    return () => {
      clearInterval(again);
      document.removeEventListener("visibilitychange", onVisibility);
      close();
    };
  }, [workspace, personId, after, queries, onSignedOut]);
  return null;
}
