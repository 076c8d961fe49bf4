import fs from "node:fs";
import type { Page } from "playwright/test";
import { wordsHash } from "@/lib/text/words-hash";
import { expect, test } from "../fixtures/tandem-test";
import { paintedWords } from "./painted-words";

const FAMILY = "a family 👨‍👩‍👧‍👦 under the flag 🇬🇧 at a cafe\u0301, nai\u0308vely";
const HEBREW = "שלום לכולם, אני עובד 12 שעות ביום ואין מספיק כיסוי";
const FAR = "Far away stands the lighthouse.";
const LONG = Array.from({ length: 3800 }, (_, i) => `word${String(i).padStart(4, "0")}`)
  .join(" ")
  .slice(0, 30_000);
const TEXT = `INT: How was it?

P1: It began with ${FAMILY}, and went on in plain words.

INT: And at home?

P1: ${HEBREW}.

INT: Tell me all of it.

P1: ${LONG}

INT: Anything else?

P1: ${FAR}
`;
const CODES = [
  ["Sorrow", "#aa3377"],
  ["Cover", "#228833"],
  ["Home", "#4477aa"],
  ["Pride", "#ccbb44"],
  ["Time", "#66ccee"],
] as const;

const id = (number: number) => number.toString(16).padStart(32, "0");
const region = (page: Page) => page.getByRole("application", { name: /^Text of/ });

async function act(page: Page, name: string, input: unknown): Promise<void> {
  await page.evaluate(
    async ({ name, input }) => {
      const response = await fetch(`/api/acts/${name}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(input),
      });
      if (!response.ok) throw new Error(await response.text());
    },
    { name, input },
  );
}

async function read<Answer>(page: Page, name: string, params: Record<string, string>): Promise<Answer> {
  const response = await page.request.get(`/api/reads/${name}?${new URLSearchParams(params)}`);
  expect(response.ok(), await response.text()).toBe(true);
  return ((await response.json()) as { answer: Answer }).answer;
}

/** A project of one's own with five codes and the transcript above, imported as a person does; its desk is open. */
async function openOwnDesk(page: Page, url: string): Promise<{ projectId: string; documentId: string }> {
  await page.goto(`${url}/`);
  await page.getByLabel("Your name").fill("Ruth Adeyemi");
  await page.getByLabel("E-mail address").fill("ruth@example.org");
  await page.getByLabel("Password").fill("seven quiet lanterns");
  await page.getByRole("button", { name: "Create the workspace" }).click();
  await expect(page.getByRole("button", { name: "New project" })).toBeVisible();
  const projectId = id(1);
  await act(page, "create-project", { projectId, name: "Voices" });
  for (const [i, [name, colour]] of CODES.entries()) {
    await act(page, "add-code", { projectId, codeId: id(10 + i), parentId: null, name, colour });
  }
  await page.goto(`${url}/main/projects/${projectId}`);
  const file = test.info().outputPath("Voices.txt");
  fs.writeFileSync(file, TEXT);
  await page.getByRole("link", { name: "Import documents" }).first().click();
  await page.locator('input[type="file"]:not([webkitdirectory])').setInputFiles(file);
  const doIt = page.getByRole("button", { name: "Import 1 document" });
  await expect(doIt).toBeEnabled();
  await doIt.click();
  await page.getByRole("table", { name: "Documents" }).getByRole("link", { name: "Voices" }).click();
  await expect(region(page)).toBeVisible();
  await expect(page.locator("html[data-waking]")).toHaveCount(0);
  const documentId = /documents\/([0-9a-f]{32})/.exec(page.url())?.[1] ?? "";
  return { projectId, documentId };
}

/** Selects words of the text, as an assistive technology does, and codes them by name. */
async function code(page: Page, words: string, ...names: string[]): Promise<void> {
  await region(page).focus();
  await page.evaluate((wanted) => {
    for (const block of document.querySelectorAll("[data-at]")) {
      const node = block.firstChild;
      const at = node?.nodeValue?.indexOf(wanted) ?? -1;
      if (!node || at < 0) continue;
      block.scrollIntoView({ block: "nearest" });
      getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
    }
  }, words);
  const field = page.getByRole("combobox", { name: "Code for the selection" });
  await expect(field).toBeVisible();
  await page.keyboard.press("/");
  await expect(field).toBeFocused();
  for (const [i, name] of names.entries()) {
    await page.keyboard.type(name);
    await page.keyboard.press(i < names.length - 1 ? "Shift+Enter" : "Enter");
    if (i < names.length - 1) await page.keyboard.press("/");
  }
}

test("tints lie on exactly the words that were coded, in any script, also five on one word", async ({
  person,
  freshServer,
}) => {
  test.slow();
  const page = await person(freshServer);
  await openOwnDesk(page, freshServer.url);
  await code(page, "family 👨‍👩‍👧‍👦 under the flag 🇬🇧", "Sorrow");
  await expect.poll(() => paintedWords(page, "#aa3377")).toEqual(["family 👨‍👩‍👧‍👦 under the flag 🇬🇧"]);
  await code(page, "cafe\u0301, nai\u0308vely", "Cover");
  await expect.poll(() => paintedWords(page, "#228833")).toEqual(["cafe\u0301, nai\u0308vely"]);
  await code(page, "אני עובד 12 שעות", "Home");
  await expect.poll(() => paintedWords(page, "#4477aa")).toEqual(["אני עובד 12 שעות"]);
  // Five codings whose words overlap in one.
  for (const [i, words] of ["went on in plain", "on in plain", "in plain", "plain", "plain words"].entries()) {
    const [name, colour] = CODES[i] ?? ["", ""];
    await code(page, words, name);
    await expect.poll(() => paintedWords(page, colour)).toContain(words);
  }
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  const turn = page.getByRole("article").filter({ hasText: "plain words" });
  // Two on the words before them, five here: each has its stripe.
  await expect(turn.locator("div[data-layer] > div[data-coding]")).toHaveCount(7);
  await page.keyboard.press("u");
  await expect.poll(() => paintedWords(page, "#66ccee")).toEqual([]);
});

test("in a turn of 30,000 characters with 300 codings an act asks for a few places only", async ({
  person,
  freshServer,
}) => {
  test.slow();
  const page = await person(freshServer);
  const { projectId, documentId } = await openOwnDesk(page, freshServer.url);
  const { text } = await read<{ text: string }>(page, "coding-desk", { projectId, documentId });
  const from = text.indexOf("word0000");
  const setId = id(2);
  await act(page, "begin-coding", { projectId, documentId, setId });
  const codings = Array.from({ length: 300 }, (_, i) => {
    const start = from + i * 90;
    const end = start + 44;
    return {
      codingId: id(1000 + i),
      codeId: id(10 + (i % 5)),
      start,
      end,
      wordsHash: wordsHash(text.slice(start, end)),
    };
  });
  await act(page, "apply-codes", { projectId, setId, codings });
  await page.reload();
  await expect(page.locator("html[data-waking]")).toHaveCount(0);
  await page.evaluate(() => {
    document.querySelector("article:nth-of-type(6)")?.scrollIntoView();
  });
  await expect.poll(async () => (await paintedWords(page, "#aa3377")).length).toBe(60);
  await page.evaluate(() => {
    const asked = Range.prototype.getClientRects;
    Object.assign(window, { asked: 0 });
    Range.prototype.getClientRects = function () {
      Object.assign(window, { asked: Number(Reflect.get(window, "asked")) + 1 });
      return asked.call(this);
    };
  });
  await code(page, "word1236 word1237 word1238", "Pride");
  await expect(page.getByRole("button", { name: "Undo: code “Pride”" })).toBeVisible();
  // What it takes to find the words themselves is not the painter's, so it is asked for first.
  expect(await page.evaluate(() => Number(Reflect.get(window, "asked")))).toBeLessThan(60);
  await expect.poll(() => paintedWords(page, "#ccbb44")).toContain("word1236 word1237 word1238");
});

test("all of the text can be selected, copied, found and printed, also what was never in sight", async ({
  person,
  freshServer,
}) => {
  test.slow();
  const page = await person(freshServer);
  const { projectId, documentId } = await openOwnDesk(page, freshServer.url);
  const { text } = await read<{ text: string }>(page, "coding-desk", { projectId, documentId });
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await region(page).focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  const words = (all: string) => all.split(/\s+/).filter(Boolean);
  await expect.poll(async () => words(await page.evaluate(() => navigator.clipboard.readText()))).toEqual(words(text));

  await page.keyboard.press("Control+Home");
  expect(
    await page.evaluate(() =>
      (Reflect.get(window, "find") as (words: string) => boolean).call(window, "the lighthouse"),
    ),
  ).toBe(true);
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe("the lighthouse");
  await expect(page.getByText(FAR)).toBeInViewport();

  // What was coded last is far from the first page; on paper its tint stands all the same.
  await code(page, "the lighthouse", "Pride");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await expect(page.locator("html[data-waking]")).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => document.querySelectorAll("svg[data-layer]").length)).toBeGreaterThan(0);
  await page.evaluate(() => {
    window.addEventListener("afterprint", () => {
      const far = [...document.querySelectorAll("article")].at(-1);
      Object.assign(window, { printed: far?.querySelectorAll("svg[data-layer] path").length });
    });
  });
  const pdf = await page.pdf();
  expect(pdf.length).toBeGreaterThan(20_000);
  expect(await page.evaluate(() => Number(Reflect.get(window, "printed")))).toBeGreaterThan(0);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("tree", { name: /^Codes/ })).toBeHidden();
  await expect(page.getByRole("region", { name: "Documents" })).toBeHidden();
  await expect(page.getByText(FAR)).toBeVisible();
});
