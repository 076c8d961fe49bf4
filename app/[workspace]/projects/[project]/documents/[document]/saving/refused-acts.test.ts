import { expect, test, vi } from "vitest";
import { breathe, Computer, offline, refuse, Tab } from "./computer-fixture";

test("where words cannot be sealed a refused act is kept without its reason, and not sent again", async () => {
  const computer = new Computer();
  vi.spyOn(computer.seal, "seal").mockResolvedValue(null as never);
  const codingId = "0123456789abcdef";
  let sent = 0;
  const tab = new Tab(computer, async () => (++sent > 5 ? null : refuse(409)));
  tab.add("1", "remove-coding", { codingId });
  await tab.queue.idle();
  expect(sent).toBe(1);
  expect(tab.settled).toEqual(["1 refused"]);
  expect(tab.queue.parked.map(({ body }) => body.refusal?.code)).toEqual(["set-is-locked"]);
  expect(tab.queue.wouldLose).toBe(false);

  const reloaded = new Tab(computer, async () => null);
  expect(await reloaded.queue.open()).toEqual([]);
  expect(reloaded.queue.parked).toMatchObject([{ key: "1", body: { input: { codingId } } }]);
});

test("a refused memo that cannot be sealed waits in the page, which says so before it closes", async () => {
  const computer = new Computer();
  vi.spyOn(computer.seal, "seal").mockResolvedValue(null as never);
  const tab = new Tab(computer, async () => refuse(409));
  tab.add("1", "write-memo", { text: "In the page alone." });
  await tab.queue.idle();
  expect(computer.records.records.size).toBe(0);
  expect(tab.queue.wouldLose).toBe(true);
  tab.queue.hear({ kind: "parked" });
  await breathe();
  expect(tab.queue.parked).toHaveLength(1);
  for (const parked of tab.queue.parked) await tab.queue.letGo(parked);
  expect(tab.queue.wouldLose).toBe(false);
});

test("an act that the disk will not let go of is sent once", async () => {
  const computer = new Computer();
  vi.spyOn(computer.records, "remove").mockRejectedValue(new Error("the disk is full"));
  const sent: string[] = [];
  const tab = new Tab(computer, async (_name, _input, key) => {
    sent.push(key);
    if (sent.length > 5) throw new Error("for ever");
  });
  tab.add("1");
  tab.add("2");
  await tab.queue.idle();
  expect(sent).toEqual(["1", "2"]);
});

test("what takes the place of a refused act is on the disk before that leaves it", async () => {
  const computer = new Computer();
  const tab = new Tab(computer, async (_name, _input, key) => (key === "1" ? refuse(409) : offline()));
  tab.add("1", "write-memo", { text: "Kept." });
  await tab.queue.idle();
  const seen: string[] = [];
  const { remove } = computer.records;
  vi.spyOn(computer.records, "remove").mockImplementation(async (keys) => {
    seen.push(...computer.records.records.keys());
    return remove.call(computer.records, keys);
  });
  const plain = { name: "write-memo", documentId: "d", setId: "5e70", step: null, of: null } as const;
  const added = tab.queue.add("2", plain, { input: { text: "Kept." }, patches: [] });
  for (const parked of tab.queue.parked) await tab.queue.letGo(parked, added);
  expect(seen).toEqual(["1", "2"]);
  expect([...computer.records.records.keys()]).toEqual(["2"]);
});
