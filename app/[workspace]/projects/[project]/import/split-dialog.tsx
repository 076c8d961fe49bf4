"use client";

import { useEffect, useState } from "react";
import type { LabelTurn, LabelTurns } from "@/lib/readers/label-turns";
import type { SpeakerRole } from "@/lib/readers/read-result";
import { sentenceOfError } from "../../../../client/api";
import { turnsOfLabel } from "../../../../client/imports";
import { useWorkspace } from "../../../../client/workspace-context";
import { Button } from "../../../../ui/button";
import { Checkbox } from "../../../../ui/checkbox";
import { Dialog } from "../../../../ui/dialog";
import { Notice } from "../../../../ui/notice";
import { Select } from "../../../../ui/select";
import { Spinner } from "../../../../ui/spinner";
import { countWords } from "../document-words";
import { isSpeakerRole, SPEAKER_ROLE_OPTIONS } from "../people/speaker-role-words";
import type { NameChoice } from "./batch-people";
import type { Decision, DecisionPart } from "./decision";
import styles from "./import.module.css";
import { NameField, type NameFieldProps } from "./name-field";
import { givenBack, givenTo, partOf } from "./split-parts";

export interface SplitDialogProps {
  projectId: string;
  stageId: string;
  decision: Decision;
  choices: NameFieldProps["choices"];
  onDone: (decision: Decision) => void;
  onClose: () => void;
}

const SHOWN_AT_ONCE = 200;

/** One label, several people: which of its turns are somebody else's. */
export function SplitDialog({ projectId, stageId, decision, choices, onDone, onClose }: SplitDialogProps) {
  const workspace = useWorkspace().name;
  const [found, setFound] = useState<LabelTurns | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [parts, setParts] = useState<readonly DecisionPart[]>(decision.parts ?? []);
  const [ticked, setTicked] = useState<ReadonlySet<LabelTurn>>(new Set());
  const [whose, setWhose] = useState<NameChoice>({ name: "" });
  const [role, setRole] = useState<SpeakerRole>("participant");
  const [shown, setShown] = useState(SHOWN_AT_ONCE);

  useEffect(() => {
    const stopper = new AbortController();
    turnsOfLabel(workspace, projectId, stageId, decision.label, stopper.signal).then(setFound, (error: unknown) => {
      if (!stopper.signal.aborted) setProblem(sentenceOfError(error));
    });
    return () => stopper.abort();
  }, [workspace, projectId, stageId, decision.label]);

  const tick = (turn: LabelTurn, on: boolean) => {
    const next = new Set(ticked);
    if (on) next.add(turn);
    else next.delete(turn);
    setTicked(next);
  };
  const settle = (next: readonly DecisionPart[]) => {
    setParts(next);
    setTicked(new Set());
  };
  const blocks = [...ticked].flatMap((turn) => turn.blocks);
  const anyGiven = [...ticked].some((turn) => partOf(parts, turn.blocks) !== null);
  const own = decision.name.trim() || decision.label;

  return (
    <Dialog
      open
      size="large"
      onClose={onClose}
      title={`Whose turns are “${decision.label}”?`}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            disabled={found === null}
            onPress={() => onDone({ ...decision, parts: parts.length > 0 ? parts : undefined })}
          >
            Done
          </Button>
        </>
      }
    >
      <p>
        Tick the turns that are not {own}’s and say who speaks in them. What is not given away stays {own}’s.
      </p>
      {problem ? <Notice tone="error">{problem}</Notice> : null}
      {found === null && !problem ? <Spinner>Turns are being listed…</Spinner> : null}
      {found ? (
        <>
          <ul className={styles.splitTurns} aria-label={`Turns of ${decision.label}`}>
            {found.turns.slice(0, shown).map((turn) => {
              const part = partOf(parts, turn.blocks);
              return (
                <li key={turn.blocks[0]} className={styles.splitTurn}>
                  <Checkbox checked={ticked.has(turn)} onChange={(on) => tick(turn, on)}>
                    <span className={styles.splitWho}>{part?.name ?? own}</span> {turn.words || "(no words)"}
                  </Checkbox>
                </li>
              );
            })}
          </ul>
          {found.turns.length > shown ? (
            <Button size="small" onPress={() => setShown(shown + SHOWN_AT_ONCE)}>
              {`Show ${countWords(Math.min(SHOWN_AT_ONCE, found.turns.length - shown), "more turn", "more turns")}`}
            </Button>
          ) : null}
          {found.cut ? <Notice>Only the first turns are listed; the rest stays {own}’s.</Notice> : null}
          <div className={styles.splitGive}>
            <NameField
              label="Who speaks in them"
              who="the ticked turns"
              value={whose.name}
              choices={choices}
              onChange={setWhose}
            />
            <Select
              label="Role"
              size="small"
              options={SPEAKER_ROLE_OPTIONS}
              value={role}
              onChange={(id) => {
                if (isSpeakerRole(id)) setRole(id);
              }}
            />
            <Button
              size="small"
              disabled={ticked.size === 0 || whose.name.trim() === ""}
              onPress={() => settle(givenTo(parts, { ...whose, name: whose.name.trim(), role }, blocks))}
            >
              {ticked.size === 0 ? "Give the ticked turns" : `Give ${countWords(ticked.size, "turn", "turns")}`}
            </Button>
            {anyGiven ? (
              <Button size="small" variant="quiet" onPress={() => settle(givenBack(parts, blocks))}>
                {`Give back to ${own}`}
              </Button>
            ) : null}
          </div>
        </>
      ) : null}
    </Dialog>
  );
}
