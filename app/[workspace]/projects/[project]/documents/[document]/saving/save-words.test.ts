import { expect, test } from "vitest";
import type { QueueState } from "./queued-act";
import { parkedWords, saveWords } from "./save-words";

const state = (change: Partial<QueueState>): QueueState => {
  return { kind: "saved", acts: 0, inPage: 0, trouble: null, parked: 0, ...change };
};

test.each<[Partial<QueueState>, string]>([
  [{}, "Saved"],
  [{ kind: "saving" }, "Saving…"],
  [{ parked: 1 }, "All else is saved"],
  [{ kind: "waiting", acts: 1, trouble: "offline" }, "Offline: 1 change waits on this computer"],
  [{ kind: "waiting", acts: 1200, trouble: "offline" }, "Offline: 1,200 changes wait on this computer"],
  [
    { kind: "waiting", acts: 3, inPage: 1, trouble: "offline" },
    "Offline: 3 changes wait on this computer, 1 of them in this page only, so keep it open",
  ],
  [
    { kind: "waiting", acts: 2, inPage: 2, trouble: "offline" },
    "Offline: 2 changes wait in this page only, so keep it open",
  ],
  [
    { kind: "waiting", acts: 2, trouble: "server" },
    "Not saved: the server is in trouble; 2 changes wait on this computer",
  ],
  [
    { kind: "waiting", acts: 2, trouble: "signed-out" },
    "Not saved: you are signed out; 2 changes wait on this computer",
  ],
])("%o", (change, words) => {
  expect(saveWords(state(change))).toBe(words);
});

test("what needs the person is counted", () => {
  expect(parkedWords(1)).toBe("1 change could not be saved");
  expect(parkedWords(2)).toBe("2 changes could not be saved");
});
