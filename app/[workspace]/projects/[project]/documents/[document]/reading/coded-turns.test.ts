import { expect, test } from "vitest";
import { CodingStore, freshCoding } from "../saving/coding-store";
import type { DeskTurn } from "../text/desk-turns";
import { CodedTurns } from "./coded-turns";

/** Turns of ten signs; those of the interviewer in capitals. */
function desk(turns: string) {
  const list = [...turns].map((each, i): DeskTurn => {
    const [start, end] = [i * 11, i * 11 + 10];
    return {
      start,
      end,
      number: i + 1,
      speaker: each,
      asks: each === "I",
      startMs: null,
      blocks: [{ start, end, line: i }],
    };
  });
  const store = new CodingStore(list);
  const coded = new CodedTurns(list, store);
  const code = (turn: number, to = turn) => {
    const after = freshCoding(`${turn}-${to}`, "c", { start: turn * 11, end: to * 11 + 5 });
    store.apply([{ before: null, after }]);
    return () => store.apply([{ before: after, after: null }]);
  };
  return { coded, code };
}

test("participants' turns are counted, and every act counts only what it changed", () => {
  const { coded, code } = desk("IpIpIp");
  code(1);
  expect(coded.progress.get()).toBeNull();
  const end = coded.begin();
  expect(coded.progress.get()).toEqual({ coded: 1, of: 3 });
  let told = 0;
  coded.progress.subscribe(() => told++);
  code(0);
  expect([coded.progress.get()?.coded, told]).toEqual([1, 0]);
  const takeBack = code(2, 5);
  expect([coded.progress.get()?.coded, told]).toEqual([3, 1]);
  takeBack();
  expect(coded.progress.get()?.coded).toBe(1);
  end();
  code(3);
  expect(coded.progress.get()?.coded).toBe(1);
});

test("where nobody is known to answer, every turn counts", () => {
  const { coded } = desk("III");
  coded.begin();
  expect(coded.progress.get()).toEqual({ coded: 0, of: 3 });
});

test("the next turn without a coding is found both ways, around the end too", () => {
  const { coded, code } = desk("IpIpIp");
  coded.begin();
  code(3);
  expect(coded.uncoded(1, 1)).toEqual({ index: 5, around: false });
  expect(coded.uncoded(5, 1)).toEqual({ index: 1, around: true });
  expect(coded.uncoded(2, -1)).toEqual({ index: 1, around: false });
  expect(coded.uncoded(1, -1)).toEqual({ index: 5, around: true });
  code(1);
  expect(coded.uncoded(5, 1)).toEqual({ index: 5, around: true });
  code(5);
  expect(coded.uncoded(0, 1)).toBeNull();
});
