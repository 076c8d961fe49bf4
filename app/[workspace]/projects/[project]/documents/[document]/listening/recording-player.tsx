"use client";

import { Pause, Play } from "lucide-react";
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { recordingAddress } from "@/app/client/recordings";
import { useWorkspace } from "@/app/client/workspace-context";
import { Button } from "@/app/ui/button";
import { Select } from "@/app/ui/select";
import type { ReadResult } from "@/db/reads";
import type { Reading } from "../reading/reading";
import { Signal } from "../signal";
import { clockOf } from "../text/desk-turns";
import { useSignal } from "../use-signal";
import { Playback, type PlaybackState, RATES } from "./playback";
import { RecordingMenu } from "./recording-menu";
import styles from "./recording-player.module.css";

export type DeskRecording = ReadResult<"recordings">["recordings"][number];

export interface RecordingPlayerProps {
  projectId: string;
  recordings: readonly DeskRecording[];
  reading: Reading;
  leads: boolean;
  /** Where the keys of the desk find what plays. */
  playing: RefObject<Playback | null>;
  onSay: (words: string) => void;
  onAdd: () => void;
}

const NOTHING = new Signal<PlaybackState>({ playing: false, following: true, rate: 1, turn: null, problem: null });

const clock = (seconds: number) => clockOf(Number.isFinite(seconds) ? seconds * 1000 : 0);
const rateWords = (rate: number) => `${rate}×`;

/** Under the text: the recording of the document, the turn that plays, and the ways through it. */
export function RecordingPlayer(props: RecordingPlayerProps) {
  const { projectId, recordings, reading, leads, playing, onSay, onAdd } = props;
  const workspace = useWorkspace().name;
  const [chosenId, choose] = useState<string | null>(null);
  const recording = recordings.find((each) => each.id === chosenId) ?? recordings[0];
  const audio = useRef<HTMLAudioElement>(null);
  const slider = useRef<HTMLInputElement>(null);
  const time = useRef<HTMLSpanElement>(null);
  const dragged = useRef(false);
  const [playback, setPlayback] = useState<Playback | null>(null);
  const state = useSignal(playback?.state ?? NOTHING);
  const { id = "", offsetMs = 0 } = recording ?? {};
  const offset = useRef(offsetMs);
  offset.current = offsetMs;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another recording is another playback.
  useEffect(() => {
    if (!audio.current) return;
    const onTime = (seconds: number, duration: number) => {
      const words = `${clock(seconds)} of ${clock(duration)}`;
      if (time.current && time.current.textContent !== words) time.current.textContent = words;
      if (!slider.current) return;
      slider.current.max = String(Number.isFinite(duration) ? Math.ceil(duration) : 0);
      if (!dragged.current) slider.current.value = String(Math.floor(seconds));
      slider.current.setAttribute("aria-valuetext", words);
    };
    const now = new Playback(audio.current, { reading, say: onSay, offsetMs: offset.current, onTime });
    const end = now.begin();
    setPlayback(now);
    playing.current = now;
    return () => {
      end();
      playing.current = null;
    };
  }, [reading, onSay, playing, id]);

  useEffect(() => playback?.setOffset(offsetMs), [playback, offsetMs]);

  const hasTimes = useMemo(() => reading.turns.some((turn) => turn.startMs !== null), [reading]);
  if (!recording) return null;
  const turn = state.turn === null ? undefined : reading.turns[state.turn];
  return (
    <section className={styles.player} aria-label="Recording">
      {/* biome-ignore lint/a11y/useMediaCaption: the transcript above is what it says. */}
      <audio key={id} ref={audio} src={recordingAddress(workspace, id)} preload="metadata" />
      <div className={styles.controls}>
        <Button
          size="small"
          icon={state.playing ? <Pause aria-hidden /> : <Play aria-hidden />}
          onPress={() => void playback?.toggle()}
        >
          <span className={styles.play}>{state.playing ? "Pause" : "Play"}</span>
        </Button>
        <Button size="small" variant="quiet" aria-label="−5 s, back" onPress={() => void playback?.step(-1)}>
          −5 s
        </Button>
        <Button size="small" variant="quiet" aria-label="+5 s, on" onPress={() => void playback?.step(1)}>
          +5 s
        </Button>
      </div>
      <input
        ref={slider}
        className={styles.slider}
        type="range"
        min={0}
        defaultValue={0}
        step={1}
        aria-label="Place in the recording"
        onPointerDown={() => {
          dragged.current = true;
        }}
        onPointerUp={() => {
          dragged.current = false;
        }}
        onChange={({ target }) => playback?.seek(Number(target.value))}
      />
      <span ref={time} className={styles.time} />
      <p className={styles.words} role={state.problem ? "alert" : undefined}>
        {state.problem ??
          (hasTimes
            ? turn
              ? `In ${playback?.turnWords(turn) ?? ""}`
              : "Before the first turn"
            : "The transcript has no times, so the recording cannot be played from a turn.")}
      </p>
      <div className={styles.ways}>
        {hasTimes ? (
          <>
            <Button size="small" variant="quiet" onPress={() => onSay(playback?.playHere() ?? "")}>
              Play from the caret
            </Button>
            <Button
              size="small"
              variant={state.following ? "plain" : "quiet"}
              aria-pressed={state.following}
              onPress={() => playback?.follow(!state.following)}
            >
              Follow
            </Button>
          </>
        ) : null}
        <span className={styles.speed}>
          <Select
            label="Speed"
            hideLabel
            size="small"
            options={RATES.map((rate) => ({ id: String(rate), label: rateWords(rate) }))}
            value={String(state.rate)}
            onChange={(rate) => playback?.setRate(Number(rate))}
          />
        </span>
        {recordings.length > 1 ? (
          <span className={styles.which}>
            <Select
              label="Recording"
              hideLabel
              size="small"
              options={recordings.map((each) => ({ id: each.id, label: each.fileName }))}
              value={id}
              onChange={choose}
            />
          </span>
        ) : null}
        {leads ? (
          <RecordingMenu projectId={projectId} recording={recording} playback={playback} onSay={onSay} onAdd={onAdd} />
        ) : null}
      </div>
    </section>
  );
}
