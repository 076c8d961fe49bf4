import { expect, test } from "playwright/test";
import { described, pages, questions } from "./every-address";
import { openStudy, type Study } from "./open-study";
import { rawRequest } from "./raw-request";
import type { Caller } from "./two-worlds-study";

// What every answer carries, whatever page, route or refusal made it.

// Generous, for a machine that has other things to do; on an idle one each test takes seconds.
test.describe.configure({ timeout: 150_000 });

const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'nonce-N' 'strict-dynamic'",
  "style-src-elem 'self' 'nonce-N'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "frame-ancestors 'none'",
  "manifest-src 'self'",
].join("; ");

let study: Study;
let addresses: string[];

test.beforeAll(async () => {
  study = await openStudy();
  const { formats } = await described(study.server.url);
  addresses = [
    ...Object.values(pages(study)).flat(),
    ...Object.entries(questions(study)).map(([read, asked]) => `/api/reads/${read}?${new URLSearchParams(asked[0])}`),
    ...formats.map((format) => `/api/exports/${format}?projectId=${study.projectId}`),
    "/api/health",
    "/api/openapi.json",
    "/api/auth/get-session",
    "/api/auth/list-sessions",
    "/api/events",
    "/api/nothing/here",
    "/api/acts/rename-project",
    "/icon.svg",
    "/%ff",
    "/_next/image",
    "/_next/static/nothing.js",
  ];
});
test.afterAll(() => study.server.stop());

async function headersOf(who: Caller, address: string): Promise<{ answer: Response; body: string }> {
  const stop = new AbortController();
  const answer = await who.fetch(address, { signal: stop.signal });
  if (!answer.headers.get("content-type")?.includes("event-stream")) return { answer, body: await answer.text() };
  stop.abort();
  return { answer, body: "" };
}

test("every page and answer carries the whole of the headers, with a nonce of its own", async () => {
  const wrong: string[] = [];
  const nonces = new Set<string>();
  let answers = 0;
  for (const who of ["lead", "a", "anonymous"] as const) {
    for (const address of addresses) {
      const { answer, body } = await headersOf(study[who], address);
      answers++;
      const say = (what: string) => wrong.push(`${address} (${answer.status}) for ${who}: ${what}`);
      const is = (name: string, value: string | null) => {
        const got = answer.headers.get(name);
        if (got !== value) say(`${name} is ${got}`);
      };
      const policy = answer.headers.get("content-security-policy") ?? "";
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? "";
      nonces.add(nonce);
      if (Buffer.from(nonce, "base64").length < 16) say(`the nonce is ${nonce}`);
      if (policy.replaceAll(nonce, "N") !== POLICY) say(`the policy is ${policy}`);
      is("x-content-type-options", "nosniff");
      is("x-frame-options", "DENY");
      is("referrer-policy", "no-referrer");
      is("cross-origin-opener-policy", "same-origin");
      is("cross-origin-resource-policy", "same-origin");
      is("x-dns-prefetch-control", "off");
      if (address.startsWith("/_next/static/")) {
        if (!/no-store/.test(answer.headers.get("cache-control") ?? "")) say("a file that is not there may be kept");
      } else is("cache-control", address === "/api/events" ? "private, no-store, no-transform" : "private, no-store");
      for (const name of [
        "x-powered-by",
        "server",
        "etag",
        "last-modified",
        "access-control-allow-origin",
        "strict-transport-security",
      ]) {
        is(name, null);
      }
      if (!/camera=\(\)/.test(answer.headers.get("permissions-policy") ?? "")) say("no permissions-policy");
      if (answer.headers.get("content-type")?.startsWith("text/html")) {
        for (const [tag] of body.matchAll(/<script\b[^>]*>/g)) {
          if (!tag.includes(`nonce="${nonce}"`)) say(`a script without the nonce: ${tag}`);
        }
        if (/<[a-z]+\s[^>]*\son[a-z]+\s*=\s*["']/i.test(body.replaceAll(/<script\b[^>]*>[\s\S]*?<\/script>/g, "")))
          say("an inline handler");
        for (const [, src] of body.matchAll(/(?:src|href)="([^"#]+)"/g)) {
          if (src && !/^\/(?!\/)|^data:/.test(src)) say(`something from elsewhere: ${src}`);
        }
      }
    }
  }
  expect(wrong).toEqual([]);
  expect(nonces.size).toBe(answers);
});

test("files named by their content may be kept, and are still not to be sniffed", async () => {
  const page = await (await study.anonymous.fetch("/")).text();
  const script = /src="(\/_next\/static\/[^"]+\.js)"/.exec(page)?.[1] ?? "";
  const answer = await study.anonymous.fetch(script);
  expect(answer.status).toBe(200);
  expect(answer.headers.get("cache-control")).toContain("immutable");
  expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
  expect(answer.headers.get("cross-origin-resource-policy")).toBe("same-origin");
  await answer.arrayBuffer();
});

test("a cookie is out of reach of scripts and of other sites, and named for its workspace", async () => {
  const { url } = study.server;
  const answer = await rawRequest(url, "/api/auth/sign-in/email", {
    method: "POST",
    headers: { origin: url, "content-type": "application/json" },
    body: JSON.stringify({ email: "lead@example.org", password: "a lead's long password" }),
  });
  expect(answer.status).toBe(200);
  const cookies = answer.headers["set-cookie"] ?? [];
  expect(cookies.length).toBeGreaterThan(0);
  for (const cookie of cookies) {
    expect(cookie).toMatch(/^tandem-main\./);
    expect(cookie).toMatch(/; HttpOnly/i);
    expect(cookie).toMatch(/; SameSite=(Lax|Strict)/i);
    expect(cookie).toMatch(/; Path=\//i);
    expect(cookie).not.toMatch(/domain=/i);
  }
  // What the cookie holds is no name and no address, and the body holds none of it.
  expect(decodeURIComponent(cookies.join())).not.toContain("lead@example.org");
  expect(answer.text).toBe("{}");
});

test("a file to be saved is named for the project, and is never shown as a page", async () => {
  // Those of agreement need a revealed round: the test of what is exported looks at them.
  const formats = (await described(study.server.url)).formats.filter((format) => !format.startsWith("agreement-"));
  expect(formats.length).toBeGreaterThan(2);
  for (const format of formats) {
    const { answer } = await headersOf(study.lead, `/api/exports/${format}?projectId=${study.projectId}`);
    expect(answer.headers.get("content-disposition"), format).toMatch(/^attachment; filename="[\w .-]+"/);
    expect(answer.headers.get("content-type"), format).not.toContain("html");
  }
});
