import { randomBytes } from "node:crypto";
import type { Page } from "playwright/test";
import { wordsHash } from "@/lib/text/words-hash";
import { ask, enterSample, type SampleSeat } from "./sample-study";

/** For each code's name the turns that a seat gives it, counted from 0, in every document. */
export type TurnsOfCodes = Readonly<Record<string, readonly number[]>>;

export interface CodedRound {
  readonly projectId: string;
  readonly roundId: string;
  readonly name: string;
  /** The number of turns of each document. */
  readonly turns: readonly number[];
}

export interface RoundPlan {
  readonly name: string;
  /** The first of the project's documents. */
  readonly documents: number;
  /** What each seat codes in the document of that number. */
  readonly coded: (seat: SampleSeat, document: number) => TurnsOfCodes;
  /** Who opens and reveals the round; where the lead codes as well, also one of the seats. */
  readonly lead: Page;
  readonly seats: readonly Seat[];
}

export interface Seat {
  readonly seat: SampleSeat;
  readonly name: string;
  readonly page: Page;
}

const newId = () => randomBytes(16).toString("hex");

interface Answer<Value> {
  readonly answer: Value;
}

/** Opens a round of the sample study as its lead, codes it from every seat, and reveals it. */
export async function codedRound(plan: RoundPlan): Promise<CodedRound> {
  const { name, seats, lead } = plan;
  // The first to enter makes the sample study; the others then come in together.
  await enterSample(lead);
  await Promise.all(seats.map(({ seat, page }) => (page === lead ? null : enterSample(page, seat))));
  const [, projectId = ""] = /projects\/([0-9a-f]{32})/.exec(lead.url()) ?? [];
  const [overview, who, tree] = await Promise.all([
    ask<Answer<{ documents: { id: string }[] }>>(lead, "/api/reads/project-overview", { projectId }),
    ask<Answer<{ people: { name: string; managed: { coderId: string } | null }[] }>>(lead, "/api/reads/people", {
      projectId,
    }),
    ask<Answer<{ codes: { id: string; name: string }[] }>>(lead, "/api/reads/codebook", { projectId }),
  ]);
  const documentIds = overview.answer.documents.slice(0, plan.documents).map(({ id }) => id);
  const coderIds = seats.map((each) => who.answer.people.find((person) => person.name === each.name)?.managed?.coderId);
  const roundId = newId();
  await ask(lead, "/api/acts/open-round", { projectId, roundId, name, documentIds, coderIds });
  type Desk = { text: string; turns: { start: number; end: number }[] };
  const places = documentIds.map((documentId) => ({ projectId, roundId, documentId }));
  const desks = await Promise.all(
    places.map(async (place) => (await ask<Answer<Desk>>(lead, "/api/reads/coding-desk", place)).answer),
  );
  const codeAll = async ({ seat, page }: Seat) => {
    for (const [at, place] of places.entries()) {
      const desk = desks[at];
      const { set } = (await ask<Answer<{ set: { id: string } }>>(page, "/api/reads/desk-codings", place)).answer;
      for (const [codeName, numbers] of Object.entries(plan.coded(seat, at))) {
        const codeId = tree.answer.codes.find((code) => code.name === codeName)?.id;
        for (const number of numbers) {
          const { start = 0, end = 0 } = desk?.turns[number] ?? {};
          const span = { start, end, wordsHash: wordsHash(desk?.text.slice(start, end) ?? "") };
          const codingId = newId();
          await ask(page, "/api/acts/apply-code", { projectId, setId: set.id, codingId, codeId, ...span });
        }
      }
    }
  };
  await Promise.all(seats.map(codeAll));
  await ask(lead, "/api/acts/reveal-round", { projectId, roundId, name, override: "For a story." });
  return { projectId, roundId, name, turns: desks.map((desk) => desk.turns.length) };
}
