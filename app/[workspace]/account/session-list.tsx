"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { SessionRow } from "@/db/accounts/sessions";
import { get, post, sentenceOfError } from "../../client/api";
import { useWorkspace } from "../../client/workspace-context";
import styles from "../../doors.module.css";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";
import { dayOf } from "./day-of";

/** Enough to tell one's own computers apart; browsers say little more that is true. */
function browserOf(userAgent: string | null): string {
  const text = userAgent ?? "";
  const browser = ["Edg", "Firefox", "Chrome", "Safari"].find((each) => text.includes(each));
  const system = ["Windows", "Android", "iPhone", "iPad", "Mac OS X", "Linux"].find((each) => text.includes(each));
  const name = browser === "Edg" ? "Edge" : (browser ?? "Another program");
  return system ? `${name} on ${system.replace("Mac OS X", "macOS")}` : name;
}

export function SessionList({ initial }: { initial: SessionRow[] }) {
  const { name: workspace } = useWorkspace();
  const [problem, setProblem] = useState<string | null>(null);
  const query = useQuery({
    queryKey: ["sessions", workspace],
    queryFn: async () => (await get<{ sessions: SessionRow[] }>(workspace, "/api/auth/list-sessions")).sessions,
    initialData: initial,
  });
  const end = async (sessionId: string) => {
    setProblem(null);
    try {
      await post(workspace, "/api/auth/revoke-session", { sessionId });
    } catch (error) {
      setProblem(sentenceOfError(error));
    }
    await query.refetch();
  };
  return (
    <>
      <ul className={styles.list}>
        {query.data.map((row) => (
          <li key={row.sessionId} className={styles.row}>
            <span>
              {browserOf(row.userAgent)} <span className={styles.faint}>since {dayOf(row.begunAt)}</span>
            </span>
            {row.current ? (
              <span className={styles.faint}>This browser</span>
            ) : (
              <Button
                size="small"
                aria-label={`End the session of ${browserOf(row.userAgent)} since ${dayOf(row.begunAt)}`}
                onPress={() => void end(row.sessionId)}
              >
                End it
              </Button>
            )}
          </li>
        ))}
      </ul>
      {problem ? (
        <Notice tone="error" live>
          {problem}
        </Notice>
      ) : null}
    </>
  );
}
