import { expect, test } from "playwright/test";
import { readZip } from "@/lib/readers/zip";
import { API_ROUTES, builtPages, builtRoutes, described, pages, questions } from "./every-address";
import { CANARY, type Caller, fixedId, openWorld, type World, workAsA, workAsB } from "./two-worlds-study";

// Coder A must see the same bytes whether coder B works or not: over every page, read, export, event and error.

/** What may differ between any two runs: random ids in order of appearance, times, nonces, references of errors. */
class Canonical {
  private readonly ids = new Map<string, string>();

  of(text: string): string {
    return (
      text
        .replaceAll(/[0-9a-f]{32}(?:[0-9a-f]{32})?/g, (id) => {
          const known = this.ids.get(id) ?? `id${String(this.ids.size).padStart(6, "0")}${"-".repeat(id.length - 8)}`;
          this.ids.set(id, known);
          return known;
        })
        .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, "TIME")
        .replaceAll(/nonce(=|\\?":\\?|-)(["']?)[\w+/=-]{16,}/g, "nonce$1$2N")
        // Next draws a random name for each request and makes the keys of two of its own elements of it.
        .replaceAll(
          /(\["\$","\$L[0-9a-f]+","|\[\\"\$\\",\\"\$L[0-9a-f]+\\",\\")[\w-]{21}([vm]\\?",\{\\?"children)/g,
          "$1REQUEST$2",
        )
        .replaceAll(/127\.0\.0\.1:\d+/g, "HOST")
    );
  }
}

/** A Word file is compared by its parts: the zip around them carries the time at which A asked for it. */
async function legible(bytes: Uint8Array, type: string): Promise<string> {
  const text = (part: Uint8Array) => new TextDecoder().decode(part);
  if (!type.includes("wordprocessingml")) return text(bytes);
  const { names, parts } = await readZip(bytes, () => true);
  return names.map((name) => `${name}\n${text(parts.get(name) ?? new Uint8Array())}`).join("\n");
}

const MAY_DIFFER = new Set(["date", "set-cookie", "content-security-policy"]);

async function seen(caller: Caller, address: string, init: RequestInit, canonical: Canonical): Promise<string> {
  const answer = await caller.fetch(address, init);
  const body = await legible(new Uint8Array(await answer.arrayBuffer()), answer.headers.get("content-type") ?? "");
  const headers = [...answer.headers]
    .filter(([name]) => !MAY_DIFFER.has(name))
    .map(([name, value]) => `${name}: ${value}`);
  return canonical.of([`${answer.status}`, ...headers.sort(), "", body].join("\n"));
}

async function eventsOf(caller: Caller, canonical: Canonical): Promise<string> {
  const stop = new AbortController();
  const answer = await caller.fetch("/api/events?after=0", { signal: stop.signal });
  let text = "";
  setTimeout(() => stop.abort(), 700);
  try {
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) text += decoder.decode(chunk, { stream: true });
  } catch {
    // Aborted: what came until then is what A was told.
  }
  return canonical.of(text);
}

/** A's whole session: the work, then a look at everything, then what must be refused. */
async function everythingThatASees(world: World): Promise<Map<string, string>> {
  await workAsA(world);
  const canonical = new Canonical();
  const found = new Map<string, string>();
  const look = async (address: string, init: RequestInit = {}, name = address) =>
    found.set(canonical.of(name), await seen(world.a, address, init, canonical));
  for (const addresses of Object.values(pages(world))) {
    for (const address of addresses) {
      await look(address);
      await look(address, { headers: { rsc: "1" } }, `RSC ${address}`);
    }
  }
  for (const [name, asked] of Object.entries(questions(world))) {
    for (const params of asked) await look(`/api/reads/${name}?${new URLSearchParams(params)}`);
  }
  const { formats, acts, reads } = await described(world.server.url);
  expect(Object.keys(questions(world)).sort(), "a read is left out of the comparison").toEqual([...reads].sort());
  for (const format of formats) {
    for (const source of ["mine", "consensus"]) {
      await look(`/api/exports/${format}?projectId=${world.projectId}&source=${source}`);
    }
  }
  await look("/api/openapi.json");
  found.set("events", await eventsOf(world.a, canonical));
  // Every act and some reads with B's ids and with made-up ones: the answers must not tell the two apart.
  for (const act of acts) {
    // What A creates here must not stay for the next look.
    if (CREATES.has(act)) continue;
    for (const whose of ["B's", "made-up"]) {
      const body = JSON.stringify(probe(world, whose === "B's", act));
      const init = { method: "POST", body, headers: { "content-type": "application/json" } };
      await look(`/api/acts/${act}`, init, `${act} on ${whose} ids`);
    }
  }
  for (const codeId of [fixedId("b proposal"), fixedId("no such code")]) {
    const inRound = { projectId: world.projectId, roundId: world.roundId };
    await look(`/api/reads/agreement-places?${new URLSearchParams({ ...inRound, codeId })}`);
    await look(
      `/api/reads/coded-quotes?${new URLSearchParams({ projectId: world.projectId, codeIds: `["${codeId}"]` })}`,
    );
  }
  return found;
}

/**
 * The input of any act, with what B made in it, or with ids that nobody has. The id of what an act is to create is A's own
 * in both cases: a taken id of 128 random bits can only be sent by somebody who was told it.
 */
function probe(world: World, ofB: boolean, act: string): Record<string, unknown> {
  const id = (name: string) => fixedId(ofB ? name : `no such ${name}`);
  const made: Record<string, string> = { "apply-code": "codingId", "add-code": "codeId" };
  const input: Record<string, unknown> = {
    projectId: world.projectId,
    codingId: id("b1"),
    setId: ofB ? world.setsOfB[0] : fixedId("no such set"),
    memoId: id("bm"),
    codeId: id("b proposal"),
    roundId: world.roundId,
    documentId: world.documents[0]?.id,
    coderId: id("b1"),
    rulingId: id("b1"),
    wording: 1,
    version: 1,
    text: "x",
    reason: "x",
    name: "x",
    colour: "#117733",
    start: 0,
    end: 4,
    wordsHash: "0".repeat(32),
    parentId: null,
    beforeId: null,
  };
  const own = made[act];
  return own ? { ...input, [own]: fixedId(`a's own ${act} ${ofB}`) } : input;
}

const CREATES = new Set(["create-project", "create-token", "undo", "redo"]);

/** For each address that was answered differently: where, and the bytes around the first difference in both worlds. */
function differences(idle: ReadonlyMap<string, string>, busy: ReadonlyMap<string, string>): string[] {
  return [...idle].flatMap(([address, bytes]) => {
    const other = busy.get(address) ?? "";
    if (bytes === other) return [];
    let at = 0;
    while (bytes[at] === other[at]) at++;
    const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 120), at + 120));
    return [`${address}\n  idle ${around(bytes)}\n  busy ${around(other)}`];
  });
}

test("coder A sees the same, byte for byte, whether coder B works or not", async () => {
  test.setTimeout(180_000);
  const [idle, busy] = [await openWorld(), await openWorld()];
  try {
    await workAsB(busy);
    const inIdle = await everythingThatASees(idle);
    const inBusy = await everythingThatASees(busy);
    expect([...inBusy.keys()]).toEqual([...inIdle.keys()]);
    expect(differences(inIdle, inBusy)).toEqual([]);
    expect([...inBusy.values()].filter((bytes) => bytes.includes(CANARY))).toEqual([]);
    // The looking was real: A's own work is in it, and what is refused was refused.
    const own = [...inBusy].find(([address]) => address.startsWith("/api/reads/desk-codings"));
    expect(own?.[1]).toMatch(/^200/);
    const early = [...inBusy].filter(([address]) => /agreement-report|reconciliation/.test(address));
    for (const [, bytes] of early) expect(bytes).toMatch(/^404/);
  } finally {
    await idle.server.stop();
    await busy.server.stop();
  }
});

test("no page and no route is left out of the comparison", () => {
  const nowhere = { projectId: "", roundId: "", documents: [], codes: { theme: "", workload: "", caring: "" } };
  expect(Object.keys(pages(nowhere)).sort()).toEqual(builtPages());
  expect(builtRoutes().filter((route) => route.startsWith("/api/"))).toEqual([...API_ROUTES].sort());
});
