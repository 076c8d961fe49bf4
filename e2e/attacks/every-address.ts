import fs from "node:fs";
import path from "node:path";
import { root } from "../fixtures/template-folder";
import type { World } from "./two-worlds-study";

/** What the addresses of a project are made of. */
export type Places = Pick<World, "projectId" | "roundId" | "documents" | "codes">;

/** Every route that the build serves, pages and API alike, as Next lists them. */
export function builtRoutes(): string[] {
  const manifest: Record<string, string> = JSON.parse(
    fs.readFileSync(path.join(root, ".next", "app-path-routes-manifest.json"), "utf8"),
  );
  return [...new Set(Object.values(manifest))].sort();
}

export function builtPages(): string[] {
  return builtRoutes().filter((route) => !route.startsWith("/api/") && !route.includes("."));
}

/** The routes of the API; a route that is not here must be given its place in the route table first. */
export const API_ROUTES = [
  "/api/accounts/claim",
  "/api/accounts/draft-key",
  "/api/accounts/invitation",
  "/api/accounts/join",
  "/api/acts/[name]",
  "/api/attributes/tables",
  "/api/attributes/tables/[stage]",
  "/api/auth/[...all]",
  "/api/events",
  "/api/exports/[format]",
  "/api/health",
  "/api/imports",
  "/api/imports/[stage]",
  "/api/imports/[stage]/changes",
  "/api/imports/[stage]/entries/[index]",
  "/api/imports/[stage]/turns",
  "/api/openapi.json",
  "/api/pseudonyms/open",
  "/api/reads/[name]",
  "/api/recordings",
  "/api/recordings/[recording]",
  "/api/sample/enter",
  "/api/sample/reset",
];

/** For each page of the build, the addresses at which somebody looks at it. */
export function pages(places: Places): Record<string, string[]> {
  const project = `/main/projects/${places.projectId}`;
  const round = `${project}/rounds/${places.roundId}`;
  return {
    "/": ["/"],
    "/_not-found": ["/no/such/page"],
    "/_global-error": [],
    "/[workspace]": ["/main"],
    "/[workspace]/account": ["/main/account"],
    "/[workspace]/join": ["/main/join"],
    "/[workspace]/method": ["/main/method"],
    "/[workspace]/sign-in": ["/main/sign-in"],
    "/[workspace]/projects/[project]": [project],
    "/[workspace]/projects/[project]/attributes": [`${project}/attributes`, `${project}/attributes?of=documents`],
    "/[workspace]/projects/[project]/codebook": [`${project}/codebook`],
    "/[workspace]/projects/[project]/documents/[document]": places.documents.flatMap((each) => [
      `${project}/documents/${each.id}`,
      `${project}/documents/${each.id}?round=${places.roundId}`,
    ]),
    "/[workspace]/projects/[project]/documents/[document]/correct": places.documents.map(
      (each) => `${project}/documents/${each.id}/correct`,
    ),
    "/[workspace]/projects/[project]/import": [`${project}/import`],
    "/[workspace]/projects/[project]/journal": [`${project}/journal`],
    "/[workspace]/projects/[project]/people": [`${project}/people`],
    "/[workspace]/projects/[project]/pseudonyms": [`${project}/pseudonyms`],
    "/[workspace]/projects/[project]/quotes": [`${project}/quotes`],
    "/[workspace]/projects/[project]/rounds/[round]": [round],
    "/[workspace]/projects/[project]/rounds/[round]/agreement": [`${round}/agreement`],
    "/[workspace]/projects/[project]/rounds/[round]/reconcile": [`${round}/reconcile`],
    "/[workspace]/projects/[project]/rounds/new": [`${project}/rounds/new`],
  };
}

/** The pages of the project alone. */
export function projectPages(places: Places): Record<string, string[]> {
  return Object.fromEntries(Object.entries(pages(places)).filter(([route]) => route.includes("[project]")));
}

/** Reads whose question holds words of a transcript, and so may not stand in an address. */
export const BY_BODY: ReadonlySet<string> = new Set([
  "attribute-grid",
  "correction-preview",
  "find-words",
  "name-places",
]);

/** How a question is put to a read: its address and, for what must not stand there, its body. */
export function asking(read: string, question: Record<string, string>): { address: string; init: RequestInit } {
  if (!BY_BODY.has(read)) return { address: `/api/reads/${read}?${new URLSearchParams(question)}`, init: {} };
  const headers = { "content-type": "application/json" };
  return { address: `/api/reads/${read}`, init: { method: "POST", headers, body: JSON.stringify(bodyOf(question)) } };
}

/** A question as a body says it: what is no plain word in an address is a value of its own there. */
export function bodyOf(question: Record<string, string>): Record<string, unknown> {
  const read = (word: string): unknown => (/^(?:null|true|\[.*\])$/.test(word) ? JSON.parse(word) : word);
  return Object.fromEntries(Object.entries(question).map(([key, word]) => [key, read(word)]));
}

/** For each read of the API, questions: about what a coder may see and about what they must not. */
export function questions(places: Places): Record<string, Record<string, string>[]> {
  const { projectId, roundId, codes } = places;
  const inRound = { projectId, roundId };
  const documents = places.documents.map((each) => each.id);
  return {
    "my-projects": [{}],
    "my-tokens": [{}],
    "project-overview": [{ projectId }],
    people: [{ projectId }],
    participants: [{ projectId }],
    surveys: [{ projectId }],
    "attribute-grid": [
      { projectId, owner: "participant" },
      { projectId, owner: "document", find: "a" },
    ],
    "pseudonym-state": [{ projectId }],
    "pseudonym-candidates": [{ projectId }],
    "name-places": [{ projectId, entries: "[]", endings: "null" }],
    codebook: [{ projectId }],
    "coding-desk": documents.flatMap((documentId) => [
      { projectId, documentId },
      { ...inRound, documentId },
    ]),
    "desk-codings": documents.flatMap((documentId) => [
      { projectId, documentId },
      { ...inRound, documentId },
    ]),
    "moved-codings": documents.flatMap((documentId) => [
      { projectId, documentId },
      { ...inRound, documentId },
    ]),
    recordings: documents.map((documentId) => ({ projectId, documentId })),
    "newest-text": documents.map((documentId) => ({ projectId, documentId })),
    "correction-preview": documents.map((documentId) => ({
      projectId,
      documentId,
      revisionId: "0".repeat(32),
      changes: "[]",
    })),
    "document-revisions": documents.map((documentId) => ({ projectId, documentId })),
    "old-revision": documents.map((documentId) => ({ projectId, documentId, revisionId: "0".repeat(32) })),
    "code-excerpts": Object.values(codes).map((codeId) => ({ projectId, codeId })),
    "find-words": [
      { projectId, words: "the" },
      ...documents.map((documentId) => ({ projectId, documentId, words: "the" })),
    ],
    "compared-codings": documents.map((documentId) => ({ ...inRound, documentId })),
    "round-progress": [inRound],
    "agreement-report": ["turn", "character"].map((unit) => ({ ...inRound, unit })),
    "agreement-by-document": [inRound],
    "agreement-by-unit": [inRound],
    "agreement-over-rounds": [{ projectId }, { projectId, before: roundId, after: roundId }],
    "all-coders-agreement": [inRound],
    "full-agreement-report": [inRound],
    "overlap-agreement": [inRound],
    "unitizing-agreement": [inRound, { ...inRound, domain: codes.workload }],
    "agreement-places": Object.values(codes).map((codeId) => ({ ...inRound, codeId })),
    "overlap-places": [{ ...inRound, firstCodeId: codes.workload, secondCodeId: "null" }],
    reconciliation: [inRound, ...documents.map((documentId) => ({ ...inRound, documentId }))],
    "coded-quotes": ["consensus", "mine"].flatMap((source) => {
      const all = { projectId, source };
      return [all, { ...all, starred: "true" }];
    }),
    "speaker-rules": [{ projectId }],
    "project-journal": [{ projectId }],
  };
}

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: JsonSchema }>> };
}

export interface JsonSchema {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly items?: JsonSchema;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly minLength?: number;
  readonly minItems?: number;
}

export interface Described {
  readonly formats: readonly string[];
  readonly acts: readonly string[];
  readonly reads: readonly string[];
  /** The input of each act, as the API describes it. */
  readonly inputs: Readonly<Record<string, JsonSchema>>;
}

/** What the server says of its own interface. */
export async function described(url: string): Promise<Described> {
  const answer = await fetch(`${url}/api/openapi.json`);
  const { paths } = (await answer.json()) as { paths: Record<string, { post?: Operation }> };
  const under = (prefix: string) =>
    Object.keys(paths)
      .filter((each) => each.startsWith(prefix))
      .map((each) => each.slice(prefix.length));
  const acts = under("/api/acts/");
  const inputs = Object.fromEntries(
    acts.map((name) => [
      name,
      paths[`/api/acts/${name}`]?.post?.requestBody?.content["application/json"]?.schema ?? {},
    ]),
  );
  return { formats: under("/api/exports/"), acts, reads: under("/api/reads/"), inputs };
}
