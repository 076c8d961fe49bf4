import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { breathe, Computer, offline, refuse, type Send, Tab, until } from "./computer-fixture";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});

test("acts go one after the other, each under its own key, and leave the disk when they are answered", async () => {
  const computer = new Computer();
  const sent: string[] = [];
  const tab = new Tab(computer, async (name, input, key) => {
    expect(computer.records.records.has(key), "kept before it is sent").toBe(true);
    sent.push(`${name} ${String(input.codingId)} ${key}`);
  });
  tab.add("1");
  tab.add("2");
  expect(tab.queue.getState().kind).toBe("saving");
  await tab.queue.idle();
  expect(sent).toEqual(["remove-coding 1 1", "remove-coding 2 2"]);
  expect(tab.settled).toEqual(["1 done", "2 done"]);
  expect(tab.queue.getState().kind).toBe("saved");
  expect(computer.records.records.size).toBe(0);
});

test("without a network they wait, are on the disk, and are sent again under the same key", async () => {
  const computer = new Computer();
  let online = false;
  const keys: string[] = [];
  const tab = new Tab(computer, async (_name, _input, key) => {
    keys.push(key);
    if (!online) offline();
  });
  tab.add("1");
  await until(() => expect(tab.queue.getState().kind).toBe("waiting"));
  tab.add("2");
  await until(() =>
    expect(tab.queue.getState()).toMatchObject({ kind: "waiting", acts: 2, inPage: 0, trouble: "offline" }),
  );
  await until(() => expect(computer.records.records.size).toBe(2));
  online = true;
  tab.queue.tryNow();
  await tab.queue.idle();
  expect(keys).toEqual(["1", "1", "2"]);
  expect(computer.records.records.size).toBe(0);
});

test("a browser that was killed goes on where it was: in order, once, memos with their words", async () => {
  const computer = new Computer();
  const killed = new Tab(computer, async () => offline());
  for (let i = 0; i < 30; i++) killed.add(`k${i}`);
  killed.add("memo", "write-memo", { text: "Words of a memo." });
  await until(() => expect(computer.records.records.size).toBe(31));
  killed.closed = true;

  const sent: unknown[] = [];
  const again = new Tab(computer, async (_name, input, key) => {
    sent.push(key === "memo" ? input.text : key);
  });
  const left = await again.queue.open();
  expect(left).toHaveLength(31);
  again.queue.tryNow();
  await again.queue.idle();
  expect(sent).toEqual([...Array.from({ length: 30 }, (_, i) => `k${i}`), "Words of a memo."]);
});

test("a refused act is kept for its person over a reload, and those behind it go on", async () => {
  const computer = new Computer();
  const tab = new Tab(computer, async (_name, _input, key) => (key === "1" ? refuse(409) : null));
  tab.add("1", "write-memo", { text: "Kept." });
  tab.add("2");
  await tab.queue.idle();
  expect(tab.settled).toEqual(["1 refused", "2 done"]);
  expect(tab.queue.getState()).toMatchObject({ kind: "saved", parked: 1 });

  const reloaded = new Tab(computer, async () => null);
  await reloaded.queue.open();
  const [parked] = reloaded.queue.parked;
  expect(parked?.body).toMatchObject({ input: { text: "Kept." }, refusal: { code: "set-is-locked", status: 409 } });
  if (parked) await reloaded.queue.letGo(parked);
  await until(() => expect(computer.records.records.size).toBe(0));
  await until(() => expect(tab.queue.getState().parked).toBe(0));
});

test("of two refused wordings of one memo the later is kept", async () => {
  const computer = new Computer();
  const tab = new Tab(computer, async () => refuse(409, "changed-meanwhile"));
  tab.add("1", "write-memo", { memoId: "aa", text: "One." });
  tab.add("2", "write-memo", { memoId: "aa", text: "One and two." });
  await tab.queue.idle();
  expect(tab.queue.parked.map((act) => act.body.input.text)).toEqual(["One and two."]);
  expect(computer.records.records.size).toBe(1);
});

test("the undo of an act that was refused goes with it, and takes back nothing older", async () => {
  const computer = new Computer();
  let online = false;
  const sent: string[] = [];
  const tab = new Tab(computer, async (_name, _input, key) => {
    if (!online) offline();
    sent.push(key);
    if (key === "1") refuse(409);
  });
  tab.add("1");
  tab.add("2", "undo", {}, "1");
  tab.add("3");
  await until(() => expect(computer.records.records.size).toBe(3));
  await until(() => expect(tab.queue.getState().kind).toBe("waiting"));
  online = true;
  tab.queue.tryNow();
  await tab.queue.idle();
  expect(sent).toEqual(["1", "3"]);
  expect(tab.queue.parked).toEqual([]);
  expect(computer.records.records.size).toBe(0);
});

test.each([500, 507])("a server that answers %d loses nothing: the act waits and is sent again", async (status) => {
  const computer = new Computer();
  let well = false;
  const keys: string[] = [];
  const tab = new Tab(computer, async (_name, _input, key) => {
    keys.push(key);
    if (!well) refuse(status, "bug");
  });
  tab.add("1");
  await until(() => expect(tab.queue.getState()).toMatchObject({ kind: "waiting", acts: 1, trouble: "server" }));
  well = true;
  await vi.advanceTimersByTimeAsync(1500);
  await tab.queue.idle();
  expect(keys).toEqual(["1", "1"]);
  expect(tab.settled).toEqual(["1 done"]);
});

test.each([true, false])(
  "an act that fails for over a minute stands aside only where the server is well: %s",
  async (well) => {
    const computer = new Computer();
    computer.healthy = well;
    const tab = new Tab(computer, async (_name, _input, key) => (key === "1" ? refuse(500, "bug") : null));
    tab.add("1");
    tab.add("2");
    for (let second = 0; second < 50; second++) {
      await vi.advanceTimersByTimeAsync(1000);
      await breathe();
    }
    expect(tab.settled).toEqual([]);
    for (let second = 0; second < 60; second++) {
      await vi.advanceTimersByTimeAsync(1000);
      await breathe();
    }
    await until(() => expect(tab.settled).toEqual(well ? ["1 refused", "2 done"] : []));
    const end = (state: object) => until(() => expect(tab.queue.getState()).toMatchObject(state));
    await end(well ? { kind: "saved", parked: 1 } : { kind: "waiting", parked: 0 });
  },
);

test("a session that ended keeps everything until its person is back", async () => {
  const computer = new Computer();
  let signedIn = false;
  const tab = new Tab(computer, async () => (signedIn ? null : refuse(401, "sign-in-needed")));
  tab.add("1");
  await until(() => expect(tab.queue.getState()).toMatchObject({ kind: "waiting", acts: 1, trouble: "signed-out" }));
  signedIn = true;
  await tab.queue.keepAgain();
  await tab.queue.idle();
  expect(tab.settled).toEqual(["1 done"]);
});

test("tabs of one person share what waits: each act is sent once, in order, and both know of it", async () => {
  const computer = new Computer();
  let online = false;
  const sent: string[] = [];
  const send: Send = async (_name, _input, key) => {
    if (!online) offline();
    sent.push(key);
    return null;
  };
  const [first, second] = [new Tab(computer, send), new Tab(computer, send)];
  first.add("1");
  await until(() => expect(second.queue.length).toBe(1));
  second.add("2");
  await until(() => expect(first.queue.length).toBe(2));
  first.add("3");
  await until(() => expect(second.queue.getState()).toMatchObject({ kind: "waiting", acts: 3 }));
  online = true;
  first.queue.tryNow();
  second.queue.tryNow();
  await vi.advanceTimersByTimeAsync(2000);
  await Promise.all([first.queue.idle(), second.queue.idle()]);
  expect(sent).toEqual(["1", "2", "3"]);
  expect(first.settled).toEqual(["1 done", "2 done", "3 done"]);
  expect(second.settled).toEqual(["1 done", "2 done", "3 done"]);
});

test("what a tab leaves behind that closes is sent by the other", async () => {
  const computer = new Computer();
  const sent: string[] = [];
  const first = new Tab(computer, () => new Promise(() => {}));
  computer.exclusive = (work) => work();
  const second = new Tab(computer, async (_name, _input, key) => {
    sent.push(key);
  });
  first.add("1");
  await until(() => expect(second.queue.length).toBe(1));
  first.closed = true;
  await vi.advanceTimersByTimeAsync(5000);
  await second.queue.idle();
  expect(sent).toEqual(["1"]);
});

test("another person's tab neither hears nor sends them", async () => {
  const computer = new Computer();
  const first = new Tab(computer, async () => offline());
  first.add("1");
  await until(() => expect(computer.records.records.size).toBe(1));
  first.closed = true;
  const sent: string[] = [];
  const other = new Tab(
    computer,
    async (_name, _input, key) => {
      sent.push(key);
    },
    "main b",
  );
  expect(await other.queue.open()).toEqual([]);
  other.add("mine");
  await other.queue.idle();
  expect(sent).toEqual(["mine"]);
  expect([...computer.records.records.keys()]).toEqual(["1"]);
});

test("a coding set that the server knows under another id is named so in all that waits", async () => {
  const computer = new Computer();
  const inputs: unknown[] = [];
  const tab = new Tab(computer, async (name, input) => {
    inputs.push(input.setId);
    return name === "begin-coding" ? { setId: "beef" } : null;
  });
  tab.add("1", "begin-coding", { setId: "5e70" });
  tab.add("2", "apply-code", { setId: "5e70" });
  await tab.queue.idle();
  expect(inputs).toEqual(["5e70", "beef"]);
  expect(tab.setId).toBe("beef");
});

test("words that cannot be sealed wait in the page, in their turn, and are counted so", async () => {
  const computer = new Computer();
  vi.spyOn(computer.seal, "seal").mockResolvedValue(null as never);
  let online = false;
  const sent: string[] = [];
  const tab = new Tab(computer, async (_name, _input, key) => {
    if (!online) offline();
    sent.push(key);
  });
  const codingId = "0123456789abcdef";
  tab.add("1", "remove-coding", { codingId });
  tab.add("2", "write-memo", { codingId, text: "In the page alone." });
  tab.add("3", "remove-coding", { codingId });
  await until(() => expect(tab.queue.getState()).toMatchObject({ kind: "waiting", acts: 3, inPage: 1 }));
  expect(tab.queue.wouldLose).toBe(true);
  online = true;
  tab.queue.tryNow();
  await tab.queue.idle();
  expect(sent).toEqual(["1", "2", "3"]);
});
