"use client";

import dynamic from "next/dynamic";
import { type ReactNode, useCallback, useEffect, useState } from "react";
import { get } from "../client/api";
import { isLeaving } from "../client/leave";
import { LiveUpdates } from "../client/live-updates";
import { onSessionEnd, tellSignedIn } from "../client/session-end";
import { useWorkspace } from "../client/workspace-context";
import styles from "./live-session.module.css";

const SessionLock = dynamic(() => loadLock().then((module) => module.SessionLock), { ssr: false });

function loadLock() {
  return import("./session-lock");
}

export interface LiveSessionProps {
  after: number;
  /** Of the person whose page this is. */
  email: string;
  children: ReactNode;
}

/**
 * Keeps the screens fresh. When the session ends nobody can read or touch what stands here, since it may be somebody
 * else who sits down before it; what is unsent stays until the same person has signed in again.
 */
export function LiveSession({ after, email, children }: LiveSessionProps) {
  const { name, person } = useWorkspace();
  const [ended, setEnded] = useState(false);
  const [round, setRound] = useState(0);
  const end = useCallback(() => {
    if (!isLeaving()) setEnded(true);
  }, []);

  useEffect(() => onSessionEnd(end), [end]);
  useEffect(() => {
    // Fetched while there is a session: without a network nothing could be put over the page.
    const timer = setTimeout(() => loadLock().catch(() => {}), 3000);
    return () => clearTimeout(timer);
  }, []);

  const personId = person?.id;
  const look = useCallback(async () => {
    const session = await get<{ person: { id: string } | null }>(name, "/api/auth/get-session");
    if (session.person === null) return;
    // Somebody else is not shown this page: theirs is another one, and what waits here waits on.
    if (session.person.id !== personId) return window.location.replace(`/${name}`);
    setRound((count) => count + 1);
    setEnded(false);
    tellSignedIn();
  }, [name, personId]);
  useEffect(() => {
    if (!ended) return;
    // They may have signed in again in another tab.
    const onFocus = () => void look().catch(() => {});
    window.addEventListener("focus", onFocus);
    return () => window.removeEventListener("focus", onFocus);
  }, [ended, look]);

  return (
    <>
      {ended ? null : <LiveUpdates key={round} after={after} onSignedOut={end} />}
      <div className={ended ? styles.locked : styles.open} inert={ended}>
        {children}
      </div>
      {ended ? (
        <>
          <div className={styles.curtain} />
          <SessionLock email={email} onSignedIn={look} />
        </>
      ) : null}
    </>
  );
}
