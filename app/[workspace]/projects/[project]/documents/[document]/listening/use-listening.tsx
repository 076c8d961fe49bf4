"use client";

import { type ReactNode, useMemo, useRef, useState } from "react";
import { useRead } from "@/app/client/use-read";
import type { ReadResult } from "@/db/reads";
import type { MoreCommands } from "../keys/use-desk-commands";
import { lazyPart } from "../lazy-part";
import type { Reading } from "../reading/reading";
import type { DeskPlace } from "../saving/desk-session";
import type { Playback } from "./playback";

const RecordingPlayer = lazyPart(async () => (await import("./recording-player")).RecordingPlayer);
const AttachRecordingDialog = lazyPart(
  async () => (await import("../../../recordings/attach-recording-dialog")).AttachRecordingDialog,
);

export interface ListeningParts {
  readonly place: DeskPlace;
  readonly title: string;
  readonly initial: ReadResult<"recordings">;
  readonly reading: Reading;
  /** All of the text stands on the page. */
  readonly standing: boolean;
  readonly leads: boolean;
  readonly say: (words: string) => void;
}

export interface Listening {
  readonly commands: MoreCommands;
  /** Under the text; null where there is no recording for this person. */
  readonly player: ReactNode;
  readonly dialog: ReactNode;
  readonly hasRecording: boolean;
  /** A lead adds a recording. */
  readonly add: () => void;
}

/** The recordings of the document: what plays them comes only where there is one. */
export function useListening({ place, title, initial, reading, standing, leads, say }: ListeningParts): Listening {
  const { projectId, documentId } = place;
  const { data } = useRead("recordings", { projectId, documentId }, { initial });
  const recordings = data?.recordings ?? initial.recordings;
  const playing = useRef<Playback | null>(null);
  const [adding, setAdding] = useState(false);
  const hasRecording = recordings.length > 0;
  const commands = useMemo<MoreCommands>(() => {
    const whenHeard = (what: (playback: Playback) => string | undefined) => () =>
      playing.current
        ? what(playing.current)
        : hasRecording
          ? "The recording is still being fetched."
          : "There is no recording beside this document.";
    return {
      "play-pause": whenHeard((playback) => playback.toggle()),
      "play-here": whenHeard((playback) => playback.playHere()),
      "back-5-seconds": whenHeard((playback) => playback.step(-1)),
      "on-5-seconds": whenHeard((playback) => playback.step(1)),
    };
  }, [hasRecording]);
  const add = useMemo(() => () => setAdding(true), []);
  return {
    commands,
    hasRecording,
    add,
    player:
      hasRecording && standing ? (
        <RecordingPlayer
          projectId={projectId}
          recordings={recordings}
          reading={reading}
          leads={leads}
          playing={playing}
          onSay={say}
          onAdd={add}
        />
      ) : null,
    dialog: adding ? (
      <AttachRecordingDialog
        projectId={projectId}
        documentId={documentId}
        title={title}
        onClose={() => setAdding(false)}
      />
    ) : null,
  };
}
