"use client";

import { useState } from "react";
import { post, sentenceOfError } from "../client/api";
import { whileLeaving } from "../client/leave";
import styles from "../doors.module.css";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { Segmented } from "../ui/segmented";
import { SEATS, type Seat } from "./seat-of";

export function SampleBanner({ seat }: { seat: Seat }) {
  const [pending, setPending] = useState<"seat" | "reset" | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const go = async (what: "seat" | "reset", as: Seat) => {
    setPending(what);
    setProblem(null);
    try {
      await whileLeaving(() => post("main", what === "seat" ? "/api/sample/enter" : "/api/sample/reset", { as }));
      // A page of one place is not to be seen from another, and after a reset its ids may be gone.
      window.location.assign("/sample");
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
