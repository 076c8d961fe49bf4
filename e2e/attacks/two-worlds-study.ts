import { createHash } from "node:crypto";
import fs from "node:fs";
import { wordsHash } from "@/lib/text/words-hash";
import { type RunningServer, startServer } from "../fixtures/start-server";
import { templateFolder, worldFolder } from "../fixtures/template-folder";

/** Ids that clients make are the same in both worlds, so that only what the server gives away can differ. */
export function fixedId(name: string): string {
  return createHash("sha256").update(name).digest("hex").slice(0, 32);
}

export const INTERVIEW =
  "INT: How is the work at the moment?\n\nP858: There is never enough cover on a weekend, and the list only grows.\n\n" +
  "INT: And at home?\n\nP858: I sit in the car for ten minutes before I go in, and then I can talk to them.\n";
export const SECOND =
  "INT: Who do you turn to?\n\nP802: My sergeant, when there is one. Mostly we look after our own.\n";

/** One person's way to the server: a cookie jar, and what came back, byte for byte. */
export class Caller {
  /** What the browser would send; empty for those who have not signed in. */
  cookie = "";

  /** With `bearer` the caller is a script that carries an access token. */
  constructor(
    private readonly server: RunningServer,
    private readonly bearer = "",
  ) {}

  async fetch(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    if (this.cookie) headers.set("cookie", this.cookie);
    if (this.bearer) headers.set("authorization", `Bearer ${this.bearer}`);
    if (init.method !== undefined && init.method !== "GET" && !headers.has("origin"))
      headers.set("origin", this.server.url);
    const answer = await fetch(`${this.server.url}${path}`, { ...init, headers, redirect: "manual" });
    const set = answer.headers.getSetCookie();
    if (set.length > 0) this.cookie = set.map((line) => line.split(";")[0]).join("; ");
    return answer;
  }

  /** A page as a browser gets it; Next sends a request for components on to the same address with a hash of its headers. */
  async page(path: string, headers: Record<string, string> = {}): Promise<{ answer: Response; text: string }> {
    let answer = await this.fetch(path, { headers });
    const to = answer.headers.get("location") ?? "";
    if (headers.rsc && answer.status === 307 && /[?&]_rsc/.test(to)) {
      await answer.arrayBuffer();
      answer = await this.fetch(to, { headers });
    }
    return { answer, text: await answer.text() };
  }

  async post(path: string, body: unknown): Promise<unknown> {
    const answer = await this.fetch(path, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text}`);
    return JSON.parse(text);
  }

  async act<T>(name: string, input: Record<string, unknown>): Promise<T> {
    const { result } = (await this.post(`/api/acts/${name}`, input)) as { result: T };
    return result;
  }

  async read<T>(name: string, params: Record<string, string>): Promise<T> {
    const answer = await this.fetch(`/api/reads/${name}?${new URLSearchParams(params)}`);
    if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
    return ((await answer.json()) as { answer: T }).answer;
  }
}

export interface World {
  readonly server: RunningServer;
  readonly lead: Caller;
  readonly a: Caller;
  readonly b: Caller;
  readonly projectId: string;
  readonly roundId: string;
  readonly documents: readonly { readonly id: string; readonly text: string }[];
  /** The coding sets of B, by document; their ids are drawn when the round is opened. */
  readonly setsOfB: readonly string[];
  readonly codes: { readonly theme: string; readonly workload: string; readonly caring: string };
}

/** The password of whoever was let in by `joined`. */
export function passwordOf(name: string): string {
  return `${name} has a long password`;
}

export function emailOf(name: string): string {
  return `${name.toLowerCase().replaceAll(" ", ".")}@example.org`;
}

/** Invites somebody and lets them in by the link, with an account of their own. */
export async function joined(
  server: RunningServer,
  lead: Caller,
  projectId: string,
  name: string,
  role: "lead" | "coder" | "observer" = "coder",
): Promise<Caller> {
  const secret = createHash("sha256").update(`secret of ${name}`).digest("hex");
  await lead.act("invite-member", {
    projectId,
    invitationId: fixedId(`invitation ${name}`),
    role,
    name,
    secretHash: createHash("sha256").update(secret).digest("hex"),
    days: 7,
  });
  const caller = new Caller(server);
  await caller.post("/api/accounts/join", {
    secret,
    name,
    email: emailOf(name),
    password: passwordOf(name),
  });
  return caller;
}

/** What of a world lies in its data folder, and who is signed in to it. */
interface LaidWorld extends Omit<World, "server" | "lead" | "a" | "b"> {
  readonly cookies: Readonly<Record<"lead" | "a" | "b", string>>;
}

/** A study with an open round: lead, coder A, coder B, two documents, three codes. Nobody has coded anything. */
async function layWorld(server: RunningServer): Promise<LaidWorld> {
  const lead = new Caller(server);
  await lead.post("/api/accounts/claim", {
    name: "Lena Lead",
    email: "lead@example.org",
    password: "a lead's long password",
  });
  const projectId = fixedId("project");
  await lead.act("create-project", { projectId, name: "Two worlds" });
  const codes = { theme: fixedId("theme"), workload: fixedId("workload"), caring: fixedId("caring") };
  const tree = [
    { codeId: codes.theme, parentId: null, name: "Effects of resourcing", colour: "#0072b2" },
    { codeId: codes.workload, parentId: codes.theme, name: "Workload levels", colour: "#0a4f7d" },
    { codeId: codes.caring, parentId: null, name: "Officers as caring", colour: "#d55e00" },
  ];
  for (const code of tree) await lead.act("add-code", { projectId, ...code });
  const documents: { id: string; text: string }[] = [];
  for (const [name, content] of [
    ["Interview P858", INTERVIEW],
    ["Interview P802", SECOND],
  ] as const) {
    const answer = await lead.fetch(`/api/imports?projectId=${projectId}&name=${encodeURIComponent(name)}.txt`, {
      method: "POST",
      body: content,
    });
    const { preview } = (await answer.json()) as {
      preview: { stageId: string; labels: { proposal: unknown }[] };
    };
    const id = fixedId(name);
    await lead.act("confirm-import", {
      projectId,
      documents: [
        {
          stageId: preview.stageId,
          documentId: id,
          name,
          kind: "interview",
          decisions: preview.labels.map((label) => label.proposal),
        },
      ],
    });
    const { text } = await lead.read<{ text: string }>("coding-desk", { projectId, documentId: id });
    documents.push({ id, text });
  }
  const a = await joined(server, lead, projectId, "Anna Coder");
  const b = await joined(server, lead, projectId, "Bela Coder");
  const people = await lead.read<{ people: { role: string; managed: { coderId: string } | null }[] }>("people", {
    projectId,
  });
  const coderIds = people.people.flatMap((each) =>
    each.role === "coder" && each.managed ? [each.managed.coderId] : [],
  );
  const roundId = fixedId("round");
  await lead.act("open-round", {
    projectId,
    roundId,
    name: "Round 1",
    documentIds: documents.map((each) => each.id),
    coderIds,
  });
  const setsOfB: string[] = [];
  for (const each of documents) setsOfB.push(await setIn(b, projectId, each.id));
  const cookies = { lead: lead.cookie, a: a.cookie, b: b.cookie };
  return { cookies, projectId, roundId, documents, setsOfB, codes };
}

const worldFile = `${worldFolder}.json`;

/** Lays the world once for all tests: each opens a copy of its folder, with everybody still signed in. */
export async function makeWorld(): Promise<void> {
  fs.rmSync(worldFolder, { recursive: true, force: true });
  fs.cpSync(templateFolder, worldFolder, { recursive: true });
  const server = await startServer({}, worldFolder);
  const laid = await layWorld(server);
  await server.stop();
  fs.writeFileSync(worldFile, JSON.stringify(laid));
}

/** A server of its own with the world that `layWorld` describes. */
export async function openWorld(): Promise<World> {
  const { cookies, ...laid } = JSON.parse(fs.readFileSync(worldFile, "utf8")) as LaidWorld;
  const server = await startServer({}, undefined, worldFolder);
  const seated = (cookie: string) => Object.assign(new Caller(server), { cookie });
  return { server, lead: seated(cookies.lead), a: seated(cookies.a), b: seated(cookies.b), ...laid };
}

/** The person's own coding set of a document. */
export async function setIn(who: Caller, projectId: string, documentId: string): Promise<string> {
  const { set } = await who.read<{ set: { id: string } }>("desk-codings", { projectId, documentId });
  return set.id;
}

/** Codes the words in a document as one coder would; returns the coding's id. */
export async function code(
  world: World,
  who: Caller,
  document: number,
  words: string,
  codeId: string,
  name: string,
): Promise<string> {
  const target = world.documents[document];
  if (!target) throw new RangeError(`there is no document ${document}`);
  const setId = await setIn(who, world.projectId, target.id);
  const start = target.text.indexOf(words);
  const codingId = fixedId(name);
  await who.act("apply-code", {
    projectId: world.projectId,
    setId,
    codingId,
    codeId,
    start,
    end: start + words.length,
    wordsHash: wordsHash(words),
  });
  return codingId;
}

/** The words that must never come out of the server towards A before the reveal. */
export const CANARY = "canarywordofcoderb";

/** Everything that B can do in a round: codes, stars, takes back, memos, keeps places, proposes, undoes, submits. */
export async function workAsB(world: World): Promise<void> {
  const { b, projectId, codes } = world;
  const first = await code(world, b, 0, "There is never enough cover on a weekend", codes.workload, "b1");
  await code(world, b, 0, "the list only grows", codes.workload, "b2");
  const third = await code(world, b, 0, "I can talk to them", codes.caring, "b3");
  await b.act("write-memo", { projectId, codingId: first, memoId: fixedId("bm"), wording: 0, text: `${CANARY} memo` });
  await b.act("remove-coding", { projectId, codingId: third });
  await b.act("undo", { projectId });
  const setId = world.setsOfB[1];
  const proposal = fixedId("b proposal");
  await b.act("add-code", {
    projectId,
    codeId: proposal,
    parentId: codes.theme,
    name: `${CANARY} code`,
    colour: "#117733",
    setId,
  });
  await code(world, b, 1, "Mostly we look after our own", proposal, "b4");
  await bulkWorkAsB(world);
  await b.act("star-coding", { projectId, codingId: first, starred: true });
  const [document] = world.documents;
  if (!document) throw new RangeError("there is no document");
  const documentId = document.id;
  const onWords = { setId: await setIn(b, projectId, documentId), start: 0, end: 3 };
  const note = (name: string, on: Record<string, unknown>) =>
    b.act("write-memo", { projectId, memoId: fixedId(name), wording: 0, text: `${CANARY} ${name}`, ...on });
  await note("b on words", { ...onWords, wordsHash: wordsHash(document.text.slice(0, 3)) });
  await note("b on a document", { documentId });
  await note("b on a code", { codeId: codes.workload });
  await note("b on the proposal", { codeId: proposal });
  const { revision } = await b.read<{ revision: { id: string } }>("coding-desk", { projectId, documentId });
  const place = { projectId, documentId, revisionId: revision.id };
  await b.act("keep-reading-place", { ...place, last: 5, bookmarks: [1, 5] });
  await b.act("submit-coding", { projectId, setId });
  await b.fetch(`/api/exports/quotes-csv?projectId=${projectId}&source=mine`);
}

/** Several codings or codes in one act: each of these has ways of its own to be seen. */
async function bulkWorkAsB(world: World): Promise<void> {
  const { b, projectId, codes, documents } = world;
  const setId = world.setsOfB[0];
  const text = documents[0]?.text ?? "";
  const span = (words: string) => {
    const start = text.indexOf(words);
    return { start, end: start + words.length, wordsHash: wordsHash(words) };
  };
  const act = (name: string, input: Record<string, unknown>) => b.act(name, { projectId, ...input });
  const words = ["I sit in the car", "ten minutes", "before I go in"];
  const many = words.map((each, i) => ({ codingId: fixedId(`many ${i}`), codeId: codes.caring, ...span(each) }));
  await act("apply-codes", { setId, codings: many });
  const [first, second] = [span("I sit"), span("in the car")];
  const parts = { firstEnd: first.end, firstHash: first.wordsHash, secondHash: second.wordsHash };
  const cut = { codingId: fixedId("many 0"), newCodingId: fixedId("cut"), secondStart: second.start };
  await act("split-coding", { ...cut, ...parts });
  await act("merge-codings", { codingIds: [fixedId("cut"), fixedId("many 0")], ...span("I sit in the car") });
  await act("star-coding", { codingId: fixedId("many 0"), starred: true });
  await act("recode-codings", { codingIds: [fixedId("many 1"), fixedId("many 2")], codeId: codes.workload });
  await act("remove-codings", { codingIds: [fixedId("many 2")] });
  const colour = "#117733";
  const split = { codeId: codes.workload, newCodeId: fixedId("b split"), parentId: codes.theme, colour, setId };
  await act("split-code", { ...split, name: `${CANARY} split`, codingIds: [fixedId("many 1")] });
  await act("move-codes", { codeIds: [fixedId("b split")], parentId: null, beforeId: null });
  await act("merge-codes", { codeId: fixedId("b split"), intoId: fixedId("b proposal") });
}

/** What A does, the same in both worlds. */
export async function workAsA(world: World): Promise<void> {
  const { a, projectId, codes } = world;
  await code(world, a, 0, "never enough cover", codes.workload, "a1");
  const second = await code(world, a, 0, "ten minutes before I go in", codes.caring, "a2");
  await a.act("remove-coding", { projectId, codingId: second });
  await a.act("undo", { projectId });
}
