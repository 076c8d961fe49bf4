import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { WaitingAct } from "./waiting-acts";

const act = (key: string): WaitingAct => ({ key, name: "remove-coding", input: { codingId: key } });

beforeEach(() => {
  const store = new Map<string, string>();
  vi.stubGlobal("window", {
    localStorage: {
      getItem: (at: string) => store.get(at) ?? null,
      setItem: (at: string, text: string) => store.set(at, text),
      removeItem: (at: string) => store.delete(at),
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

/** A tab is a copy of the module of its own. */
async function tab() {
  vi.resetModules();
  return import("./waiting-acts");
}

test("one tab that has sent everything does not clear what another tab still keeps", async () => {
  const [first, second] = [await tab(), await tab()];
  first.rememberWaitingActs("main", "a", "d", [act("1"), act("2")]);
  second.rememberWaitingActs("main", "a", "d", [act("3")]);
  second.rememberWaitingActs("main", "a", "d", []);
  expect(first.waitingActs("main", "a", "d").map((each) => each.key)).toEqual(["1", "2"]);
  first.rememberWaitingActs("main", "a", "d", [act("2")]);
  expect(first.waitingActs("main", "a", "d").map((each) => each.key)).toEqual(["2"]);
  first.rememberWaitingActs("main", "a", "d", []);
  expect(first.waitingActs("main", "a", "d")).toEqual([]);
});

test("what a reload takes up again keeps its order and goes when it is sent", async () => {
  (await tab()).rememberWaitingActs("main", "a", "d", [act("1"), act("2")]);
  const reloaded = await tab();
  reloaded.rememberWaitingActs("main", "a", "d", [act("1")]);
  reloaded.rememberWaitingActs("main", "a", "d", [act("1"), act("2")]);
  expect(reloaded.waitingActs("main", "a", "d").map((each) => each.key)).toEqual(["1", "2"]);
  reloaded.rememberWaitingActs("main", "a", "d", []);
  expect(reloaded.waitingActs("main", "a", "d")).toEqual([]);
});
