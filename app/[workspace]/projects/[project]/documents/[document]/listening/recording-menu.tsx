"use client";

import { useEffect, useState } from "react";
import { Menu } from "@/app/ui/menu";
import { toast } from "@/app/ui/toast";
import { offsetWords } from "@/lib/recordings/offset-words";
import { SetRecordingDialog } from "../../../recordings/set-recording-dialog";
import { useActWithUndo } from "../../../use-act-with-undo";
import type { Playback } from "./playback";
import type { DeskRecording } from "./recording-player";

export interface RecordingMenuProps {
  projectId: string;
  recording: DeskRecording;
  playback: Playback | null;
  onSay: (words: string) => void;
  onAdd: () => void;
}

/** What a lead does with a recording. */
export function RecordingMenu({ projectId, recording, playback, onSay, onAdd }: RecordingMenuProps) {
  const [setting, setSetting] = useState(false);
  const place = useActWithUndo("set-recording", projectId);
  const removal = useActWithUndo("remove-recording", projectId);
  const { id, leadOnly, version } = recording;

  const beginHere = async () => {
    const here = playback?.offsetIfHereBeginsNow();
    if (!here) return onSay("The turn at the caret has no time, so it cannot say where the transcript begins.");
    const input = { projectId, recordingId: id, offsetMs: here.offsetMs, leadOnly, version };
    const done = `${here.turn} begins here: the transcript’s 0:00 lies at ${offsetWords(here.offsetMs)}.`;
    await place.perform(input, done);
  };
  const remove = () =>
    removal.perform({ projectId, recordingId: id }, "The recording was removed. It is deleted after 30 days.");
  const problem = place.problem ?? removal.problem;
  useEffect(() => {
    if (problem) toast(problem, { tone: "error" });
  }, [problem]);
  return (
    <>
      <Menu
        label={`Change ${recording.fileName}`}
        size="small"
        placement="top end"
        items={[
          {
            id: "here",
            label: "The turn at the caret begins now",
            detail: "Moves the transcript along the recording",
            onSelect: () => void beginHere(),
          },
          { id: "set", label: "Where it begins, who hears it…", onSelect: () => setSetting(true) },
          { id: "add", label: "Add another recording…", onSelect: onAdd },
          "line",
          { id: "remove", label: "Remove the recording", danger: true, onSelect: () => void remove() },
        ]}
      />
      {setting ? (
        // Its version is that of the moment: what somebody else changed meanwhile is not written over.
        <SetRecordingDialog
          key={version}
          projectId={projectId}
          recording={recording}
          onClose={() => setSetting(false)}
        />
      ) : null}
    </>
  );
}
