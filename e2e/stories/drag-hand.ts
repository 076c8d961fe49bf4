import type { Locator, Page } from "playwright/test";

async function middleOf(page: Page, words: string): Promise<{ x: number; y: number }> {
  const place = await page.evaluate((wanted) => {
    for (const block of document.querySelectorAll("[data-at]")) {
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(wanted) ?? -1;
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at + Math.floor(wanted.length / 2));
        range.setEnd(node, at + Math.floor(wanted.length / 2) + 1);
        const box = range.getBoundingClientRect();
        return { x: box.left + box.width / 3, y: box.top + box.height / 2 };
      }
    }
    return null;
  }, words);
  if (!place) throw new Error(`the transcript does not say “${words}”`);
  return place;
}

async function drag(page: Page, from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> {
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 5 });
  await page.mouse.move(to.x, to.y, { steps: 3 });
  await page.mouse.move(to.x + 1, to.y);
  await page.mouse.up();
}

async function middle(target: Locator): Promise<{ x: number; y: number }> {
  const box = await target.boundingBox();
  if (!box) throw new Error("it is not on the page");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Drags a row of the codebook onto words of the transcript. */
export async function dragOnWords(page: Page, code: Locator, words: string): Promise<void> {
  await drag(page, await middle(code), await middleOf(page, words));
}

/** Drags words that are selected onto a row of the codebook. */
export async function dragWordsTo(page: Page, words: string, code: Locator): Promise<void> {
  await drag(page, await middleOf(page, words), await middle(code));
}
