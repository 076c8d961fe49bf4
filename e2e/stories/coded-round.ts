import type { Page } from "playwright/test";
import { newId } from "@/db/new-id";
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
  readonly seats: readonly { readonly seat: SampleSeat; readonly name: string; readonly page: Page }[];
}

interface Answer<Value> {
  readonly answer: Value;
}

/** Opens a round of the sample study as its lead, codes it from every seat, and reveals it. */
export async function codedRound(plan: RoundPlan): Promise<CodedRound> {
  const { name, seats } = plan;
  for (const { seat, page } of seats) await enterSample(page, seat);
  const lead = seats.find(({ seat }) => seat === "Lead")?.page;
  const [, projectId = ""] = /projects\/([0-9a-f]{32})/.exec(lead?.url() ?? "") ?? [];
  if (!lead) throw new Error("a round needs its lead");
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
  const turns: number[] = [];
  for (const [at, documentId] of documentIds.entries()) {
    const place = { projectId, roundId, documentId };
    type Desk = { text: string; turns: { start: number; end: number }[] };
    const desk = (await ask<Answer<Desk>>(lead, "/api/reads/coding-desk", place)).answer;
    turns.push(desk.turns.length);
    for (const { seat, page } of seats) {
      const { set } = (await ask<Answer<{ set: { id: string } }>>(page, "/api/reads/desk-codings", place)).answer;
      for (const [codeName, numbers] of Object.entries(plan.coded(seat, at))) {
        const codeId = tree.answer.codes.find((code) => code.name === codeName)?.id;
        for (const number of numbers) {
          const { start = 0, end = 0 } = desk.turns[number] ?? {};
          const span = { start, end, wordsHash: wordsHash(desk.text.slice(start, end)) };
          const codingId = newId();
          await ask(page, "/api/acts/apply-code", { projectId, setId: set.id, codingId, codeId, ...span });
        }
      }
    }
  }
  await ask(lead, "/api/acts/reveal-round", { projectId, roundId, name, override: "For a story." });
  return { projectId, roundId, name, turns };
}
