import type { Page } from "playwright/test";
import { expect, test } from "../fixtures/tandem-test";
import { enterSample, openRound } from "./sample-study";

test.describe.configure({ timeout: 180_000 });

const codes = (page: Page) => page.getByRole("table", { name: /^Agreement for each code/ });

/** Whose figures come first is not theirs to know: coders stand in the order of their ids. */
async function namesOf(page: Page): Promise<readonly [string, string]> {
  const heads = await codes(page)
    .getByRole("columnheader", { name: /^Only / })
    .allInnerTexts();
  const [first, second] = heads.map((words) => words.replace("Only ", ""));
  expect([first, second].sort()).toEqual(["Jo Lindqvist", "Sam Okafor"]);
  return [first ?? "", second ?? ""];
}

async function figuresOf(page: Page, code: string) {
  const cells = codes(page)
    .getByRole("row", { name: new RegExp(code) })
    .getByRole("cell");
  const words = await cells.allInnerTexts();
  const [kappa, percent, both, first, second, neither, documents] = words;
  return { kappa, percent, both, first, second, neither, documents };
}

test("every figure opens the text behind it", async ({ page, axe, noHorizontalScroll }) => {
  await enterSample(page);
  await openRound(page, "Round 1");
  await page.getByRole("link", { name: "See the agreement" }).click();
  await expect(codes(page)).toBeVisible();
  const [first, second] = await namesOf(page);
  await expect(page.getByText(`How far ${first} and ${second} agree.`)).toBeVisible();
  await axe(page);
  await noHorizontalScroll(page);

  const byTurn = await figuresOf(page, "Levels of support");
  expect(Number(byTurn.kappa)).toBeGreaterThan(0);
  expect(Number(byTurn.kappa)).toBeLessThan(1);
  expect(byTurn.percent).toMatch(/^\d+\.\d%$/);

  // The table says how many turns; the panel holds just so many places.
  await page.getByRole("button", { name: /^κ of Levels of support/ }).click();
  const panel = page.getByRole("complementary", { name: "Levels of support" });
  await expect(panel.getByRole("heading", { name: "Levels of support" })).toBeFocused();
  await expect(panel.getByRole("tab", { name: `Both ${byTurn.both}` })).toBeVisible();
  await expect(panel.getByRole("tab", { name: `Only ${second} ${byTurn.second}` })).toBeVisible();
  await expect(panel.getByRole("tab", { name: `Only ${first} ${byTurn.first}` })).toHaveAttribute(
    "aria-selected",
    "true",
  );
  await expect(panel.getByRole("listitem").filter({ hasText: "In the text" })).toHaveCount(Number(byTurn.first));
  await axe(page);
  await noHorizontalScroll(page);
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^κ of Levels of support/ })).toBeFocused();

  // What the figure is counted on is a choice, and the address keeps it.
  await page.getByText("Character", { exact: true }).click();
  await expect(page.getByText(/percent agreement comes out near 100%/)).toBeVisible();
  await expect.poll(async () => (await figuresOf(page, "Levels of support")).both).not.toBe(byTurn.both);
  await page.reload();
  await expect(page.getByText(/percent agreement comes out near 100%/)).toBeVisible();
  await page.getByText("Turn", { exact: true }).click();
  await expect.poll(async () => (await figuresOf(page, "Levels of support")).both).toBe(byTurn.both);

  const theme = await figuresOf(page, "Effects of resourcing");
  await page.getByRole("switch", { name: "Themes count with their sub-themes" }).press(" ");
  await expect
    .poll(async () => Number((await figuresOf(page, "Effects of resourcing")).both))
    .toBeLessThan(Number(theme.both));
  await expect(codes(page).getByText("substantial").first()).toBeVisible();
  await page.getByRole("switch", { name: "Labels of Landis and Koch" }).press(" ");
  await expect(codes(page).getByText("substantial")).toHaveCount(0);
  for (const name of ["All codes, tables added up", "Mean of the defined κ", "Pooled κ (de Vries 2008)"]) {
    await expect(codes(page).getByRole("row", { name })).toContainText(/0\.\d\d/);
  }
});

test("a cell of the confusion matrix opens its pairs, and a place opens in the reconciliation", async ({
  page,
  axe,
}) => {
  await enterSample(page);
  await openRound(page, "Round 1");
  await page.getByRole("link", { name: "Agreement", exact: true }).click();
  await expect(codes(page)).toBeVisible();
  const [first, second] = await namesOf(page);
  const cell = page.getByRole("button", {
    name: new RegExp(`^${first} Levels of support, ${second} Support teams / self-managing risk: `),
  });
  const count = Number(await cell.innerText());
  expect(count).toBeGreaterThan(0);
  await cell.click();
  const panel = page.getByRole("complementary", { name: new RegExp(`${first}: Levels of support`) });
  await expect(panel.getByRole("listitem").filter({ hasText: "In the text" })).toHaveCount(count);
  await axe(page);
  await page.getByRole("button", { name: "Close the text" }).click();

  await page.getByRole("switch", { name: "With nothing" }).press(" ");
  await page.getByRole("button", { name: new RegExp(`^${first} Levels of support, ${second} Nothing: `) }).click();
  const alone = page.getByRole("complementary", { name: new RegExp(`${second}: no excerpt`) });
  await expect(alone.getByRole("link", { name: "In the text" }).first()).toBeVisible();
  const where = await alone.getByRole("listitem").filter({ hasText: "In the text" }).first().innerText();
  await alone.getByRole("link", { name: "In the text" }).first().click();

  const [document] = where.split(", turn");
  await expect(page.getByRole("button", { name: new RegExp(document ?? "") })).toHaveAttribute("aria-current", "true");
  await expect(page.getByRole("heading", { name: /^Disagreement \d+ of \d+$/ })).toBeVisible();
  await expect(page.getByText("Coded nothing here.")).toBeVisible();
});
