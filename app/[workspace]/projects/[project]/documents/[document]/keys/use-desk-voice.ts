"use client";

import { useCallback, useState } from "react";
import type { DeskSession } from "../saving/desk-session";
import type { DeskTurn } from "../text/desk-turns";
import { caretWords } from "./caret-words";
import { DeskVoice } from "./desk-voice";
import type { OnMove } from "./use-caret";

/** The desk's voice, and what it says of the caret when the keyboard moved it. */
export function useDeskVoice(session: DeskSession, text: string, turns: readonly DeskTurn[]) {
  const [voice] = useState(() => new DeskVoice());
  const onMove = useCallback<OnMove>(
    (ground, unit, before, now) => {
      const nameOf = (codeId: string) => session.head.index.byId.get(codeId)?.name ?? "a code no longer here";
      voice.whisper(() => caretWords({ text, turns, store: session.store, nameOf }, ground, unit, before, now));
    },
    [voice, session, text, turns],
  );
  return { voice, onMove };
}
