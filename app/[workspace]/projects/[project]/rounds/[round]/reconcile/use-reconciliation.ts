"use client";

import { useCallback, useState } from "react";
import { sentenceOfError } from "@/app/client/api";
import { newId } from "@/app/client/new-id";
import { useAct } from "@/app/client/use-act";
import { useRead } from "@/app/client/use-read";
import { toast } from "@/app/ui/toast";
import type { ActInput } from "@/db/acts";
import type { ReadResult } from "@/db/reads";
import { findWanted, nextUnsettled, type QueuePlace, steppedFrom } from "./place-in-queue";

export type Decision = ActInput<"settle-disagreement">["decision"];
export type Answer = ReadResult<"reconciliation">;
export type Disagreement = Answer["disagreements"][number];

const RULING_ACTS = new Set(["settle-disagreement", "withdraw-ruling", "revive-ruling"]);

export interface UseReconciliationProps {
  projectId: string;
  roundId: string;
  initial: Answer;
  initialText: ReadResult<"coding-desk">;
  at: number | null;
}

/** The queue, where the reader is in it, and what they do to it. What was shown stays until the next is there. */
export function useReconciliation({ projectId, roundId, initial, initialText, at }: UseReconciliationProps) {
  const [place, setPlace] = useState<QueuePlace>({
    documentId: initial.documentId,
    wanted: at === null ? { kind: "unsettled" } : { kind: "at", at },
  });
  const [said, setSaid] = useState("");
  const params = { projectId, roundId, documentId: place.documentId };
  const isFirst = place.documentId === initial.documentId;
  const queue = useRead("reconciliation", params, { initial: isFirst ? initial : undefined });
  const desk = useRead("coding-desk", params, { initial: isFirst ? initialText : undefined });
  const [shown, setShown] = useState({ answer: initial, text: initialText });
  if (queue.data && desk.data && (queue.data !== shown.answer || desk.data !== shown.text)) {
    setShown({ answer: queue.data, text: desk.data });
  }
  const { answer, text } = shown;
  const arrived = answer.documentId === place.documentId;
  const active = arrived ? findWanted(answer.disagreements, place.wanted) : null;
  // Once it is known which one is meant, the reader stays with it whatever is settled meanwhile.
  if (active && (place.wanted.kind !== "key" || place.wanted.key !== active.key)) {
    setPlace({ documentId: place.documentId, wanted: { kind: "key", key: active.key } });
  }
  const settling = useAct("settle-disagreement");
  const withdrawing = useAct("withdraw-ruling");
  const undoing = useAct("undo");
  const redoing = useAct("redo");
  const forget = () => {
    for (const each of [settling, withdrawing, undoing, redoing]) each.forget();
  };
  const go = (to: QueuePlace | null) => {
    forget();
    if (to) setPlace(to);
  };
  const here = place.documentId;
  /** Another one of the same document. */
  const choose = useCallback((key: string) => setPlace({ documentId: here, wanted: { kind: "key", key } }), [here]);
  const settle = async (decision: Decision, reason: string): Promise<boolean> => {
    if (!active) return false;
    forget();
    try {
      await settling.perform({ ...params, key: active.key, rulingId: newId(), decision, reason });
    } catch {
      return false;
    }
    const next = nextUnsettled(answer, active.key);
    setSaid(next ? "Settled. The next one is shown." : "Settled. That was the last one.");
    if (next) setPlace(next);
    return true;
  };
  const withdraw = async (rulingId: string) => {
    forget();
    try {
      await withdrawing.perform({ projectId, rulingId });
      setSaid("The ruling is taken back.");
    } catch {
      // `problem` says why.
    }
  };
  const back = async (direction: "undo" | "redo") => {
    const next = direction === "undo" ? answer.undo : answer.redo;
    if (!next || !RULING_ACTS.has(next.act)) {
      toast(
        next && direction === "undo"
          ? "Your last act was not a ruling. Undo it where you did it."
          : `There is no ruling to ${direction}.`,
      );
      return;
    }
    forget();
    try {
      const { input } = await (direction === "undo" ? undoing : redoing).perform({ projectId });
      const { documentId, key } = input;
      if (typeof documentId === "string" && typeof key === "string") {
        setPlace({ documentId, wanted: { kind: "key", key } });
      }
      setSaid(direction === "undo" ? "Undone." : "Done again.");
    } catch {
      // `problem` says why.
    }
  };
  return {
    answer,
    text,
    active,
    arrived,
    said,
    saving: settling.pending || withdrawing.pending || undoing.pending || redoing.pending,
    problem:
      settling.problem ??
      withdrawing.problem ??
      undoing.problem ??
      redoing.problem ??
      (queue.error || desk.error ? sentenceOfError(queue.error ?? desk.error) : null),
    mayUndo: answer.undo !== null && RULING_ACTS.has(answer.undo.act),
    mayRedo: answer.redo !== null && RULING_ACTS.has(answer.redo.act),
    go,
    choose,
    step: (step: 1 | -1) => go(steppedFrom(answer, active?.key ?? null, step)),
    settle,
    withdraw,
    undo: () => back("undo"),
    redo: () => back("redo"),
  };
}
