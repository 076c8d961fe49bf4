import type { Page } from "playwright/test";
import { expect, test } from "../fixtures/tandem-test";
import { paintedWords } from "./painted-words";
import { enterSample } from "./sample-study";

const transcript = (page: Page) => page.getByRole("region", { name: /^Transcript of/ });
const saved = (page: Page) => expect(page.getByText("Saved", { exact: true })).toBeVisible();
const said = (page: Page, words: RegExp) => expect(page.getByRole("status").filter({ hasText: words })).toHaveCount(1);

async function openDesk(page: Page, document: string): Promise<void> {
  await enterSample(page, "Coder A");
  await page.locator("main").getByRole("link", { name: document, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: document })).toBeVisible();
  await expect(transcript(page)).toBeVisible();
}

/** Puts the caret where the text begins and selects some words from there, with the keyboard alone. */
async function selectFirstWords(page: Page, words: number): Promise<void> {
  await transcript(page).focus();
  await page.keyboard.press("Control+Home");
  for (let i = 0; i < words; i++) await page.keyboard.press("Control+Shift+ArrowRight");
  await expect(page.getByRole("group", { name: "Code the selection" })).toBeVisible();
}

test("a coder codes, takes back, moves and notes with the keyboard alone", async ({
  page,
  axe,
  noHorizontalScroll,
}) => {
  test.slow();
  await openDesk(page, "Interview P347");
  await axe(page);
  await noHorizontalScroll(page);
  const count = async () =>
    page
      .getByRole("link", { name: /Interview P347/ })
      .first()
      .innerText();
  const before = await count();

  await selectFirstWords(page, 4);
  await page.keyboard.press("/");
  await page.keyboard.type("workload");
  await expect(page.getByRole("option", { name: /Workload levels/ })).toBeVisible();
  await axe(page);
  await page.keyboard.press("Shift+Enter");
  await said(page, /^Coded “.+” as Workload levels; \d+ codes? here/);

  // A second code on the same words, by its path; then the selection is let go.
  await page.keyboard.press("k");
  await page.keyboard.type("compassion fat");
  await page.keyboard.press("Enter");
  await said(page, /as Compassion fatigue; [2-9] codes here/);
  await saved(page);
  expect(await count()).not.toBe(before);

  // Words that overlap, with the last code again.
  await transcript(page).focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+ArrowRight");
  for (let i = 0; i < 5; i++) await page.keyboard.press("Control+Shift+ArrowRight");
  await page.keyboard.press(".");
  await expect(page.getByRole("button", { name: "Undo: code “Compassion fatigue”" })).toBeVisible();

  await page.keyboard.press("]");
  await said(page, /^Now “/);
  await page.keyboard.press("m");
  await page.getByRole("textbox", { name: "Memo" }).fill("She says it twice.");
  await transcript(page).focus();
  await expect(page.getByText("This memo is kept.")).toBeVisible();
  await saved(page);
  await axe(page);

  await page.keyboard.press("Backspace");
  await expect(page.getByRole("button", { name: "Undo: removal of “Compassion fatigue”" })).toBeVisible();
  await page.keyboard.press("u");
  await said(page, /^Undone/);
  await saved(page);

  // All of it is the server's: a new page shows the memo and the boundary.
  await page.reload();
  await transcript(page).focus();
  await page.keyboard.press("Control+Home");
  for (let i = 0; i < 2; i++) await page.keyboard.press("Control+ArrowRight");
  await page.getByRole("tab", { name: /Inspector/ }).click();
  const codings = page.getByRole("list", { name: "Codings here" });
  await expect(codings.getByRole("button", { name: /Workload levels/ })).toBeVisible();
  await codings.getByRole("button", { name: /She says it twice/ }).click();
  await expect(page.getByRole("textbox", { name: "Memo" })).toHaveValue("She says it twice.");
});

test("what is painted stands on the words, and the text is as it was", async ({ page }) => {
  await openDesk(page, "Interview P540");
  const text = await transcript(page).locator("[data-at]").first().innerText();
  await selectFirstWords(page, 3);
  const tree = page.getByRole("tree", { name: /^Codes/ });
  await tree.getByRole("treeitem", { name: /Levels of support/ }).click();
  const first = transcript(page).getByRole("article").first();
  const stripe = first.locator('[data-coding][title="Effects of resourcing › Levels of support"]').first();
  await expect(stripe).toBeVisible();
  // Measured in one go: the layer is painted anew whenever something on it changes.
  const apart = () =>
    first.evaluate((turn) => {
      const words = turn.querySelector("[data-at]")?.getBoundingClientRect();
      const mark = turn.querySelector('[data-coding][title$="Levels of support"]')?.getBoundingClientRect();
      return words && mark ? { right: mark.left >= words.right - 1, level: Math.abs(mark.top - words.top) < 12 } : null;
    });
  await expect.poll(apart).toEqual({ right: true, level: true });
  expect(await transcript(page).locator("[data-at]").first().innerText()).toBe(text);
  await page.getByRole("button", { name: /^Undo: code “Levels of support”/ }).click();
  await expect(stripe).toHaveCount(0);
  await saved(page);
});

test("a code of the coder's own stays theirs until the reveal", async ({ page, person }) => {
  await openDesk(page, "Interview P540");
  await selectFirstWords(page, 5);
  await page.getByRole("button", { name: "New code" }).click();
  await expect(page.getByText("nobody else sees this code until the round is revealed")).toBeVisible();
  await page.getByLabel("Name of the new code").fill("Waiting for the phone");
  await page.getByRole("button", { name: "Add and apply" }).click();
  await saved(page);
  await page.reload();
  const codes = page.getByRole("tree", { name: /^Codes/ });
  await expect(codes.getByRole("treeitem", { name: /Waiting for the phone/ })).toContainText("only you");
  const other = await person();
  await enterSample(other, "Coder B");
  await other.locator("main").getByRole("link", { name: "Interview P540", exact: true }).click();
  await expect(transcript(other)).toBeVisible();
  await expect(other.getByText("Waiting for the phone")).toHaveCount(0);
});

test("without the network the work waits on this computer, and goes when it is back", async ({
  page,
  context,
  expectedErrors,
}) => {
  expectedErrors.push(/ERR_INTERNET_DISCONNECTED/);
  await openDesk(page, "Focus group 5");
  await selectFirstWords(page, 2);
  await context.setOffline(true);
  await page.keyboard.press("/");
  await page.keyboard.type("officer dis");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Offline: 1 change waits on this computer")).toBeVisible({ timeout: 20_000 });
  await context.setOffline(false);
  await saved(page);
  await page.reload();
  await expect(page.getByRole("button", { name: "Undo: code “Officer disassociation”" })).toBeVisible();
});

test("a submitted document is locked and says who can open it", async ({ page, axe }) => {
  await openDesk(page, "Focus group 5");
  await page.getByRole("button", { name: "Submit this document" }).click();
  const dialog = page.getByRole("dialog", { name: "Submit this document" });
  await expect(dialog).toContainText(/\d+ codings? with \d+ codes?/);
  await dialog.getByRole("button", { name: "Submit", exact: true }).click();
  await expect(page.getByText(/You submitted this document on .* so it is locked/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Submit this document" })).toHaveCount(0);
  await axe(page);
  await transcript(page).focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Control+Shift+ArrowRight");
  await expect(page.getByRole("group", { name: "Code the selection" })).toHaveCount(0);
});

test("tints stand on their words also when the letters come after the text", async ({ page, person }) => {
  await openDesk(page, "Interview P347");
  await selectFirstWords(page, 6);
  await page.keyboard.press("/");
  await page.keyboard.type("number and");
  await page.keyboard.press("Enter");
  await saved(page);
  const first = transcript(page).getByRole("article").first();
  const words = (await first.locator("[data-at]").first().innerText()).split(" ").slice(0, 6).join(" ");
  const dot = page.getByRole("treeitem", { name: /Number and quality/ }).locator("[data-colour]");
  const colour = await dot.evaluate((each) => getComputedStyle(each).getPropertyValue("--colour").trim());

  const later = await person();
  await later.route("**/*.woff2*", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 800));
    await route.continue();
  });
  await openDesk(later, "Interview P347");
  const come = () => [...document.fonts].some((face) => face.family === "readingFace" && face.status === "loaded");
  await expect.poll(() => later.evaluate(come)).toBe(true);
  await expect.poll(async () => (await paintedWords(later, colour))[0]).toBe(words);
});
