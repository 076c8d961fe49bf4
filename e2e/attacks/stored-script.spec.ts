import { createHash } from "node:crypto";
import Papa from "papaparse";
import type { BrowserContext, Page } from "playwright/test";
import { readZip } from "@/lib/readers/zip";
import { expect, test } from "../fixtures/tandem-test";
import { described, pages } from "./every-address";
import { openStudy, type Study } from "./open-study";
import { type Caller, code, fixedId, workAsA, workAsB } from "./two-worlds-study";

// Words that would be scripts, styles, links or formulas elsewhere: every screen shows them as words.

// Generous, for a machine that has other things to do; on an idle one each test takes seconds.
test.describe.configure({ timeout: 150_000 });

/** `hit` is put into every page; nothing ever calls it. */
const CORPUS = [
  "<script>hit(1)</script>",
  "<img src=x onerror=hit(2)>",
  '"><svg onload=hit(3)>',
  "'-hit(4)-'",
  "</script><script>hit(5)</script>",
  "javascript:hit(6)",
  '{{constructor.constructor("hit(7)")()}}',
  "<!--<script>hit(8)",
  "</title><script>hit(9)</script>",
  "</textarea><img src onerror=hit(10)>",
  '<iframe srcdoc="<script>parent.hit(11)</script>">',
  '<a href="javascript:hit(12)">link</a>',
  "<math><mtext><style><img src onerror=hit(13)>",
  "`$" + "{hit(14)}`",
  "<base href=//evil.example>",
  '<meta http-equiv=refresh content="0;url=//evil.example">',
  "<link rel=stylesheet href=//evil.example>",
  "<style>*{display:none}</style>",
  "&lt;img src=x onerror=hit(15)&gt;",
  "%3Cscript%3Ehit(16)%3C/script%3E",
  "\\u003cscript\\u003ehit(17)\\u003c/script\\u003e",
  "\u2028hit(18)\u2029",
  "<x id=__next onclick=hit(19) style=position:fixed;inset:0>",
  '["$","script",null,{"children":"hit(20)"}]',
  '$L1 $undefined $@2 I[1,[],""]',
  '=HYPERLINK("http://evil.example","x")',
  "@SUM(1+1)*cmd|' /C calc'!A0",
  "+1+1",
  "-1+1",
  " \u200b=1+1",
  "＝1+1",
];

/** For the fields of which there is one: the worst of them at once, within the length of a name. */
const WORST = `=1+1 </title></script><script>hit(21)</script>"><img src=x onerror=hit(22)>'-hit(23)-'{{hit(24)}}`;
const FILE_NAME = `<img src=x onerror=hit(25)>.txt`;

let study: Study;

/** The words in every place that keeps words, with a revealed and partly settled round around them. */
async function plant(): Promise<void> {
  const { lead, a, b, projectId, roundId, documents, codes } = study;
  const [first, second] = documents;
  await workAsA(study);
  await workAsB(study);
  await a.act("write-memo", {
    projectId,
    codingId: fixedId("a1"),
    memoId: fixedId("am"),
    wording: 0,
    text: CORPUS.join("\n"),
  });
  await code(study, b, 0, "ten minutes", codes.caring, "b5");
  for (const [i, words] of CORPUS.entries()) {
    const parts = { definition: words, useWhen: words, useNot: words, example: words };
    await lead.act("add-code", {
      projectId,
      codeId: fixedId(`planted ${i}`),
      parentId: i % 2 ? codes.theme : null,
      name: words,
      colour: "#117733",
      ...parts,
    });
  }
  await lead.act("reword-code", { projectId, codeId: codes.workload, name: `${WORST} code`, definition: WORST });
  await lead.act("rename-project", { projectId, name: WORST });
  await lead.act("rename-document", { projectId, documentId: first?.id, name: WORST, kind: "interview" });
  await lead
    .act("rename-document", { projectId, documentId: second?.id, name: CORPUS[0], kind: "focus group" })
    .catch(() => undefined);
  const { participants } = await lead.read<{ participants: { id: string; role: string }[] }>("participants", {
    projectId,
  });
  for (const each of participants.filter((one) => one.role === "participant")) {
    await lead.act("name-participant", {
      projectId,
      participantId: each.id,
      name: `${WORST} ${each.id.slice(0, 4)}`,
      role: "participant",
    });
  }
  const secretHash = "0".repeat(64);
  await lead.act("invite-member", {
    projectId,
    invitationId: fixedId("planted"),
    role: "coder",
    name: WORST,
    secretHash,
    days: 7,
  });
  await lead.act("create-token", { tokenId: fixedId("planted"), name: WORST, scope: "read", secretHash, days: 7 });
  await plantDocument(lead);
  await lead.act("reveal-round", { projectId, roundId, name: "Round 1", override: WORST });
  const queue = await lead.read<{ disagreements: { key: string }[] }>("reconciliation", {
    projectId,
    roundId,
    documentId: first?.id ?? "",
  });
  const place = { projectId, roundId, documentId: first?.id };
  for (const [i, { key }] of queue.disagreements.slice(0, 2).entries()) {
    await lead.act("settle-disagreement", {
      ...place,
      key,
      rulingId: fixedId(`ruling ${i}`),
      decision: { kind: "both" },
      reason: WORST,
    });
  }
}

async function plantDocument(lead: Caller): Promise<void> {
  const { projectId } = study;
  const query = new URLSearchParams({ projectId, name: FILE_NAME });
  const body = `INT: Go on.\n\nP1: ${CORPUS.filter((words) => !/[\u2028\u2029]/.test(words)).join("\n")}\n`;
  const answer = await lead.fetch(`/api/imports?${query}`, { method: "POST", body });
  const { preview } = (await answer.json()) as { preview: { stageId: string; labels: { proposal: unknown }[] } };
  const decisions = preview.labels.map((label) => label.proposal);
  const one = {
    stageId: preview.stageId,
    documentId: fixedId("planted"),
    name: FILE_NAME,
    kind: "interview",
    decisions,
  };
  await lead.act("confirm-import", { projectId, documents: [one] });
}

test.beforeAll(async () => {
  study = await openStudy();
  await plant();
});
test.afterAll(() => study.server.stop());

interface Watched {
  readonly page: Page;
  readonly found: string[];
}

async function watched(context: BrowserContext, who: Caller): Promise<Watched> {
  const [name = "", value = ""] = who.cookie.split("=");
  if (name) await context.addCookies([{ name, value, url: study.server.url }]);
  const found: string[] = [];
  await context.exposeBinding("hit", (_source, which) => found.push(`a script ran: ${which}`));
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  const page = await context.newPage();
  page.on("dialog", (dialog) => {
    found.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on("console", (message) => {
    if (/policy:|Content Security Policy/i.test(message.text())) found.push(message.text());
  });
  page.on("pageerror", (error) => found.push(`an error: ${error.message}`));
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== study.server.url && !/^(data|blob):/.test(request.url()))
      found.push(`a request to ${request.url()}`);
  });
  return { page, found };
}

/** What a planted word would have become, had it been taken for markup. */
async function expectNothingGrown({ page, found }: Watched, address: string): Promise<void> {
  const grown = await page.evaluate(() =>
    [
      ...document.querySelectorAll(
        "img, iframe, base, math, x, meta[http-equiv=refresh], link[href*=evil], [onerror], [onload], [onclick], a[href^='javascript']",
      ),
    ].map((element) => element.outerHTML.slice(0, 120)),
  );
  expect(grown, address).toEqual([]);
  expect(found, address).toEqual([]);
  expect(page.url()).toContain(study.server.url);
}

test("on every screen, for the lead and for a coder, words stay words", async ({ browser }) => {
  let shown = "";
  const places = { ...study, documents: [...study.documents, { id: fixedId("planted"), text: "" }] };
  for (const who of ["lead", "a"] as const) {
    const context = await browser.newContext();
    const watch = await watched(context, study[who]);
    for (const [route, addresses] of Object.entries(pages(places))) {
      if (route === "/_not-found" || route === "/") continue;
      // Each document once: the round in the address changes which codings are shown, not how.
      for (const address of addresses.filter((each) => !each.includes("?"))) {
        await watch.page.goto(study.server.url + address, { waitUntil: "load" });
        await watch.page.locator("main").first().waitFor();
        await watch.page.waitForTimeout(150);
        await expectNothingGrown(watch, `${address} for ${who}`);
        const values = await watch.page.evaluate(() =>
          [...document.querySelectorAll("input, textarea")]
            .map((field) => (field as HTMLInputElement).value)
            .join("\n"),
        );
        shown += `${await watch.page.locator("body").innerText()}\n${values}\n${await watch.page.title()}\n`;
      }
    }
    await context.close();
  }
  for (const words of [...CORPUS.slice(0, 20), WORST, FILE_NAME]) expect(shown).toContain(words);
});

test("a file's name and its words are words in the preview too", async ({ browser }) => {
  const context = await browser.newContext();
  const watch = await watched(context, study.lead);
  await watch.page.goto(`${study.server.url}/main/projects/${study.projectId}/import`);
  const input = watch.page.locator("input[type=file]:not([webkitdirectory])");
  const good = {
    name: FILE_NAME,
    mimeType: "text/plain",
    buffer: Buffer.from(`INT: Go on.\n\n<img src=x onerror=hit(26)>: ${CORPUS[2]}\n\nP2: Yes.\n`),
  };
  const bad = { name: `${CORPUS[2]}.pdf`, mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4") };
  await input.setInputFiles([good, bad]);
  await expect(watch.page.getByText(CORPUS[2] ?? "").first()).toBeVisible();
  await watch.page.waitForTimeout(500);
  await expectNothingGrown(watch, "the preview");
  await context.close();
});

test("an invitation shows the names that it holds as words, before anybody has signed in", async ({ browser }) => {
  const secret = "an invitation to be looked at in a browser";
  const secretHash = createHash("sha256").update(secret).digest("hex");
  await study.lead.act("invite-member", {
    projectId: study.projectId,
    invitationId: fixedId("looked at"),
    role: "coder",
    name: WORST,
    secretHash,
    days: 7,
  });
  const context = await browser.newContext();
  const watch = await watched(context, study.anonymous);
  for (const hash of [secret.replaceAll(" ", "%20"), "<img src=x onerror=hit(27)>", "javascript:hit(28)"]) {
    await watch.page.goto("about:blank");
    await watch.page.goto(`${study.server.url}/main/join#${hash}`);
    await watch.page.locator("main").first().waitFor();
    await watch.page.waitForTimeout(300);
    await expectNothingGrown(watch, `the invitation ${hash}`);
  }
  await context.close();
});

test("what is exported holds no formula and no markup of its own", async () => {
  const { formats } = await described(study.server.url);
  let cells = 0;
  for (const format of formats) {
    for (const source of ["mine", "consensus"]) {
      for (const who of [study.lead, study.a]) {
        const asked = `projectId=${study.projectId}&roundId=${study.roundId}&source=${source}`;
        const answer = await who.fetch(`/api/exports/${format}?${asked}`);
        expect(answer.status).toBe(200);
        expect(answer.headers.get("content-disposition"), "the file's name").toMatch(
          /^attachment; filename="[^"\\;<>\r\n]+"; filename\*=UTF-8''[\w.%!~-]+$/,
        );
        const bytes = new Uint8Array(await answer.arrayBuffer());
        if (format.endsWith("csv")) {
          const { data } = Papa.parse<string[]>(new TextDecoder().decode(bytes));
          for (const cell of data.flat()) {
            cells++;
            // A negative number is one; words that look like it were made words.
            if (/^-\d+(\.\d+)?(e-?\d+)?$/.test(cell)) continue;
            // biome-ignore lint/suspicious/noControlCharactersInRegex: spreadsheets skip them before a formula.
            expect(cell).not.toMatch(/^[\s\u0000-\u001f\u200b-\u200f\ufeff]*[=+\-@＝＋－＠]|^[\t\r]/u);
          }
        } else if (format.endsWith("json")) {
          expect(answer.headers.get("content-type")).toContain("application/json");
          expect(JSON.parse(new TextDecoder().decode(bytes))).toMatchObject({ report: { levels: [{}] } });
        } else {
          const { parts } = await readZip(bytes, (name) => /\.(xml|rels)$/.test(name));
          for (const [name, part] of parts) {
            expect(new TextDecoder().decode(part), name).not.toMatch(
              /<(script|img|svg|iframe|x |w:instrText|w:fldSimple)|TargetMode="External"/,
            );
          }
        }
      }
    }
  }
  expect(cells).toBeGreaterThan(100);
});
