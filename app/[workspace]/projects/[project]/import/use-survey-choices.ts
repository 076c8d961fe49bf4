"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { newId } from "../../../../client/new-id";
import type { BatchChange } from "./batch";
import { proposedDecisions, type SurveyChoices } from "./survey-decisions";
import type { SurveyBatchFile } from "./survey-file";

/** Kept with the file, so that looking at another one in between loses nothing. */
export function useSurveyChoices({ key, preview, survey }: SurveyBatchFile, change: (change: BatchChange) => void) {
  const [proposed] = useState<SurveyChoices>(() => ({
    surveyId: newId(),
    into: null,
    decisions: proposedDecisions(preview),
  }));
  const choices = survey ?? proposed;
  // The table of columns may be long: its rows keep their handlers while something else changes.
  const latest = useRef({ choices, change });
  useEffect(() => {
    latest.current = { choices, change };
  });
  const put = useCallback(
    (next: (before: SurveyChoices) => SurveyChoices) => {
      const after = next(latest.current.choices);
      latest.current = { ...latest.current, choices: after };
      latest.current.change({ type: "survey", key, survey: after });
    },
    [key],
  );
  const choose = useCallback((into: string | null) => put((before) => ({ ...before, into })), [put]);
  const decide = useCallback(
    (how: (before: SurveyChoices["decisions"]) => SurveyChoices["decisions"]) =>
      put((before) => ({ ...before, decisions: how(before.decisions) })),
    [put],
  );
  return { ...choices, choose, decide };
}
