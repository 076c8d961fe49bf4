import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { ApiRefusal, NetworkFailure } from "@/app/client/api";
import { ActQueue } from "./act-queue";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const remove = (codingId: string) => () => ({ projectId: "p", codingId });

test("acts go one after the other, each under its own key", async () => {
  const sent: string[] = [];
  const queue = new ActQueue({
    send: async (name, input, key) => {
      sent.push(`${name} ${String(input.codingId)} ${key}`);
    },
    remember: () => {},
  });
  queue.add("remove-coding", remove("a"), { key: "1" });
  queue.add("remove-coding", remove("b"), { key: "2" });
  expect(queue.getState().kind).toBe("saving");
  await queue.idle();
  expect(sent).toEqual(["remove-coding a 1", "remove-coding b 2"]);
  expect(queue.getState().kind).toBe("saved");
});

test("without a network they wait, are remembered, and are sent again under the same key", async () => {
  let online = false;
  const keys: string[] = [];
  let remembered = 0;
  const queue = new ActQueue({
    send: async (_name, _input, key) => {
      keys.push(key);
      if (!online) throw new NetworkFailure(new Error("down"));
    },
    remember: (acts) => {
      remembered = acts.length;
    },
  });
  queue.add("remove-coding", remove("a"), { key: "1" });
  await vi.advanceTimersByTimeAsync(10);
  queue.add("remove-coding", remove("b"), { key: "2" });
  expect(queue.getState()).toEqual({ kind: "waiting", acts: 2 });
  expect(remembered).toBe(2);
  online = true;
  queue.tryNow();
  await queue.idle();
  expect(keys).toEqual(["1", "1", "2"]);
  expect(remembered).toBe(0);
  expect(queue.getState().kind).toBe("saved");
});

test("a refused act is told and taken back; those behind it go on", async () => {
  const refused = vi.fn();
  const done = vi.fn();
  const queue = new ActQueue({
    send: async (_name, input) => {
      if (input.codingId === "a") throw new ApiRefusal("set-is-locked", {}, "It is locked.", 409);
    },
    remember: () => {},
  });
  queue.add("remove-coding", remove("a"), { refused });
  queue.add("remove-coding", remove("b"), { done });
  await queue.idle();
  expect(refused).toHaveBeenCalledOnce();
  expect(done).toHaveBeenCalledOnce();
  expect(queue.getState()).toEqual({ kind: "failed", sentence: "It is locked." });
});

test.each([500, 507])("a server that answers %d loses nothing: the act waits and is sent again", async (status) => {
  const refused = vi.fn();
  let well = false;
  const keys: string[] = [];
  const queue = new ActQueue({
    send: async (_name, _input, key) => {
      keys.push(key);
      if (!well) throw new ApiRefusal("bug", {}, "Something went wrong.", status);
    },
    remember: () => {},
  });
  queue.add("remove-coding", remove("a"), { key: "1", refused });
  await vi.advanceTimersByTimeAsync(10);
  expect(queue.getState()).toEqual({ kind: "waiting", acts: 1 });
  well = true;
  await vi.advanceTimersByTimeAsync(1500);
  await queue.idle();
  expect(keys).toEqual(["1", "1"]);
  expect(refused).not.toHaveBeenCalled();
});
