import type { CodeIndex } from "@/lib/codebook/tree";
import { turnName } from "../keys/caret-words";
import { heardWords, pathWords } from "../keys/desk-sentences";
import type { DeskCoding } from "../saving/coding-store";
import { type DeskTurn, indexAt } from "../text/desk-turns";
import type { Comparison, Party, Side } from "./comparison";

export interface ComparedGround {
  readonly comparison: Comparison;
  readonly text: string;
  readonly turns: readonly DeskTurn[];
  /** As it is now: a code may get another name. */
  readonly index: () => CodeIndex;
}

/** More than this and a list is no longer listened to. */
const TOLD = 6;

/** What lies at a place, by who coded it, as a person hears it who asks. */
export function comparedWords(ground: ComparedGround, at: number, codings: readonly DeskCoding[]): string {
  const { comparison, text, turns } = ground;
  const { left, right } = comparison;
  const index = ground.index();
  const place = turnName(turns[indexAt(turns, at)]);
  if (codings.length === 0) return `${place}. Neither ${left.name} nor ${right.name} coded anything here.`;
  const of = (side: Side) => {
    const told = codings
      .filter(({ id }) => comparison.sideOf(id) === side)
      .map(({ codeId, start, end }) => `${pathWords(index, codeId)} on “${heardWords(text.slice(start, end))}”`);
    return listed(told, "; ") || "nothing";
  };
  return `${place}. Both: ${of("both")}. Only ${left.name}: ${of("left")}. Only ${right.name}: ${of("right")}.`;
}

/** What a screen reader that reads the page says of a turn; empty where neither coded. */
export function comparedTurnWords({ comparison, index }: ComparedGround, turn: number): string {
  const now = index();
  const of = ({ name, store }: Party) => {
    const codings = store.inTurn(turn);
    const names = [...new Set(codings.map(({ codeId }) => pathWords(now, codeId)))];
    const count = `${codings.length} ${codings.length === 1 ? "coding" : "codings"}`;
    return codings.length === 0 ? `${name}: nothing` : `${name}: ${count}: ${listed(names, "; ")}`;
  };
  if (comparison.store.inTurn(turn).length === 0) return "";
  return `${of(comparison.left)}. ${of(comparison.right)}`;
}

function listed(told: readonly string[], between: string): string {
  const more = told.length - TOLD;
  return [...told.slice(0, TOLD), ...(more > 0 ? [`and ${more} more`] : [])].join(between);
}
