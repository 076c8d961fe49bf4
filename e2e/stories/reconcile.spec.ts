import type { Page } from "playwright/test";
import { expect, test } from "../fixtures/tandem-test";
import { enterSample, openRound } from "./sample-study";

test.describe.configure({ timeout: 180_000 });

async function reconcile(page: Page, seat: "Lead" | "Coder A" = "Lead"): Promise<void> {
  await enterSample(page, seat);
  await openRound(page, "Round 1");
  await page.getByRole("link", { name: "Reconciliation" }).click();
  await expect(page.getByRole("heading", { name: /^Disagreement \d+ of \d+$/ })).toBeVisible();
}

async function settledSoFar(page: Page): Promise<number> {
  const words = await page.getByRole("progressbar", { name: "Settled" }).getAttribute("aria-valuetext");
  return Number(/^(\d+) of \d+ settled$/.exec(words ?? "")?.[1]);
}

test("the lead settles by keyboard alone: each side, both, neither, with a reason; and takes it back", async ({
  page,
  axe,
  noHorizontalScroll,
}) => {
  await reconcile(page);
  await axe(page);
  await noHorizontalScroll(page);
  const before = await settledSoFar(page);
  const reason = page.getByLabel("Reason");
  const heading = (number: number) => page.getByRole("heading", { name: new RegExp(`^Disagreement ${number} of`) });

  // Without a decision, or without a reason, nothing is put on record.
  await page.keyboard.press("r");
  await expect(reason).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Choose first what stands: 1, 2, both or neither.")).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("1");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/a decision without a reason is not on record/)).toBeVisible();
  await axe(page);
  expect(await settledSoFar(page)).toBe(before);

  const sides = await page.getByRole("button", { name: /Accept / }).allInnerTexts();
  const [first, second] = sides.map((words) => /Accept (\w+ \w+)/.exec(words)?.[1] ?? "");
  expect([first, second].sort()).toEqual(["Jo Lindqvist", "Sam Okafor"]);
  const decisions = [
    ["1", "the definition says so", new RegExp(`^Settled: Accepted ${first}$`)],
    ["2", "jokes belong here", new RegExp(`^Settled: Accepted ${second}$`)],
    ["b", "both are meant", /^Settled: Both, taken together$/],
    ["n", "neither fits; bank holiday", /^Settled: Neither: nothing stands$/],
  ] as const;
  for (const [index, [key, words]] of decisions.entries()) {
    await expect(heading(index + 1)).toBeVisible();
    if (await reason.evaluate((field) => field === document.activeElement)) await page.keyboard.press("Escape");
    await page.keyboard.press(key);
    await expect(reason).toBeFocused();
    // Letters are letters in the field.
    await page.keyboard.type(words);
    await expect(reason).toHaveValue(words);
    await page.keyboard.press("Enter");
    await expect(heading(index + 2)).toBeVisible();
    expect(await settledSoFar(page)).toBe(before + index + 1);
  }
  for (const [, words, record] of [...decisions].reverse()) {
    await page.keyboard.press("k");
    await expect(page.getByRole("heading", { name: record })).toBeVisible();
    await expect(page.getByRole("region", { name: "Ruling on record" })).toContainText(words);
    await expect(page.getByRole("region", { name: "Ruling on record" })).toContainText("Ruth Adeyemi");
  }
  await axe(page);

  // Undo takes the last one back and goes to it; redo lets it stand again.
  await page.keyboard.press("u");
  await expect(heading(4)).toBeVisible();
  await expect(page.getByRole("button", { name: /Neither/ })).toBeVisible();
  expect(await settledSoFar(page)).toBe(before + 3);
  await page.keyboard.press("Shift+U");
  await expect(page.getByRole("heading", { name: /^Settled: Neither/ })).toBeVisible();
  await page.getByRole("button", { name: "Take this ruling back" }).click();
  await expect.poll(() => settledSoFar(page)).toBe(before + 3);
  await page.keyboard.press("4");
  await page.keyboard.press("n");
  await page.keyboard.press("ArrowUp");
  await expect(reason).toHaveValue("neither fits; bank holiday");
  await page.keyboard.press("Enter");
  await expect.poll(() => settledSoFar(page)).toBe(before + 4);

  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keys" })).toBeVisible();
  await axe(page);
  await page.keyboard.press("Escape");
});

test("the consensus says what came by agreement and what by ruling; a coder reads along", async ({
  page,
  person,
  axe,
  noHorizontalScroll,
}) => {
  await reconcile(page);
  const coder = await person();
  await reconcile(coder, "Coder A");
  await expect(coder.getByRole("form", { name: "Ruling" })).toHaveCount(0);
  await expect(coder.getByText(/The lead decides what stands/)).toBeVisible();
  await coder.keyboard.press("1");
  await expect(coder.getByRole("button", { name: "Undo" })).toHaveCount(0);

  const document = page.getByRole("button", { name: /^Interview P714/ });
  await document.click();
  await expect(document).toHaveAttribute("aria-current", "true");
  await page.getByRole("tab", { name: /^Consensus/ }).click();
  await expect(page.getByText("0 by ruling")).toBeVisible();
  await expect(page.getByText(/disagreements are still open/)).toBeVisible();
  await axe(page);
  await noHorizontalScroll(page);

  await page.getByRole("tab", { name: /^Disagreements/ }).click();
  await page.getByRole("button", { name: /Both/ }).click();
  await page.getByLabel("Reason").fill("Both codes fit here.");
  await page.getByRole("button", { name: "Keep the ruling" }).click();
  await expect(page.getByRole("heading", { name: /^Disagreement 2 of/ })).toBeVisible();
  await page.getByRole("tab", { name: /^Consensus/ }).click();
  await expect(page.getByText("by ruling", { exact: true }).first()).toBeVisible();
  await expect(page.getByText("0 by ruling")).toHaveCount(0);

  // The coder's page follows, and shows the ruling with its reason.
  await coder.getByRole("button", { name: /^Interview P714/ }).click();
  await coder.getByRole("button", { name: /^Disagreement 1:/ }).click();
  await expect(coder.getByText("Both codes fit here.")).toBeVisible();
  await expect(coder.getByRole("button", { name: "Take this ruling back" })).toHaveCount(0);
  await axe(coder);
});
