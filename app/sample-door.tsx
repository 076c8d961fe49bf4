"use client";

import { useState } from "react";
import { post, sentenceOfError } from "./client/api";
import styles from "./doors.module.css";
import { Button } from "./ui/button";
import { Notice } from "./ui/notice";

export function SampleDoor() {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const enter = async () => {
    setPending(true);
    setProblem(null);
    try {
      await post("main", "/api/sample/enter", { as: "lead" });
      window.location.assign("/sample");
    } catch (error) {
      setProblem(sentenceOfError(error));
      setPending(false);
    }
  };
  return (
    <div className={styles.form}>
      {problem ? (
        <Notice tone="error" live>
          {problem}
        </Notice>
      ) : null}
      <div className={styles.buttons}>
        <Button onPress={enter} pending={pending && "Opening the sample study…"}>
          Look around the sample study
        </Button>
      </div>
    </div>
  );
}
