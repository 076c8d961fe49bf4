import type { Page } from "playwright/test";
import { expect } from "../fixtures/tandem-test";

/** Where words stand on the screen: just inside their first and their last letter. */
export async function placeOf(page: Page, words: string): Promise<{ from: [number, number]; to: [number, number] }> {
  const place = await page.evaluate((wanted) => {
    const transcript = document.querySelector('section[aria-label^="Transcript of"]');
    if (!transcript) return null;
    const walker = document.createTreeWalker(transcript, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = node.textContent?.indexOf(wanted) ?? -1;
      if (at < 0 || !(node.parentElement?.closest("[data-at]") ?? null)) continue;
      // Not their middles: Chromium drags no selection that begins in the exact middle of a letter.
      const letter = (offset: number, edge: "left" | "right"): [number, number] => {
        const range = document.createRange();
        range.setStart(node, offset);
        range.setEnd(node, offset + 1);
        const box = range.getBoundingClientRect();
        return [edge === "left" ? box.left + 1 : box.right - 1, box.top + box.height / 2];
      };
      node.parentElement?.scrollIntoView({ block: "center" });
      return { from: letter(at, "left"), to: letter(at + wanted.length - 1, "right") };
    }
    return null;
  }, words);
  if (!place) throw new Error(`the transcript does not say “${words}”`);
  return place;
}

/** Drags over the words, as a hand with a mouse does. */
export async function selectWords(page: Page, words: string): Promise<void> {
  // The mouse does not wait by itself until the page answers.
  await expect(page.locator("html[data-waking]")).toHaveCount(0);
  await placeOf(page, words);
  // A hand that finds nothing selected drags again: on a busy machine the page may not have listened yet.
  await expect(async () => {
    const { from, to } = await placeOf(page, words);
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move((from[0] + to[0]) / 2, (from[1] + to[1]) / 2, { steps: 3 });
    await page.mouse.move(...to, { steps: 3 });
    await page.mouse.up();
    // The text may have gone on to where its reader was last while the hand was on its way.
    const chosen = await page.evaluate(() => String(getSelection()).replace(/\s+/g, " "));
    if (!chosen.includes(words.replace(/\s+/g, " "))) {
      await page.keyboard.press("Escape");
      throw new Error(`“${chosen.slice(0, 80)}” was selected`);
    }
    await expect(page.getByRole("group", { name: "Code the selection" })).toBeVisible({ timeout: 2000 });
  }).toPass({ timeout: 15_000 });
}

/** Presses on the words: puts the caret there, or chooses the coding that covers them. */
export async function pressWords(page: Page, words: string): Promise<void> {
  await expect(page.locator("html[data-waking]")).toHaveCount(0);
  await placeOf(page, words);
  const { from } = await placeOf(page, words);
  await page.mouse.click(...from);
}

/** Selects the words and applies codes by typing a part of each one's name. */
export async function codeWords(page: Page, words: string, ...codes: string[]): Promise<void> {
  await selectWords(page, words);
  const field = page.getByRole("combobox", { name: "Code for the selection" });
  for (const [i, code] of codes.entries()) {
    await field.fill(code);
    await field.press(i < codes.length - 1 ? "Shift+Enter" : "Enter");
  }
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
}
