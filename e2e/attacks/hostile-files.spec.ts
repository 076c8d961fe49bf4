import fs from "node:fs";
import http from "node:http";
import net from "node:net";
import { deflateRawSync } from "node:zlib";
import { expect, test } from "playwright/test";
import { documentXml, docxBytes, paragraphXml, zipBytes } from "@/lib/readers/zip-fixture";
import { markups, xmls } from "../bench/hostile-seeds.mjs";
import { type Answered, expectClearNo } from "./clear-no";
import { openStudy, type Study } from "./open-study";

// Bodies and files that are too large, forged, or reach out of themselves.

// Generous, for a machine that has other things to do; on an idle one each test takes seconds.
test.describe.configure({ timeout: 150_000 });

const MEGABYTE = 1024 * 1024;

let study: Study;

test.beforeAll(async () => {
  study = await openStudy();
});
test.afterAll(() => study.server.stop());

/** Megabytes that the server itself holds in memory now; its children are not counted. */
function memoryOf(pid: number): number {
  return Number(/VmRSS:\s+(\d+)/.exec(fs.readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;
}

async function upload(name: string, bytes: Uint8Array | string): Promise<Answered> {
  const body = typeof bytes === "string" ? bytes : new Blob([new Uint8Array(bytes)]);
  const query = new URLSearchParams({ projectId: study.projectId, name });
  const answer = await study.lead.fetch(`/api/imports?${query}`, { method: "POST", body });
  return { status: answer.status, text: await answer.text() };
}

/** Sends without end until the server hangs up; how much went out, and what came back. */
function endless(path: string): Promise<{ megabytes: number; answer: string }> {
  const { hostname, port } = new URL(study.server.url);
  return new Promise((resolve) => {
    const socket = net.connect(Number(port), hostname);
    const piece = Buffer.alloc(64 * 1024, "x");
    const framed = Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from("\r\n")]);
    let sent = 0;
    let answer = "";
    const more = () => {
      while (sent < 600 * MEGABYTE && !socket.destroyed) {
        sent += piece.length;
        if (!socket.write(framed)) return;
      }
    };
    socket.on("data", (chunk: Buffer) => {
      answer += chunk.toString("latin1");
    });
    socket.on("drain", more);
    socket.on("error", () => undefined);
    socket.on("close", () => resolve({ megabytes: sent / MEGABYTE, answer }));
    socket.write(
      `POST ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nOrigin: ${study.server.url}\r\nCookie: ${study.lead.cookie}\r\n` +
        "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n",
    );
    more();
  });
}

test("an upload without end is cut off, and the server keeps none of it", async () => {
  const { pid } = study.server;
  await study.lead.fetch("/api/health");
  const before = memoryOf(pid);
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, memoryOf(pid));
  }, 20);
  const paths = [
    `/api/imports?projectId=${study.projectId}&name=a.txt`,
    "/api/acts/rename-project",
    "/api/auth/sign-in/email",
  ];
  for (const path of paths) {
    const { megabytes, answer } = await endless(path);
    expect(answer, path).toMatch(/^HTTP\/1\.1 413 /);
    expect(megabytes, path).toBeLessThan(path.includes("imports") ? 120 : 60);
  }
  clearInterval(watch);
  expect(peak - before, "megabytes more at the peak").toBeLessThan(50);
  const staged = fs.readdirSync(`${study.server.dataRoot}/staging`);
  expect(staged, "nothing half-uploaded is left").toEqual([]);
});

test("a body that claims to be small, empty or enormous is refused by what it is", async () => {
  const { url } = study.server;
  const send = (headers: Record<string, string>) =>
    new Promise<number>((resolve) => {
      const { hostname, port } = new URL(url);
      const all = { origin: url, cookie: study.lead.cookie, "content-type": "application/json", ...headers };
      const request = http.request(
        { hostname, port, path: "/api/acts/rename-project", method: "POST", headers: all },
        (answer) => {
          resolve(answer.statusCode ?? 0);
          answer.resume();
        },
      );
      request.on("error", () => resolve(0));
      request.flushHeaders();
    });
  expect(await send({ "content-length": "600000000" })).toBe(413);
  expect(await send({ "content-length": "99999999999999999999" })).not.toBe(200);
  expectClearNo(await upload("empty.docx", ""), "an empty file");
});

test("files that unpack to more than they are, lie about it, or reach out are refused in words", async () => {
  const { pid } = study.server;
  const before = memoryOf(pid);
  const spaces = Buffer.alloc(200 * MEGABYTE, " ");
  const packed = deflateRawSync(spaces, { level: 6 });
  const types = { name: "[Content_Types].xml", data: "<Types/>" };
  const bomb = (declaredSize: number) =>
    zipBytes([types, { name: "word/document.xml", data: "", deflated: packed, declaredSize }]);
  const doctype = (subset: string) =>
    documentXml(paragraphXml("INT: hello")).replace("?>", `?><!DOCTYPE w:document ${subset}>`).replace("hello", "&x;");
  const document = (xml: string) => zipBytes([types, { name: "word/document.xml", data: xml }]);
  const deep = documentXml(`${"<w:p>".repeat(30_000)}${"</w:p>".repeat(30_000)}`);
  const files: Record<string, Uint8Array> = {
    "200 MB in a small file": bomb(spaces.length),
    "200 MB that says it is one byte": bomb(1),
    "200 MB that says it is nothing": bomb(0),
    "100,000 parts": zipBytes([types, ...Array.from({ length: 60_000 }, (_, i) => ({ name: `p${i}`, data: "" }))]),
    "a part outside the file": zipBytes([
      types,
      { name: "../../../../etc/cron.d/x", data: "x" },
      { name: "word/document.xml", data: documentXml(paragraphXml("INT: hello")) },
    ]),
    "an entity that names a file": document(doctype('[<!ENTITY x SYSTEM "file:///etc/passwd">]')),
    "an entity that names a place": document(doctype(`[<!ENTITY x SYSTEM "${study.server.url}/api/health">]`)),
    "a parameter entity": document(doctype('[<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]')),
    "a document type from elsewhere": document(doctype('SYSTEM "http://127.0.0.1:9/x.dtd"')),
    "laughs by the billion": document(
      doctype('[<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;"><!ENTITY x "&b;&b;&b;&b;">]'),
    ),
    "a depth without end": document(deep),
    "not a zip at all": Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(2000, 7)]),
  };
  for (const [what, bytes] of Object.entries(files)) {
    const started = Date.now();
    const answer = await upload("interview.docx", bytes);
    expectClearNo(answer, what);
    expect(answer.text, what).not.toContain("root:");
    expect(Date.now() - started, `${what}: milliseconds`).toBeLessThan(8000);
  }
  expect(memoryOf(pid) - before, "megabytes more in the server").toBeLessThan(200);
  const linked = docxBytes(paragraphXml("INT: Hello there, how are you?", "\n"), {
    "word/_rels/document.xml.rels":
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="x/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
  });
  const { text } = await upload("linked.docx", linked);
  expect(text).not.toContain("root:");
  expect(
    fs.readdirSync(`${study.server.dataRoot}/staging`).length,
    "only the one that was read is staged",
  ).toBeLessThanOrEqual(1);
  expect((await study.lead.fetch("/api/health")).status).toBe(200);
});

test("of every marked-up format what nests, repeats or lies is refused or read, and nothing is left of it", async () => {
  const { pid } = study.server;
  const before = memoryOf(pid);
  const files: Record<string, Uint8Array> = { ...xmls(), ...markups() };
  let refused = 0;
  for (const [name, bytes] of Object.entries(files)) {
    const answer = await upload(name, bytes);
    if (answer.status !== 200) {
      expectClearNo(answer, name);
      // Not by its deadline, and not by a child that died of it.
      expect(answer.text, name).not.toMatch(/file-too-slow|file-too-hard/);
      refused++;
    }
    expect(answer.text, name).not.toMatch(/root:|haha/);
  }
  expect(refused).toBeGreaterThan(15);
  expect(memoryOf(pid) - before, "megabytes more in the server").toBeLessThan(100);
  const staged = fs.readdirSync(`${study.server.dataRoot}/staging`);
  expect(staged.length, "only what was read is staged").toBeLessThanOrEqual(Object.keys(files).length - refused + 1);
});
