import { expect, it } from "vitest";
import type { ReadResult } from "@/db/reads";
import { nextStepOf } from "./next-step-of";

type Overview = ReadResult<"project-overview">;
type Round = Overview["rounds"][number];

const NOBODY: ReadResult<"people"> = { people: [], invitations: [] };

const round = (number: number, more: Partial<Round>): Round => ({
  id: `r${number}`,
  number,
  name: `Round ${number}`,
  status: "open",
  settlement: null,
  openCodebook: false,
  openedAt: "2026-03-02T10:00:00Z",
  revealedAt: null,
  documents: 2,
  mine: null,
  all: { coders: 2, seats: 4, submitted: 1 },
  ...more,
});
const revealed = (settled: number): Partial<Round> => ({
  status: settled < 5 ? "revealed" : "settled",
  settlement: { disagreements: 5, settled },
  revealedAt: "2026-03-03T10:00:00Z",
});

function step(role: Overview["me"]["role"], rounds: Round[]) {
  const overview: Overview = {
    project: { id: "p", name: "Study" },
    me: { role, coderId: null, name: "Ruth" },
    documents: [
      {
        id: "d",
        name: "Interview",
        kind: "interview",
        date: null,
        groupName: null,
        version: 1,
        words: 10,
        turns: 2,
        mine: [],
        rounds: ["Round 1"],
      },
    ],
    rounds,
    codes: 3,
  };
  const found = nextStepOf(overview, NOBODY, "/main/projects/p");
  return found && [found.title, found.action?.href ?? null];
}

it("leads on from the reveal to the rulings, from there to the round still open, and to the quotes", () => {
  expect(step("lead", [round(1, revealed(3)), round(2, {})])).toEqual([
    "Settle what the coders disagree about in Round 1",
    "/main/projects/p/rounds/r1/reconcile",
  ]);
  expect(step("lead", [round(1, revealed(5)), round(2, {})])).toEqual([
    "Round 2 is being coded",
    "/main/projects/p/rounds/r2",
  ]);
  expect(step("lead", [round(1, revealed(5))])).toEqual(["Everything is settled", "/main/projects/p/quotes"]);
});

it("shows a coder the results of their own latest revealed round", () => {
  const mine = { documents: 2, submitted: 2 };
  const own = (settled: number) => ({ ...revealed(settled), mine, all: null });
  expect(step("coder", [round(1, own(5)), round(2, own(1))])).toEqual([
    "Round 2 is revealed",
    "/main/projects/p/rounds/r2/agreement",
  ]);
  expect(step("coder", [round(1, own(5))])?.[0]).toBe("Round 1 is settled");
  expect(step("coder", [round(1, own(5)), round(2, { mine, all: null })])?.[0]).toBe(
    "You have submitted all your documents",
  );
  expect(step("coder", [round(1, { ...revealed(5), all: null })])?.[0]).toBe("There is no round for you yet");
});
