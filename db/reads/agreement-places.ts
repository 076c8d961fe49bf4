// The text behind a figure: each place that at least one of two coders gave a code, with the words and who coded what.
import * as z from "zod";
import { overlapPlaces as pairsOf } from "@/lib/agreement/overlap-pairs";
import { agreementPlaces as placesOf } from "@/lib/agreement/places";
import { overlaps, type Span } from "@/lib/text/span";
import type { Tx } from "../connection";
import { idSchema } from "../id-schema";
import { agreementChoice, chosenPair, chosenProject, chosenReport } from "./agreement-choice";
import { overlapChoice, overlapOptions } from "./overlap-agreement";
import { projectRead } from "./read";
import { type RoundProject, roundProject } from "./round-project";
import { type SpokenText, spokenText } from "./spoken-text";

/** How many places one answer holds; the rest is counted. */
const PLACES_IN_ONE_ANSWER = 400;

function textsOf(db: Tx, found: RoundProject) {
  const texts = new Map<string, SpokenText>();
  return (documentId: string): SpokenText => {
    let text = texts.get(documentId);
    if (!text) {
      const each = found.documents.find((row) => row.id === documentId);
      text = spokenText(db, documentId, each?.revisionId ?? "");
      texts.set(documentId, text);
    }
    return text;
  };
}

function shown(text: SpokenText, span: Span) {
  const turn = text.turns.find((each) => overlaps(each, span));
  return {
    start: span.start,
    end: span.end,
    words: text.text.slice(span.start, span.end),
    speaker: turn?.speaker ?? null,
    turn: turn?.number ?? null,
  };
}

export const agreementPlaces = projectRead({
  name: "agreement-places",
  summary: "The places behind a code's agreement: both coders, only the first, only the second.",
  who: ["lead", "coder", "observer"],
  params: z.object({ ...agreementChoice, codeId: idSchema }),
  slow: true,
  run(db, actor, params) {
    const { found, coders, project, options } = chosenReport(db, actor, params.roundId, params);
    const textOf = textsOf(db, found);
    const below = new Set([params.codeId]);
    if (params.rollUp) {
      for (let grown = true; grown; ) {
        grown = false;
        for (const code of found.codes) {
          if (code.parentId && below.has(code.parentId) && !below.has(code.id)) grown = Boolean(below.add(code.id));
        }
      }
    }
    const codings = project.codings.filter((each) => below.has(each.codeId) && coders.includes(each.coderId));
    const places = placesOf(project, options, params.codeId);
    return {
      pair: coders,
      total: places.length,
      places: places.slice(0, PLACES_IN_ONE_ANSWER).map((place) => ({
        documentId: place.documentId,
        coders: place.coders,
        ...shown(textOf(place.documentId), place),
        marks: codings
          .filter((each) => each.documentId === place.documentId && overlaps(each, place))
          .map((each) => ({
            side: each.coderId === coders[0] ? ("first" as const) : ("second" as const),
            codeId: each.codeId,
            start: Math.max(each.start, place.start),
            end: Math.min(each.end, place.end),
          })),
      })),
    };
  },
});

export const overlapPlaces = projectRead({
  name: "overlap-places",
  summary: "The pairs of overlapping excerpts behind one cell of the confusion matrix; null stands for no excerpt.",
  who: ["lead", "coder", "observer"],
  params: z.object({
    ...overlapChoice,
    firstCodeId: idSchema.nullable(),
    secondCodeId: idSchema.nullable(),
  }),
  slow: true,
  run(db, actor, params) {
    const found = roundProject(db, actor, params.roundId);
    const coders = chosenPair(found, params.first, params.second);
    const textOf = textsOf(db, found);
    const project = chosenProject(found, { documentIds: params.documentIds, interviewerTurns: true });
    const pairs = pairsOf(project, overlapOptions(params, coders), params.firstCodeId, params.secondCodeId);
    return {
      pair: coders,
      total: pairs.length,
      pairs: pairs.slice(0, PLACES_IN_ONE_ANSWER).map((each) => ({
        documentId: each.documentId,
        first: each.first ? shown(textOf(each.documentId), each.first) : null,
        second: each.second ? shown(textOf(each.documentId), each.second) : null,
      })),
    };
  },
});
