import type { CDPSession, Page } from "playwright/test";
import { expect, test } from "../fixtures/tandem-test";
import { codeWords, placeOf, pressWords, selectWords } from "./desk-hand";
import { enterSample } from "./sample-study";

test.describe.configure({ timeout: 90_000 });

const transcript = (page: Page) => page.getByRole("region", { name: /^Transcript of/ });
const saved = (page: Page) => expect(page.getByText("Saved", { exact: true })).toBeVisible();
const said = (page: Page, words: RegExp) => expect(page.getByRole("status").filter({ hasText: words })).toHaveCount(1);
const codingsHere = (page: Page) => page.getByRole("list", { name: "Codings here" });
const chosen = (page: Page) => codingsHere(page).getByRole("button", { pressed: true });
const undo = (page: Page) => page.getByRole("button", { name: /^Undo/ });
const field = (page: Page) => page.getByRole("combobox", { name: "Code for the selection" });

async function openDesk(page: Page, document = "Focus group 5"): Promise<void> {
  await enterSample(page, "Coder A");
  await page.locator("main").getByRole("link", { name: document, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: document })).toBeVisible();
  await expect(transcript(page)).toBeVisible();
}

/** How many stripes in the margin carry this code. */
const stripes = (page: Page, code: string) => transcript(page).locator(`div[data-coding][title$="${code}"]`);

test("several codes go on the same words at once, and one undo takes all of them away", async ({ page, axe }) => {
  await openDesk(page);
  await selectWords(page, "I just lay there thinking about it");
  await field(page).fill("workload");
  await field(page).press("Control+Space");
  await field(page).fill("officer dis");
  await expect(page.getByText("Enter applies Workload levels, Officer disassociation")).toBeVisible();
  await axe(page);
  await field(page).press("Enter");
  await said(page, /as Workload levels, Officer disassociation; 2 codes here/);
  await expect(stripes(page, "Workload levels")).toHaveCount(1);
  await expect(stripes(page, "Officer disassociation")).toHaveCount(1);
  await saved(page);
  await undo(page).click();
  await expect(stripes(page, "Workload levels")).toHaveCount(0);
  await expect(stripes(page, "Officer disassociation")).toHaveCount(0);
  await saved(page);
  await page.reload();
  await expect(page.getByRole("button", { name: "Redo: several codes" })).toBeEnabled();
  await expect(stripes(page, "Workload levels")).toHaveCount(0);
});

test("a coding is split at the caret, merged again and given another code, on exactly its words", async ({ page }) => {
  await openDesk(page);
  const whole = "Monday I was meant to be on a rest day, so we can start there";
  await codeWords(page, whole, "workload");
  await pressWords(page, "so we can start");
  await expect(chosen(page)).toContainText(whole);
  await page.keyboard.press("s");
  await said(page, /^Split Workload levels/);
  await expect(chosen(page)).toContainText("so we can start there");
  await expect(chosen(page)).not.toContainText("rest day");
  await expect(stripes(page, "Workload levels")).toHaveCount(2);
  await page.keyboard.press("g");
  await said(page, /^Merged into one coding/);
  await expect(chosen(page)).toContainText(whole);
  await expect(stripes(page, "Workload levels")).toHaveCount(1);
  await page.keyboard.press("r");
  const other = page.getByRole("combobox", { name: "Give it another code" });
  await expect(other).toBeFocused();
  await other.fill("compassion");
  await other.press("Enter");
  await said(page, /^Recoded .* as Compassion fatigue/);
  await expect(chosen(page)).toContainText("Compassion fatigue");
  await expect(chosen(page)).toContainText(whole);
  await saved(page);
  await page.reload();
  await pressWords(page, "so we can start");
  await expect(chosen(page)).toContainText("Compassion fatigue");
  await expect(chosen(page)).toContainText(whole);
});

test("a boundary is drawn by its handle, one act for the whole way; Escape leaves it where it was", async ({
  page,
}) => {
  await openDesk(page);
  await codeWords(page, "I had a good week", "caring");
  await pressWords(page, "a good week");
  const end = page.getByRole("slider", { name: /^End of Officers as caring/ });
  await expect(end).toBeVisible();
  const grip = async () => {
    const box = await end.boundingBox();
    if (!box) throw new Error("the handle is not on the page");
    return [box.x + box.width / 2, box.y + box.height / 2] as const;
  };
  const { to } = await placeOf(page, "a good week, if I can say that");

  await page.mouse.move(...(await grip()));
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 6 });
  await page.keyboard.press("Escape");
  await page.mouse.up();
  await expect(chosen(page)).not.toContainText("if I can say");

  await page.mouse.move(...(await grip()));
  await page.mouse.down();
  await page.mouse.move(to[0] - 60, to[1], { steps: 4 });
  await page.mouse.move(...to, { steps: 4 });
  await page.mouse.up();
  await said(page, /^Now “I had a good week, if I can say that/);
  await expect(chosen(page)).toContainText("I had a good week, if I can say that");
  await saved(page);
  await undo(page).click();
  await expect(page.getByRole("button", { name: "Undo: code “Officers as caring and compassionate”" })).toBeVisible();

  // The same handle with the keyboard.
  await pressWords(page, "a good week");
  await end.focus();
  await page.keyboard.press("ArrowRight");
  await said(page, /^Now “I had a good week, if”/);
  await saved(page);
});

test("in quick mode every selection is coded at once, and a line says so until Escape", async ({ page, axe }) => {
  await openDesk(page);
  await codeWords(page, "Paper's lovely", "number and quality");
  await transcript(page).focus();
  await page.keyboard.press("q");
  const line = page.getByRole("region", { name: "Quick mode" });
  await expect(line).toContainText("every selection becomes “Number and quality of staff”");
  await axe(page);
  const before = await stripes(page, "Number and quality of staff").count();

  const { from, to } = await placeOf(page, "she's not backfilled");
  await page.mouse.move(...from);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 5 });
  await page.mouse.up();
  await said(page, /^Coded “she's not backfilled” as Number and quality of staff/);
  await expect(stripes(page, "Number and quality of staff")).toHaveCount(before + 1);

  // With the keyboard: when Shift is let go of.
  await pressWords(page, "restricted duties");
  await page.keyboard.down("Shift");
  for (let i = 0; i < 2; i++) await page.keyboard.press("Control+ArrowRight");
  await page.keyboard.up("Shift");
  await said(page, /^Coded “restricted duties” as Number and quality of staff/);
  await undo(page).click();
  await expect(stripes(page, "Number and quality of staff")).toHaveCount(before + 1);
  await transcript(page).focus();
  await page.keyboard.press("Escape");
  await expect(line).toHaveCount(0);
  await saved(page);
});

test("a memo is written on words without a code, and on the document", async ({ page, axe }) => {
  await openDesk(page);
  // A coding that is chosen elsewhere is not what a memo on other words is meant for.
  await codeWords(page, "Enjoy it, love", "caring");
  await pressWords(page, "it, love");
  await expect(chosen(page)).toContainText("Enjoy it, love");
  await selectWords(page, "so somebody read it");
  await page.getByRole("group", { name: "Code the selection" }).getByRole("button", { name: "Memo" }).click();
  const memo = page.getByRole("textbox", { name: "Memo on these words" });
  await expect(memo).toBeFocused();
  await page.keyboard.type("Recognition, at last.");
  await transcript(page).focus();
  await expect(page.getByRole("button", { name: "Memo on “so somebody read it”" })).toBeVisible();
  await saved(page);
  await axe(page);

  await page.keyboard.press("Control+Home");
  await expect(page.getByRole("region", { name: "Memos on words in this document" })).toContainText(
    "Recognition, at last.",
  );
  await page.keyboard.press("m");
  const whole = page.getByRole("textbox", { name: "Memo on this document" });
  await expect(whole).toBeFocused();
  await page.keyboard.type("A tired group.");
  await transcript(page).focus();
  await saved(page);

  await page.reload();
  await page.getByRole("button", { name: "Memo on “so somebody read it”" }).click();
  await expect(memo).toHaveValue("Recognition, at last.");
  await memo.fill("");
  await transcript(page).focus();
  await expect(page.getByRole("button", { name: "Memo on “so somebody read it”" })).toHaveCount(0);
  await page.keyboard.press("u");
  await expect(page.getByRole("button", { name: "Memo on “so somebody read it”" })).toBeVisible();
  await saved(page);
  await page.getByRole("tab", { name: /Inspector/ }).click();
  await page.keyboard.press("Escape");
});

test("a starred coding is marked in the margin and found among the quotes", async ({ page }) => {
  await openDesk(page);
  await codeWords(page, "I've been a bit floaty since", "caring");
  await pressWords(page, "a bit floaty");
  await page.keyboard.press("*");
  await said(page, /^Starred “I've been a bit floaty since”/);
  await expect(transcript(page).getByText("★ Officers as caring and compassionate")).toBeVisible();
  await saved(page);
  await page.goto(page.url().replace(/\/documents\/.*/, "/quotes"));
  await page.getByText("My codings", { exact: true }).click();
  await page.getByText("Starred only", { exact: true }).click();
  await expect(page.getByRole("checkbox", { name: "Starred only" })).toBeChecked();
  await expect(page.locator("main")).toContainText("I've been a bit floaty since");
});

test("five codings on one word are all reached by pressing it again", async ({ page }) => {
  await openDesk(page);
  const stretches = [
    ["Nobody rang me up and said come in", "workload"],
    ["Nobody rang me up and said", "support teams"],
    ["rang me up and said", "levels of support"],
    ["rang me up", "compassion fat"],
    ["rang me", "officer dis"],
  ] as const;
  for (const [words, code] of stretches) await codeWords(page, words, code);
  await transcript(page).focus();
  await page.keyboard.press("Escape");
  const reached: string[] = [];
  for (let press = 0; press < 5; press++) {
    await pressWords(page, "me up and");
    await expect(codingsHere(page).getByRole("listitem")).toHaveCount(5);
    const status = page.getByRole("status").filter({ hasText: `: ${press + 1} of 5 codings here` });
    const name = (await status.innerText()).split(":")[0] ?? "";
    await expect(chosen(page)).toContainText(name);
    reached.push(name);
  }
  expect(new Set(reached).size).toBe(5);
  // The innermost comes first.
  expect(reached[0]).toBe("Officer disassociation");
  // And round again.
  await pressWords(page, "me up and");
  await expect(chosen(page)).toContainText("Officer disassociation");
});

test("a coding drawn from the margin onto a code gets that code", async ({ page }) => {
  await openDesk(page);
  await codeWords(page, "Paper's lovely. On paper I've got nine", "workload");
  await page.getByRole("tab", { name: "Codebook" }).click();
  const name = transcript(page).locator('span[data-coding][title$="Workload levels"]').first();
  await name.dragTo(page.locator("[data-code]").filter({ hasText: "Levels of support" }).first());
  await said(page, /^Recoded .* as Levels of support/);
  await saved(page);
});

for (const [width, height] of [
  [1024, 768],
  [720, 450],
] as const) {
  test(`the bar stays within the pane and off the selected words, ${width} pixels wide`, async ({ page }) => {
    await page.setViewportSize({ width, height });
    await openDesk(page);
    await transcript(page).focus();
    await page.keyboard.press("Control+Home");
    const bar = page.getByRole("group", { name: "Code the selection" });
    for (const moves of [3, 30, 60]) {
      await page.keyboard.press("Control+ArrowRight");
      for (let i = 0; i < moves; i++) await page.keyboard.press("Shift+Control+ArrowRight");
      await expect(bar).toBeVisible();
      const places = await page.evaluate(() => {
        const box = document.querySelector('[aria-label="Code the selection"]')?.getBoundingClientRect();
        const pane = document.querySelector('section[aria-label^="Transcript"]')?.getBoundingClientRect();
        const words = [...(document.getSelection()?.getRangeAt(0).getClientRects() ?? [])];
        const text = document.querySelector('[aria-roledescription="transcript"]')?.getBoundingClientRect();
        if (!box || !pane || !text) return null;
        const seen = words.filter((rect) => rect.bottom > text.top && rect.top < text.bottom);
        const covers = seen.some(
          (rect) =>
            Math.min(rect.bottom, text.bottom) > box.top + 1 &&
            rect.top < box.bottom - 1 &&
            rect.right > box.left + 1 &&
            rect.left < box.right - 1,
        );
        const inside = box.left >= pane.left && box.right <= pane.right && box.bottom <= pane.bottom + 1;
        return { covers, inside };
      });
      expect(places).toEqual({ covers: false, inside: true });
    }
  });
}

test("with a finger: the bar stands under the text, and the handles are drawn", async ({
  browser,
  server,
  page: _,
}) => {
  const context = await browser.newContext({
    baseURL: server.url,
    hasTouch: true,
    viewport: { width: 1024, height: 768 },
  });
  const page = await context.newPage();
  try {
    await openDesk(page, "Interview P540");
    await expect(page.locator("html[data-waking]")).toHaveCount(0);
    const { from } = await placeOf(page, "There isn't a normal one");
    await page.touchscreen.tap(from[0] + 4, from[1]);
    // A long press and its handles are the browser's: the selection that they make is what is tried here.
    await transcript(page).evaluate((section) => {
      const walker = document.createTreeWalker(section, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf("There isn't a normal one") ?? -1;
        if (at >= 0) document.getSelection()?.setBaseAndExtent(node, at, node, at + "There isn't a normal one".length);
      }
    });
    const bar = page.getByRole("group", { name: "Code the selection" });
    await expect(bar).toBeVisible();
    const text = await page.getByRole("application").boundingBox();
    const box = await bar.boundingBox();
    expect(box && text && box.y >= text.y + text.height - 1).toBe(true);
    await field(page).fill("workload");
    await page.getByRole("option", { name: /Workload levels/ }).tap();
    await said(page, /^Coded “There isn't a normal one” as Workload levels/);
    await saved(page);

    const coded = await placeOf(page, "There isn't a normal one");
    await page.touchscreen.tap((coded.from[0] + coded.to[0]) / 2, coded.from[1]);
    const end = page.getByRole("slider", { name: "End of Workload levels" });
    const grip = await end.boundingBox();
    expect(grip && Math.min(grip.width, grip.height)).toBeGreaterThanOrEqual(24);
    const { to: aim } = await placeOf(page, "There isn't a normal one. No");
    const cdp = await context.newCDPSession(page);
    if (grip) await drawFinger(cdp, [grip.x + grip.width / 2, grip.y + grip.height / 2], aim);
    await said(page, /^Now “There isn't a normal one\. No/);
    await saved(page);
  } finally {
    await context.close();
  }
});

async function drawFinger(cdp: CDPSession, from: readonly [number, number], to: readonly [number, number]) {
  const at = (share: number) => [{ x: from[0] + (to[0] - from[0]) * share, y: from[1] + (to[1] - from[1]) * share }];
  await cdp.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0) });
  for (const share of [0.3, 0.7, 1])
    await cdp.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(share) });
  await cdp.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
}
