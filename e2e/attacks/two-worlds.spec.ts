import { expect, test } from "playwright/test";
import { readZip } from "@/lib/readers/zip";
import { API_ROUTES, asking, builtPages, builtRoutes, described, pages, questions } from "./every-address";
import { CANARY, type Caller, fixedId, openWorld, type World, workAsA, workAsB } from "./two-worlds-study";

// Coder A must see the same bytes whether coder B works or not: over every page, read, export, event and error.

// Generous, for a machine that has other things to do; on an idle one each test takes seconds.
test.describe.configure({ timeout: 150_000 });

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

function written(answer: Response, body: string, canonical: Canonical): string {
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

/** As one that Next does not stream titles to: whether a title came early or late is a matter of milliseconds. */
const WITHOUT_STREAMING = { "user-agent": "Twitterbot" };
const LOOKS_AT_A_PAGE = 4;

/** A's eyes on both worlds at once: the same look at each, and what was answered differently. */
class BothWorlds {
  readonly seen = new Map<string, string>();
  readonly differences: string[] = [];
  private readonly canonical = [new Canonical(), new Canonical()] as const;

  constructor(private readonly worlds: readonly [World, World]) {}

  async look(address: (world: World) => string, init: (world: World) => RequestInit = () => ({}), name = "") {
    const once = async (which: 0 | 1) => {
      const world = this.worlds[which];
      const answer = await world.a.fetch(address(world), init(world));
      const bytes = new Uint8Array(await answer.arrayBuffer());
      return written(answer, await legible(bytes, answer.headers.get("content-type") ?? ""), this.canonical[which]);
    };
    await this.compare(`${name} ${address(this.worlds[0])}`, async () => [await once(0), await once(1)], 1);
  }

  /** A page's parts come in the order in which they were ready; what differs because of that does not differ always. */
  async lookAtPage(address: (world: World) => string, headers: Record<string, string>) {
    const once = async (which: 0 | 1) => {
      const world = this.worlds[which];
      const { answer, text } = await world.a.page(address(world), { ...WITHOUT_STREAMING, ...headers });
      return written(answer, text, this.canonical[which]);
    };
    const name = `${JSON.stringify(headers)} ${address(this.worlds[0])}`;
    await this.compare(name, () => Promise.all([once(0), once(1)]), LOOKS_AT_A_PAGE);
  }

  async events() {
    const [idle, busy] = this.worlds;
    const both = () => Promise.all([eventsOf(idle.a, this.canonical[0]), eventsOf(busy.a, this.canonical[1])]);
    await this.compare("events", both, 1);
  }

  private async compare(name: string, both: () => Promise<readonly [string, string]>, looks: number) {
    let [idle, busy] = await both();
    for (let look = 1; look < looks && idle !== busy; look++) [idle, busy] = await both();
    this.seen.set(name, busy);
    if (idle === busy) return;
    let at = 0;
    while (idle[at] === busy[at]) at++;
    const around = (text: string) => JSON.stringify(text.slice(Math.max(0, at - 120), at + 120));
    this.differences.push(`${name}\n  idle ${around(idle)}\n  busy ${around(busy)}`);
  }
}

/** A's whole session after the work: a look at everything, then what must be refused. */
async function lookAtEverything(both: BothWorlds, world: World): Promise<void> {
  for (const [route, addresses] of Object.entries(pages(world))) {
    for (const i of addresses.keys()) {
      const address = (each: World) => pages(each)[route]?.[i] ?? "";
      await both.lookAtPage(address, {});
      await both.lookAtPage(address, { rsc: "1" });
    }
  }
  const { formats, acts, reads } = await described(world.server.url);
  expect(Object.keys(questions(world)).sort(), "a read is left out of the comparison").toEqual([...reads].sort());
  for (const [name, asked] of Object.entries(questions(world))) {
    for (const params of asked) {
      const { address, init } = asking(name, params);
      await both.look(
        () => address,
        () => init,
        JSON.stringify(params),
      );
    }
  }
  for (const format of formats) {
    for (const source of ["mine", "consensus"]) {
      await both.look(
        ({ projectId, roundId }) => `/api/exports/${format}?projectId=${projectId}&roundId=${roundId}&source=${source}`,
      );
    }
  }
  await both.look(() => "/api/openapi.json");
  await both.events();
  // Every act and some reads with B's ids and with made-up ones: the answers must not tell the two worlds apart.
  for (const act of acts) {
    // What A creates here must not stay for the next look.
    if (CREATES.has(act)) continue;
    for (const ofB of [true, false]) {
      const init = (each: World) => ({
        method: "POST",
        body: JSON.stringify(probe(each, ofB, act)),
        headers: { "content-type": "application/json" },
      });
      await both.look(() => `/api/acts/${act}`, init, ofB ? "B's ids" : "made-up ids");
    }
  }
  for (const codeId of [fixedId("b proposal"), fixedId("no such code")]) {
    const inRound = { projectId: world.projectId, roundId: world.roundId, codeId };
    await both.look(() => `/api/reads/agreement-places?${new URLSearchParams(inRound)}`);
    const chosen = { projectId: world.projectId, codeIds: `["${codeId}"]` };
    await both.look(() => `/api/reads/coded-quotes?${new URLSearchParams(chosen)}`);
    await both.look(() => `/api/reads/code-excerpts?${new URLSearchParams({ projectId: world.projectId, codeId })}`);
  }
}

test("coder A sees the same, byte for byte, whether coder B works or not", async () => {
  const [idle, busy] = await Promise.all([openWorld(), openWorld()]);
  try {
    await workAsB(busy);
    await workAsA(idle);
    await workAsA(busy);
    const both = new BothWorlds([idle, busy]);
    await lookAtEverything(both, idle);
    expect(both.differences).toEqual([]);
    const seen = [...both.seen];
    expect(seen.filter(([, bytes]) => bytes.includes(CANARY))).toEqual([]);
    // The looking was real: A's own work is in it, and what is refused was refused.
    expect(seen.find(([name]) => name.includes("/api/reads/desk-codings"))?.[1]).toMatch(/^200/);
    // So it was with the components that Next sends when a link is followed.
    const components = seen.filter(([name]) => name.includes('"rsc"') && name.includes("/documents/"));
    for (const [, bytes] of components) expect(bytes).toMatch(/^200[\s\S]*text\/x-component/);
    const early = seen.filter(([name]) =>
      /\/api\/reads\/(agreement-(?!over-rounds)|overlap-|all-coders-|full-agreement-|unitizing-|reconciliation)/.test(
        name,
      ),
    );
    expect(early.length).toBeGreaterThan(3);
    expect(seen.filter(([name]) => name.includes("/api/exports/agreement-")).length).toBeGreaterThan(3);
    early.push(...seen.filter(([name]) => name.includes("/api/exports/agreement-")));
    for (const [, bytes] of early) expect(bytes).toMatch(/^404/);
  } finally {
    await Promise.all([idle.server.stop(), busy.server.stop()]);
  }
});

test("no page and no route is left out of the comparison", () => {
  const nowhere = { projectId: "", roundId: "", documents: [], codes: { theme: "", workload: "", caring: "" } };
  expect(Object.keys(pages(nowhere)).sort()).toEqual(builtPages());
  expect(builtRoutes().filter((route) => route.startsWith("/api/"))).toEqual([...API_ROUTES].sort());
});
