import { expect, test } from "playwright/test";
import { builtPages, projectPages } from "./every-address";
import { LEAD, MEMBERS, openStudy, PEOPLE, roleIn, type Study, type Who } from "./open-study";
import type { Caller } from "./two-worlds-study";

// Every page of a project × everybody × their own project and another's, however the address is written.

// Generous, for a machine that has other things to do; on an idle one each test takes seconds.
test.describe.configure({ timeout: 150_000 });

/** Pages that are not for every member: for the others there is no such page. */
const PAGES_FOR: Record<string, Who> = {
  "/[workspace]/projects/[project]/documents/[document]/correct": LEAD,
  "/[workspace]/projects/[project]/import": LEAD,
  "/[workspace]/projects/[project]/pseudonyms": LEAD,
  "/[workspace]/projects/[project]/rounds/new": LEAD,
  "/[workspace]/projects/[project]/journal": ["lead", "observer"],
};

let study: Study;

test.beforeAll(async () => {
  study = await openStudy();
});
test.afterAll(() => study.server.stop());

/** How a page was answered, as a document or as the stream of components that Next asks for when a link is followed. */
async function pageDecision(who: Caller, address: string, headers: Record<string, string>) {
  const { answer, text } = await who.page(address, headers);
  if (answer.status >= 500) return { decision: `failed with ${answer.status}`, text };
  const to = answer.headers.get("location") ?? "";
  // A stream of components has begun with a 200 by the time it says where it ends.
  if (to.startsWith("/main/sign-in") || /NEXT_REDIRECT;[^"]*\/main\/sign-in/.test(text))
    return { decision: "sign in", text };
  if (answer.status === 404 || text.includes("NEXT_HTTP_ERROR_FALLBACK;404")) return { decision: "not found", text };
  return { decision: answer.status === 200 ? "shown" : `${answer.status} to ${to}`, text };
}

test("every page of a project has its place in the table", () => {
  expect(Object.keys(projectPages(study)).sort()).toEqual(builtPages().filter((page) => page.includes("[project]")));
});

test("pages: sign-in for nobody, no such page for strangers and for members of another role", async () => {
  const wrong: string[] = [];
  const ways: Record<string, string>[] = [{}, { rsc: "1" }, { rsc: "1", "next-router-prefetch": "1" }];
  for (const person of PEOPLE) {
    if (person === "reader") continue;
    for (const other of [false, true]) {
      const places = other ? { ...study, projectId: study.otherProjectId } : study;
      const role = roleIn(person, other);
      for (const [route, addresses] of Object.entries(projectPages(places))) {
        // The other project has none of the study's documents and rounds.
        const missing = other && /\[(document|round)\]/.test(route);
        const allowed = role !== null && (PAGES_FOR[route] ?? MEMBERS).includes(role) && !missing;
        const expected = person === "anonymous" ? "sign in" : allowed ? "shown" : "not found";
        for (const address of addresses) {
          for (const headers of ways) {
            // What is fetched ahead of a click is the route's shape alone: the same for everybody, existing or not.
            const ahead = "next-router-prefetch" in headers;
            if (ahead && role !== null) continue;
            const { decision, text } = await pageDecision(study[person], address, headers);
            const what = `${address} ${JSON.stringify(headers)} by ${person}`;
            if (decision !== expected && !ahead) wrong.push(`${what}: ${decision}, not ${expected}`);
            if (role === null && /Two worlds|Somebody else|cover on a weekend|Interview P858/.test(text)) {
              wrong.push(`${what}: was told of the project`);
            }
          }
        }
      }
    }
  }
  expect(wrong).toEqual([]);
});

test("addresses that are made to look different are decided the same way", async () => {
  const project = `/main/projects/${study.projectId}`;
  const disguises = [
    `${project}.rsc`,
    `${project}/people.rsc`,
    `${project}.segments/_tree.segment.rsc`,
    `//main/projects/${study.projectId}`,
    `/main//projects/${study.projectId}`,
    `/main/./projects/${study.projectId}/people`,
    `/main/x/../projects/${study.projectId}/people`,
    `/%6dain/projects/${study.projectId}/people`,
    `/main/projects/%2e%2e/projects/${study.projectId}`,
    `/MAIN/projects/${study.projectId}`,
    `${project}/people?nxtPproject=${study.otherProjectId}`,
    `${project}/people?__nextDefaultLocale=x&_rsc=abc`,
    `/_next/data/x${project}.json`,
    `/sample/projects/${study.projectId}`,
    `/api/../main/projects/${study.projectId}/people`,
  ];
  const told: string[] = [];
  for (const [name, caller] of [
    ["anonymous", study.anonymous],
    ["outsider", study.outsider],
    ["removed", study.removed],
  ] as const) {
    for (const address of disguises) {
      const ways: Record<string, string>[] = [
        {},
        { rsc: "1" },
        { "x-middleware-subrequest": "middleware:middleware", "x-matched-path": project },
      ];
      for (const headers of ways) {
        const { text } = await caller.page(address, headers);
        if (/Two worlds|cover on a weekend|Interview P858|Anna Coder|lead@example/.test(text))
          told.push(`${address} told ${name}`);
      }
    }
  }
  expect(told).toEqual([]);
});
