"use client";

import { useState } from "react";
import { post, read, sentenceOfError } from "../client/api";
import { whileLeaving } from "../client/leave";
import styles from "../doors.module.css";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { Segmented } from "../ui/segmented";
import { SEATS, type Seat } from "./seat-of";

/** The project that is on the screen, seen from the new place if that belongs to it; other pages may not be theirs. */
async function sameProject(): Promise<string> {
  const shown = /^\/sample\/projects\/([^/]+)/.exec(window.location.pathname)?.[1];
  const projects = shown ? await read("sample", "my-projects", {}) : [];
  return projects.some((project) => project.projectId === shown) ? `/sample/projects/${shown}` : "/sample";
}

export function SampleBanner({ seat }: { seat: Seat }) {
  const [pending, setPending] = useState<"seat" | "reset" | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const go = async (what: "seat" | "reset", as: Seat) => {
    setPending(what);
    setProblem(null);
    try {
      const next = await whileLeaving(async () => {
        await post("main", what === "seat" ? "/api/sample/enter" : "/api/sample/reset", { as });
        // After a reset the ids of a moment ago are gone.
        return what === "seat" ? sameProject() : "/sample";
      });
      window.location.assign(next);
    } catch (error) {
      setProblem(sentenceOfError(error));
      setPending(null);
    }
  };
  return (
    <aside aria-label="Sample study" className={styles.banner}>
      <p>This is the sample study. Nothing here touches your own work.</p>
      <Segmented
        label="Look at it as"
        options={[...SEATS]}
        value={seat}
        onChange={(id) => {
          const next = SEATS.find((each) => each.id === id);
          if (next && next.id !== seat) void go("seat", next.id);
        }}
      />
      <Button
        size="small"
        variant="quiet"
        onPress={() => void go("reset", seat)}
        disabled={pending === "seat"}
        pending={pending === "reset" && "Putting it back…"}
      >
        Put it back as it was
      </Button>
      {problem ? (
        <Notice tone="error" live>
          {problem}
        </Notice>
      ) : null}
    </aside>
  );
}
