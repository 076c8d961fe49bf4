import fs from "node:fs";
import path from "node:path";
import { expect, test } from "playwright/test";
import { root } from "../fixtures/template-folder";
import { CANARY, type Caller, fixedId, openWorld, type World, workAsA, workAsB } from "./two-worlds-study";

// Coder A must see the same bytes whether coder B works or not: over every page, read, export, event and error.

/** For each page of the build, the addresses at which A looks at it. A page that is not named here fails the test. */
function pages(world: World): Record<string, string[]> {
  const project = `/main/projects/${world.projectId}`;
  const round = `${project}/rounds/${world.roundId}`;
  return {
    "/": ["/"],
    "/_not-found": ["/no/such/page"],
    "/_global-error": [],
    "/[workspace]": ["/main"],
    "/[workspace]/account": ["/main/account"],
    "/[workspace]/join": ["/main/join"],
    "/[workspace]/sign-in": ["/main/sign-in"],
    "/[workspace]/projects/[project]": [project],
    "/[workspace]/projects/[project]/codebook": [`${project}/codebook`],
    "/[workspace]/projects/[project]/documents/[document]": world.documents.flatMap((each) => [
      `${project}/documents/${each.id}`,
      `${project}/documents/${each.id}?round=${world.roundId}`,
    ]),
    "/[workspace]/projects/[project]/import": [`${project}/import`],
    "/[workspace]/projects/[project]/journal": [`${project}/journal`],
    "/[workspace]/projects/[project]/people": [`${project}/people`],
    "/[workspace]/projects/[project]/quotes": [`${project}/quotes`],
    "/[workspace]/projects/[project]/rounds/[round]": [round],
    "/[workspace]/projects/[project]/rounds/[round]/agreement": [`${round}/agreement`],
    "/[workspace]/projects/[project]/rounds/[round]/reconcile": [`${round}/reconcile`],
    "/[workspace]/projects/[project]/rounds/new": [`${project}/rounds/new`],
  };
}

/** For each read of the API, the questions that A asks: about what A may see and about what A must not. */
function questions(world: World): Record<string, Record<string, string>[]> {
  const { projectId, roundId, codes } = world;
  const inRound = { projectId, roundId };
  const documents = world.documents.map((each) => each.id);
  return {
    "my-projects": [{}],
    "my-tokens": [{}],
    "project-overview": [{ projectId }],
    people: [{ projectId }],
    participants: [{ projectId }],
    codebook: [{ projectId }],
    "coding-desk": documents.flatMap((documentId) => [
      { projectId, documentId },
      { ...inRound, documentId },
    ]),
    "desk-codings": documents.flatMap((documentId) => [
      { projectId, documentId },
      { ...inRound, documentId },
    ]),
    "round-progress": [inRound],
    "agreement-report": ["turn", "character"].map((unit) => ({ ...inRound, unit })),
    "agreement-places": Object.values(codes).map((codeId) => ({ ...inRound, codeId })),
    "overlap-places": [{ ...inRound, firstCodeId: codes.workload, secondCodeId: "null" }],
    reconciliation: [inRound, ...documents.map((documentId) => ({ ...inRound, documentId }))],
    "coded-quotes": ["consensus", "mine"].map((source) => ({ projectId, source })),
    "project-journal": [{ projectId }],
  };
}

/** What may differ between any two runs: random ids in order of appearance, times, nonces, references of errors. */
class Canonical {
  private readonly ids = new Map<string, string>();

  of(text: string): string {
    return text
      .replaceAll(/[0-9a-f]{32}(?:[0-9a-f]{32})?/g, (id) => {
        const known = this.ids.get(id) ?? `id${String(this.ids.size).padStart(6, "0")}${"-".repeat(id.length - 8)}`;
        this.ids.set(id, known);
        return known;
      })
      .replaceAll(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z/g, "TIME")
      .replaceAll(/nonce(=|\\?":\\?|-)(["']?)[\w+/=-]{16,}/g, "nonce$1$2N")
      .replaceAll(/127\.0\.0\.1:\d+/g, "HOST");
  }
}

const MAY_DIFFER = new Set(["date", "set-cookie", "content-security-policy"]);

async function seen(caller: Caller, address: string, init: RequestInit, canonical: Canonical): Promise<string> {
  const answer = await caller.fetch(address, init);
  const body = await answer.text();
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
  const { formats, acts } = await described(world);
  for (const format of formats) {
    for (const source of ["mine", "consensus"]) {
      await look(`/api/exports/${format}?projectId=${world.projectId}&source=${source}`);
    }
  }
  await look("/api/openapi.json");
  found.set("events", await eventsOf(world.a, canonical));
  // Every act with B's ids and with made-up ones: the refusals must not tell the two apart.
  for (const act of acts) {
    for (const id of ["b1", "no such thing"]) {
      const some = fixedId(id);
      const body = JSON.stringify({
        projectId: world.projectId,
        codingId: some,
        setId: some,
        memoId: some,
        codeId: id === "b1" ? fixedId("b proposal") : some,
        roundId: world.roundId,
        documentId: world.documents[0]?.id,
        coderId: some,
        wording: 0,
        version: 1,
        text: "x",
        reason: "x",
        name: "x",
        start: 0,
        end: 4,
        wordsHash: "0".repeat(32),
        parentId: null,
        beforeId: null,
      });
      const init = { method: "POST", body, headers: { "content-type": "application/json" } };
      // A's own id is not B's: what they create here must not stay for the next look.
      if (!CREATES.has(act)) await look(`/api/acts/${act}`, init, `${act} on ${id}`);
    }
  }
  return found;
}

const CREATES = new Set(["create-project", "create-token", "undo", "redo"]);

async function described(world: World): Promise<{ formats: string[]; acts: string[]; reads: string[] }> {
  const answer = await world.a.fetch("/api/openapi.json");
  const { paths } = (await answer.json()) as { paths: Record<string, unknown> };
  const under = (prefix: string) =>
    Object.keys(paths)
      .filter((each) => each.startsWith(prefix))
      .map((each) => each.slice(prefix.length));
  return { formats: under("/api/exports/"), acts: under("/api/acts/"), reads: under("/api/reads/") };
}

test("coder A sees the same, byte for byte, whether coder B works or not", async () => {
  test.setTimeout(180_000);
  const [idle, busy] = [await openWorld(), await openWorld()];
  try {
    await workAsB(busy);
    const inIdle = await everythingThatASees(idle);
    const inBusy = await everythingThatASees(busy);
    expect([...inBusy.keys()]).toEqual([...inIdle.keys()]);
    for (const [address, bytes] of inIdle) expect(inBusy.get(address), address).toBe(bytes);
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

test("no page and no read is left out of the comparison", async () => {
  const manifest = JSON.parse(
    fs.readFileSync(path.join(root, ".next", "app-path-routes-manifest.json"), "utf8"),
  ) as Record<string, string>;
  const built = Object.values(manifest).filter((route) => !route.startsWith("/api/") && !route.includes("."));
  const world = await openWorld();
  try {
    expect(Object.keys(pages(world)).sort()).toEqual([...new Set(built)].sort());
    expect(Object.keys(questions(world)).sort()).toEqual((await described(world)).reads.sort());
    const api = Object.values(manifest).filter((route) => route.startsWith("/api/"));
    expect(api.sort()).toEqual(
      [
        "/api/accounts/claim",
        "/api/accounts/invitation",
        "/api/accounts/join",
        "/api/acts/[name]",
        "/api/auth/[...all]",
        "/api/events",
        "/api/exports/[format]",
        "/api/health",
        "/api/imports",
        "/api/imports/[stage]",
        "/api/openapi.json",
        "/api/reads/[name]",
        "/api/sample/enter",
        "/api/sample/reset",
      ].sort(),
    );
  } finally {
    await world.server.stop();
  }
});
