import http from "node:http";
import type { AddressInfo } from "node:net";
import { expect, test } from "playwright/test";
import { described } from "./every-address";
import { openStudy, type Study } from "./open-study";
import { rawBytes, rawRequest } from "./raw-request";
import { tableDigests } from "./table-digest";

// Requests that a page elsewhere makes in a signed-in person's browser, and requests that pose as Next's own.

// Generous, for a machine that has other things to do; on an idle one each test takes seconds.
test.describe.configure({ timeout: 150_000 });

let study: Study;
let changing: { address: string; body: string }[];

test.beforeAll(async () => {
  study = await openStudy();
  const { acts, reads } = await described(study.server.url);
  const project = JSON.stringify({ projectId: study.projectId, name: "Taken over", reason: "x" });
  changing = [
    ...acts.map((act) => ({ address: `/api/acts/${act}`, body: project })),
    ...reads.map((read) => ({ address: `/api/reads/${read}`, body: project })),
    { address: `/api/imports?projectId=${study.projectId}&name=a.txt`, body: "words" },
    { address: `/api/imports/${"0".repeat(32)}?projectId=${study.projectId}`, body: "" },
    { address: `/api/imports/${"0".repeat(32)}/entries/0?projectId=${study.projectId}`, body: "" },
    { address: `/api/imports/${"0".repeat(32)}/changes?projectId=${study.projectId}`, body: "" },
    { address: `/api/imports/${"0".repeat(32)}/turns?projectId=${study.projectId}`, body: '{"label":"P1"}' },
    { address: "/api/auth/sign-out", body: "{}" },
    { address: "/api/auth/sign-in/email", body: '{"email":"lead@example.org","password":"a lead\'s long password"}' },
    { address: "/api/auth/change-password", body: "{}" },
    { address: "/api/auth/revoke-session", body: "{}" },
    { address: "/api/accounts/claim", body: "{}" },
    { address: "/api/accounts/invitation", body: "{}" },
    { address: "/api/accounts/join", body: "{}" },
    { address: "/api/sample/enter", body: '{"as":"lead"}' },
    { address: "/api/sample/reset", body: '{"as":"lead"}' },
  ];
});
test.afterAll(() => study.server.stop());

test("no changing address takes a request that another site made", async () => {
  const { url, dataRoot } = study.server;
  const { host } = new URL(url);
  const json = { "content-type": "application/json" };
  const passes: Record<string, Record<string, string>> = {
    "another origin": { ...json, origin: "https://evil.example" },
    "another port of this machine": { ...json, origin: "http://127.0.0.1:1" },
    "a name that begins alike": { ...json, origin: `${url}.evil.example` },
    "a name before an at sign": { ...json, origin: `http://${host}@evil.example` },
    "origin null": { ...json, origin: "null" },
    "an empty origin": { ...json, origin: "" },
    "cross-site without origin": { ...json, "sec-fetch-site": "cross-site" },
    "same-site": { ...json, "sec-fetch-site": "same-site", origin: url },
    "cross-site that claims our origin": { ...json, "sec-fetch-site": "cross-site", origin: url },
    "another origin that claims same-origin": {
      ...json,
      "sec-fetch-site": "same-origin",
      origin: "https://evil.example",
    },
    "neither origin nor site": json,
    "a forwarded host that fits": { ...json, origin: "https://evil.example", "x-forwarded-host": "evil.example" },
    "a form": { "content-type": "application/x-www-form-urlencoded", origin: "https://evil.example" },
    "a form from a frame without origin": { "content-type": "text/plain", origin: "null" },
    "a method in a header": { ...json, origin: "https://evil.example", "x-http-method-override": "GET" },
  };
  const before = tableDigests(dataRoot);
  const wrong: string[] = [];
  for (const { address, body } of changing) {
    const all = Object.entries(passes).map(async ([pass, headers]) => {
      const sent = { ...headers, cookie: study.lead.cookie };
      const { status, text } = await rawRequest(url, address, { method: "POST", headers: sent, body });
      if (status !== 403 || !text.includes('"other-site"')) wrong.push(`${address} from ${pass}: ${status}`);
    });
    await Promise.all(all);
  }
  expect(wrong).toEqual([]);
  expect(tableDigests(dataRoot)).toEqual(before);
  expect((await study.lead.fetch("/api/reads/my-projects")).status, "the lead is still signed in").toBe(200);
});

test("what forms can send is not taken, even from here, and looking changes nothing", async () => {
  const { url, dataRoot } = study.server;
  const before = tableDigests(dataRoot);
  const wrong: string[] = [];
  const asked = [];
  for (const { address, body } of changing.filter((each) => !each.address.startsWith("/api/imports"))) {
    // Signing out needs no input, so there is nothing to misread; where it came from has been checked.
    if (address.endsWith("sign-out")) continue;
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", ""]) {
      const headers = { origin: url, cookie: study.lead.cookie, ...(type ? { "content-type": type } : {}) };
      asked.push(address);
      const { status } = await rawRequest(url, address, { method: "POST", headers, body });
      if (status !== 415 && !(status === 409 && address.endsWith("claim")))
        wrong.push(`${address} as ${type}: ${status}`);
    }
    if (address.startsWith("/api/reads/")) continue;
    for (const method of ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"]) {
      const { status } = await rawRequest(url, address, {
        method,
        headers: { origin: url, cookie: study.lead.cookie },
      });
      if (status !== 405 && status !== 404 && !(method === "OPTIONS" && status === 204))
        wrong.push(`${method} ${address}: ${status}`);
    }
  }
  expect(wrong).toEqual([]);
  expect(tableDigests(dataRoot)).toEqual(before);
});

test("no other site is told that it may read or send", async () => {
  const headers = {
    origin: "https://evil.example",
    "access-control-request-method": "POST",
    "access-control-request-headers": "content-type",
  };
  for (const address of ["/api/acts/rename-project", "/api/reads/my-projects", "/main", "/api/events"]) {
    for (const method of ["OPTIONS", "GET"]) {
      if (address === "/api/events" && method === "GET") continue;
      const answer = await rawRequest(study.server.url, address, { method, headers });
      expect(
        Object.keys(answer.headers).filter((name) => name.startsWith("access-control")),
        address,
      ).toEqual([]);
    }
  }
});

test("a name that was pointed here, and hosts that clients claim, are not believed", async () => {
  const { url } = study.server;
  const { port } = new URL(url);
  for (const host of [
    "evil.example",
    `evil.example:${port}`,
    "127.0.0.1.evil.example",
    "localhost.evil.example",
    "0.0.0.0",
    "[::]",
    "2130706433",
    "127.0.0.1@evil.example",
    "localhost,evil.example",
  ]) {
    for (const path of ["/", "/api/reads/my-projects", "/main/sign-in"]) {
      const { status } = await rawRequest(url, path, { headers: { host, cookie: study.lead.cookie } });
      expect([421, 400], `${path} as ${host}`).toContain(status);
    }
  }
  for (const name of [
    "x-forwarded-host",
    "x-forwarded-server",
    "forwarded",
    "x-host",
    "x-original-host",
    "x-original-url",
    "x-rewrite-url",
  ]) {
    for (const path of ["/", "/main", `/main/projects/${study.projectId}`, "/main/sign-in"]) {
      const value = name === "forwarded" ? "host=evil.example" : "evil.example";
      const answer = await rawRequest(url, path, { headers: { [name]: value, "x-forwarded-proto": "https" } });
      expect(answer.text, `${path} with ${name}`).not.toContain("evil.example");
      expect(String(answer.headers.location ?? ""), `${path} with ${name}`).not.toContain("evil.example");
    }
  }
  const { host } = new URL(url);
  const twoHosts = await rawBytes(
    url,
    `GET / HTTP/1.1\r\nHost: ${host}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`,
  );
  expect(twoHosts).not.toContain("evil.example");
  expect(await rawBytes(url, "GET / HTTP/1.0\r\n\r\n")).toMatch(/^HTTP\/1\.1 (400|421)/);
});

test("the doors of Next that Tandem does not use are shut, and nothing is fetched for a stranger", async () => {
  const { url } = study.server;
  const { host } = new URL(url);
  let knocks = 0;
  const inside = http.createServer((_request, response) => {
    knocks++;
    response.end("inside");
  });
  await new Promise<void>((resolve) => inside.listen(0, "127.0.0.1", resolve));
  const target = `http://127.0.0.1:${(inside.address() as AddressInfo).port}/`;
  try {
    const shut = [
      `/_next/image?url=${encodeURIComponent(target)}&w=64&q=75`,
      "/_next/image?url=%2Ficon.svg&w=64&q=75",
      `/%5Fnext/image?url=${encodeURIComponent(target)}&w=64&q=75`,
      `/_next/./image?url=${encodeURIComponent(target)}&w=64&q=75`,
      `/x/../_next/image?url=${encodeURIComponent(target)}&w=64&q=75`,
      `/_next//image?url=${encodeURIComponent(target)}&w=64&q=75`,
      `/_next/image/?url=${encodeURIComponent(target)}&w=64&q=75`,
      `/_next%2Fimage?url=${encodeURIComponent(target)}&w=64&q=75`,
      "/_next/data/x/main.json",
      "/__nextjs_original-stack-frames",
      "/_next/static/../../package.json",
      "/_next/static/%2e%2e/%2e%2e/package.json",
      "/_next/static/..%2f..%2fpackage.json",
      "/_next/mcp",
    ];
    for (const path of shut) {
      const { status, text } = await rawRequest(url, path);
      expect([308, 400, 404], path).toContain(status);
      expect(text, path).not.toContain("inside");
      expect(text, path).not.toContain('"better-sqlite3"');
    }
    const whole = await rawBytes(url, `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    expect(whole).toMatch(/^HTTP\/1\.1 4\d\d/);
    const socket = `GET ${target} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x\r\n\r\n`;
    expect(await rawBytes(url, socket)).toMatch(/^HTTP\/1\.1 400/);
    expect(await rawBytes(url, socket.replace(target, "/_next/webpack-hmr"))).toMatch(/^HTTP\/1\.1 400/);
    expect(await rawBytes(url, `CONNECT ${target.slice(7, -1)} HTTP/1.1\r\nHost: ${host}\r\n\r\n`)).not.toMatch(
      /^HTTP\/1\.1 200/,
    );
    expect(knocks).toBe(0);
  } finally {
    inside.close();
  }
  for (const path of ["/", "/main", "/api/acts/undo"]) {
    const ways: Record<string, string>[] = [
      { "next-action": "7f0000000000000000000000000000000000000000" },
      { "Next-Action": "x", "content-type": "multipart/form-data; boundary=x" },
    ];
    for (const headers of ways) {
      const { status } = await rawRequest(url, path, {
        method: "POST",
        headers: { origin: url, ...headers },
        body: "--x--",
      });
      expect(status, `${path} as a server action`).toBe(400);
    }
  }
  const skipped = await rawRequest(url, `/main/projects/${study.projectId}/people`, {
    headers: {
      "x-middleware-subrequest": "middleware:middleware:middleware:middleware:middleware",
      "x-matched-path": "/main/join",
    },
  });
  expect(skipped.status).toBe(307);
  expect(skipped.headers.location).toBe("/main/sign-in");
});
