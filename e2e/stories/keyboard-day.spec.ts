import fs from "node:fs";
import type { Page } from "playwright/test";
import { expect, test } from "../fixtures/tandem-test";
import { press, pressAt, tabTo, typeAt } from "./keyboard-hand";

// A day without a mouse: nothing in this file clicks, fills or focuses; everything is reached and done by keys.

const TRANSCRIPT = `INT: How has the work been lately?

P802: Busy. There is never enough cover at the weekend. Whoever is on carries the list of everybody else.

INT: And what keeps you here?

P802: Them. When somebody rings a year later to say she has started college.
`;

const saved = (page: Page) => expect(page.getByText("Saved", { exact: true }).first()).toBeVisible();
const said = (page: Page, words: RegExp | string) =>
  expect(page.locator("[role=status]").filter({ hasText: words }).first()).toBeAttached();
/** What is heard of the caret, beside what is said of acts. */
const heard = (page: Page, words: RegExp) => expect(page.locator("[aria-live][aria-atomic]")).toHaveText(words);
const inProject = (page: Page, name: string) =>
  page.getByRole("navigation", { name: "Project" }).getByRole("link", { name });
const heading = (page: Page, name: string) => expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
const text = (page: Page) => page.getByRole("application", { name: /^Text of/ });

async function signUp(page: Page, name: string, email: string, button: string): Promise<void> {
  const field = page.getByLabel("Your name");
  if (await field.isVisible()) await typeAt(page, field, name);
  await typeAt(page, page.getByLabel("E-mail address"), email);
  await typeAt(page, page.getByLabel("Password"), "seven quiet lanterns");
  await pressAt(page, page.getByRole("button", { name: button }));
}

/** Walks to the beginning of the words with the caret and selects them, sentence by sentence or word by word. */
async function selectSentence(page: Page, turns: number, sentences: number): Promise<void> {
  await press(page, "Control+Home");
  await press(page, "j", turns);
  await press(page, "Alt+ArrowDown", sentences);
  await press(page, "Alt+Shift+ArrowDown");
  await expect(page.getByRole("group", { name: "Code the selection" })).toBeVisible();
}

test("a whole study by keyboard alone, from the import to the submission", async ({ person, freshServer }) => {
  test.setTimeout(150_000);
  const page = await person(freshServer);

  await test.step("makes the workspace and a project", async () => {
    await page.goto(`${freshServer.url}/`);
    await expect(page.getByLabel("Your name")).toBeVisible();
    await signUp(page, "Ruth Adeyemi", "ruth@example.org", "Create the workspace");
    await pressAt(page, page.getByRole("button", { name: "New project" }));
    await typeAt(page, page.getByLabel("Name", { exact: true }), "Cover at the weekend");
    await page.keyboard.press("Enter");
    await heading(page, "Cover at the weekend");
  });

  await test.step("imports a transcript", async () => {
    const file = test.info().outputPath("Interview P802.txt");
    fs.writeFileSync(file, TRANSCRIPT);
    await pressAt(page, page.getByRole("link", { name: "Import documents" }).first());
    const chooser = page.waitForEvent("filechooser");
    await pressAt(page, page.getByRole("button", { name: /^Choose files/ }));
    await (await chooser).setFiles(file);
    const doIt = page.getByRole("button", { name: "Import 1 document" });
    await expect(doIt).toBeEnabled();
    await pressAt(page, doIt);
    await expect(page.getByRole("table", { name: "Documents" })).toBeVisible();
  });

  await test.step("builds two codes", async () => {
    await pressAt(page, inProject(page, "Codebook"));
    for (const name of ["Workload", "Reasons to stay"]) {
      await typeAt(page, page.getByLabel("New theme"), name);
      await page.keyboard.press("Enter");
      await expect(page.getByRole("row", { name })).toBeVisible();
    }
  });

  await test.step("invites a second coder, who joins, and opens a round", async () => {
    await pressAt(page, inProject(page, "People"));
    await pressAt(page, page.getByRole("button", { name: "Invite somebody" }));
    await typeAt(page, page.getByLabel("Name", { exact: true }), "Sam Okafor");
    await page.keyboard.press("Enter");
    const link = await page.getByLabel("Invitation link").inputValue();
    const sam = await person(freshServer);
    await sam.goto(link);
    await signUp(sam, "Sam Okafor", "sam@example.org", "Join the project");
    await heading(sam, "Cover at the weekend");
    await page.keyboard.press("Escape");
    await page.reload();
    await pressAt(page, inProject(page, "Overview"));
    await pressAt(page, page.getByRole("link", { name: "Open a round" }).first());
    await pressAt(page, page.getByRole("button", { name: "Open the round" }));
    await heading(page, "Round 1");
    await pressAt(page, inProject(page, "Overview"));
    await pressAt(page, page.getByRole("table", { name: "Documents" }).getByRole("link", { name: "Interview P802" }));
    await heading(page, "Interview P802");
  });

  await test.step("goes from pane to pane and into the text, and hears where the caret is", async () => {
    await expect(text(page)).toBeVisible();
    await expect(page.locator("html[data-waking]")).toHaveCount(0);
    for (let i = 0; i < 6 && !(await text(page).evaluate((each) => each === document.activeElement)); i++) {
      await page.keyboard.press("F6");
    }
    await expect(text(page)).toBeFocused();
    await expect(text(page)).toHaveAccessibleDescription(/Arrows move the caret/);
    await press(page, "Control+Home");
    await heard(page, /How has the work been lately/);
    await press(page, "j");
    await heard(page, /^Turn 2, P802: Busy\./);
    await press(page, "Alt+ArrowDown");
    await heard(page, /^There is never enough cover at the weekend\.$/);
    await press(page, "Control+ArrowRight");
    await heard(page, /^There$/);
    await press(page, "Control+Shift+ArrowRight", 2);
    await heard(page, /“is never”, 2 words selected/);
    await press(page, "Escape");
  });

  await test.step("codes a sentence with two codes at once and hears it", async () => {
    await selectSentence(page, 1, 1);
    await page.keyboard.press("/");
    await page.keyboard.type("workl");
    await page.keyboard.press("Shift+Enter");
    await said(page, /^Coded “There is never enough cover at the weekend\.” as Workload; 1 code here/);
    await page.keyboard.press("/");
    await page.keyboard.type("reas");
    await page.keyboard.press("Enter");
    await said(page, /as Reasons to stay; 2 codes here/);
    await expect(text(page)).toBeFocused();
    await saved(page);
    await page.keyboard.press("h");
    await said(page, /^Turn 2, P802\./);
  });

  await test.step("the same codes again by their number, in vivo, and through what overlaps", async () => {
    await selectSentence(page, 3, 1);
    await page.keyboard.press("1");
    await said(page, /as Reasons to stay; 1 code here/);
    await selectSentence(page, 3, 0);
    await page.keyboard.press("v");
    await said(page, /^Coded “Them\.” as Them/);
    await press(page, "Control+Home");
    await page.keyboard.press("n");
    await said(page, /“There is never enough cover at the weekend\.”/);
    await page.keyboard.press("o");
    await said(page, /; 2 here$/);
  });

  await test.step("moves a boundary, takes it back and does it again", async () => {
    await page.keyboard.press("[");
    await said(page, /^Now “There is never enough cover at the weekend”/);
    await page.keyboard.press("u");
    await said(page, /^Undone: boundaries of/);
    await page.keyboard.press("Control+Shift+Z");
    await said(page, /^Done again: boundaries of/);
    await saved(page);
  });

  await test.step("writes a memo on it and comes back to the text", async () => {
    await page.keyboard.press("m");
    await expect(page.locator("textarea:focus")).toBeVisible();
    await page.keyboard.type("She says it twice.");
    await press(page, "Shift+F6");
    await expect(text(page)).toBeFocused();
    await saved(page);
  });

  await test.step("is told why a key does nothing, and sees it", async () => {
    await press(page, "Control+End");
    await page.keyboard.press("/");
    await said(page, /^Select some words first/);
    await expect(page.getByText("Select some words first").last()).toBeVisible();
  });

  await test.step("changes a key, switches single keys off and on, and finds the focus in the text again", async () => {
    await page.keyboard.press("?");
    const dialog = page.getByRole("dialog", { name: "Keys" });
    await pressAt(page, dialog.getByRole("button", { name: "j: next turn. Change the key" }));
    await page.keyboard.press("n");
    await expect(dialog.getByRole("alert")).toContainText("n is the key of: next coding");
    await page.keyboard.press("w");
    await expect(dialog.getByRole("button", { name: "w: next turn. Change the key" })).toBeVisible();
    await pressAt(page, dialog.getByRole("switch", { name: /Single keys/ }), " ");
    await page.keyboard.press("Escape");
    await expect(dialog).toHaveCount(0);
    await expect(text(page)).toBeFocused();
    await press(page, "Control+Home");
    await heard(page, /How has the work/);
    await page.keyboard.press("w");
    await page.keyboard.press("?");
    await expect(dialog).toHaveCount(0);
    await heard(page, /How has the work/);
    // The way without keys: the button under the panes.
    await pressAt(page, page.getByRole("button", { name: /^Keys/ }).last());
    await pressAt(page, dialog.getByRole("switch", { name: /Single keys/ }), " ");
    await page.keyboard.press("Escape");
    await press(page, "Shift+F6");
    for (let i = 0; i < 6 && !(await text(page).evaluate((each) => each === document.activeElement)); i++) {
      await page.keyboard.press("F6");
    }
    await page.keyboard.press("w");
    await heard(page, /^Turn 2, P802/);
  });

  await test.step("all of it is kept, and is submitted", async () => {
    await page.reload();
    await heading(page, "Interview P802");
    await expect(page.locator("[data-coding]").first()).toBeVisible();
    const submit = page.getByRole("button", { name: "Submit this document" });
    await pressAt(page, submit);
    const dialog = page.getByRole("dialog", { name: "Submit this document" });
    await expect(dialog).toContainText(/4 codings with 3 codes/);
    await pressAt(page, dialog.getByRole("button", { name: "Submit", exact: true }));
    await expect(page.getByText(/You submitted this document/)).toBeVisible();
    await expect(text(page)).toBeVisible();
    await tabTo(page, text(page));
    await press(page, "Control+Home");
    await press(page, "Control+Shift+ArrowRight");
    await page.keyboard.press(".");
    await said(page, /^You submitted this document, so it is locked/);
  });
});
