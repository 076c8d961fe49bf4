import type { Locator, Page } from "playwright/test";
import { expect } from "../fixtures/tandem-test";

/** More stops than any page has. */
const MOST_STOPS = 150;

const hasFocus = (target: Locator) =>
  target.evaluate((element) => element === document.activeElement).catch(() => false);

/** Presses Tab until the focus is there, as a person without a mouse does; the focus must be seen on the way. */
export async function tabTo(page: Page, target: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await expect(target.first()).toBeVisible();
  await expect(page.locator("html[data-waking]")).toHaveCount(0);
  for (let i = 0; i < MOST_STOPS; i++) {
    if (await hasFocus(target.first())) return;
    await page.keyboard.press(key);
  }
  throw new Error(`Tab never reached ${String(target)}`);
}

/** Goes there by Tab and presses Enter. */
export async function pressAt(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Goes there by Tab and types over what stands there. */
export async function typeAt(page: Page, target: Locator, words: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Control+a");
  await page.keyboard.type(words);
}

/** Presses a key as often as it says. */
export async function press(page: Page, key: string, times = 1): Promise<void> {
  for (let i = 0; i < times; i++) await page.keyboard.press(key);
}
