import type { Locator, Page } from "playwright/test";
import { expect, test } from "../fixtures/tandem-test";
import { cellsOf, kappaOf, number, openAgreement, sum, twoDecimals } from "./agreement-hand";
import { ask, enterSample, placeOf } from "./sample-study";

test.describe.configure({ timeout: 180_000 });

/** The confusion matrix as the figure's own table has it. */
async function matrixOf(page: Page): Promise<number[][]> {
  const figure = page.getByRole("figure", { name: "Which code each coder chose" });
  // Not by pressing: a figure that is drawn anew in between would be opened by what was to close it.
  const show = (open: boolean) =>
    figure.locator("details").evaluate((details, shown) => details.toggleAttribute("open", shown), open);
  await show(true);
  const rows = await figure.getByRole("table").getByRole("row").all();
  const lines = await Promise.all(rows.slice(1).map((row) => row.getByRole("cell").allInnerTexts()));
  await show(false);
  // The last column holds the sums.
  return lines.map((line) => line.slice(0, -1).map(number));
}

const places = (panel: Locator) => panel.getByRole("listitem").filter({ hasText: "In the text" });

test("which code each coder chose: the matrix, what is confused most, and the text behind both", async ({
  page,
  axe,
  noHorizontalScroll,
}) => {
  await enterSample(page);
  await openAgreement(page, "Round 1", "Which code");
  const figures = page.getByRole("table", { name: "Agreement on which code was chosen" });
  await expect(figures).toBeVisible();
  const matrix = await matrixOf(page);
  const n = sum(matrix.flat());
  const [kappa, rests] = await cellsOf(figures, "Cohen's κ");
  expect(kappa).toContain(twoDecimals(kappaOf(matrix)));
  const agreed = sum(matrix.map((line, k) => line[k] ?? 0));
  expect(rests).toContain(`${((100 * agreed) / n).toFixed(1)}% observed`);
  expect((await cellsOf(figures, "Percent agreement"))[1]).toBe(`${agreed} of ${n} pairs have the same code`);
  await axe(page);
  await noHorizontalScroll(page);

  // What is confused most is the fullest cell off the diagonal, and its text holds as many pairs.
  const fullest = Math.max(...matrix.flatMap((line, i) => line.filter((_, k) => k !== i)));
  const confused = page.getByRole("table", { name: /^Pairs of codes that are confused/ });
  const first = confused.getByRole("button").first();
  expect(number(await first.innerText())).toBe(fullest);
  await first.click();
  const panel = page.getByRole("complementary", { name: /: .+\. .+: / });
  await expect(places(panel)).toHaveCount(fullest);
  await axe(page);
  await noHorizontalScroll(page);
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(first).toBeFocused();
  const shown = confused.getByRole("row");
  await expect(shown).toHaveCount(11);
  await page.getByRole("button", { name: /^Show all \d+$/ }).click();
  const off = matrix.flatMap((line, i) => line.filter((count, k) => k !== i && count > 0)).length;
  await expect(shown).toHaveCount(off + 1);
});

test("what counts as a pair is a choice that the address keeps", async ({ page, axe, noHorizontalScroll }) => {
  await enterSample(page);
  await openAgreement(page, "Round 1", "Which code");
  const section = page.getByRole("region", { name: "Which code, where both coded" });
  const counted = section.getByRole("listitem");
  const numbers = async () =>
    (await counted.allInnerTexts()).map((words) => words.match(/\d[\d,]*/g)?.map(number) ?? []);
  await expect(counted).toHaveCount(3);
  const [[all = 0] = []] = await numbers();

  // Each excerpt in one pair at most: with those left over on either side they are all excerpts.
  await page.getByRole("radio", { name: "One at most" }).click();
  const holsti = section.getByRole("rowheader", { name: "Holsti's CR" });
  await expect(holsti).toBeVisible();
  const [[pairs = 0] = [], [excerpts1 = 0, alone1 = 0] = [], [excerpts2 = 0, alone2 = 0] = []] = await numbers();
  expect([excerpts1 - alone1, excerpts2 - alone2]).toEqual([pairs, pairs]);
  expect(pairs).toBeLessThan(all);
  const table = page.getByRole("table", { name: "Agreement on which code was chosen" });
  const matrix = await matrixOf(page);
  const same = sum(matrix.map((line, k) => line[k] ?? 0));
  expect((await cellsOf(table, "Holsti's CR"))[0]).toBe(`${((200 * same) / (excerpts1 + excerpts2)).toFixed(1)}%`);

  await page.getByRole("switch", { name: "With “nothing”" }).press(" ");
  await expect.poll(async () => (await numbers())[0]?.[0]).toBe(pairs + alone1 + alone2);
  await page.getByRole("radio", { name: "50%" }).click();
  await expect.poll(async () => (await numbers())[1]?.[1] ?? 0).toBeGreaterThan(alone1);
  await page.getByRole("button", { name: /Codes compared/ }).click();
  await page.getByRole("option", { name: "Top themes" }).click();
  await expect.poll(async () => (await matrixOf(page)).length).toBe(3);
  const before = await numbers();

  await page.reload();
  await expect(page.getByRole("radio", { name: "50%" })).toBeChecked();
  await expect(page.getByRole("radio", { name: "One at most" })).toBeChecked();
  await expect(page.getByRole("switch", { name: "With “nothing”" })).toBeChecked();
  await expect.poll(numbers).toEqual(before);

  // A cell opens the pairs that these choices make, and a place opens in the reconciliation.
  const [top] = await matrixOf(page);
  const nothing = page.getByRole("button", { name: /Effects of resourcing, .* Nothing: \d+/ });
  await nothing.focus();
  await nothing.press("Enter");
  const panel = page.getByRole("complementary", { name: /no excerpt/ });
  await expect(places(panel)).toHaveCount(top?.[2] ?? 0);
  await axe(page);
  await noHorizontalScroll(page);
  const [document] = (await places(panel).first().innerText()).split(", turn");
  await panel.getByRole("link", { name: "In the text" }).first().click();
  await expect(page.getByRole("button", { name: new RegExp(document ?? "") })).toHaveAttribute("aria-current", "true");
  await expect(page.getByRole("heading", { name: /^Disagreement \d+ of \d+$/ })).toBeVisible();
});

test("sets of codes are figured over everything and over what somebody coded", async ({ page }) => {
  await enterSample(page);
  await openAgreement(page, "Round 1", "Which code");
  const sets = page.getByRole("table", { name: "Agreement on sets of codes, counted by turn" });
  await expect(sets).toBeVisible();
  const [allTurns, codedTurns] = (await cellsOf(sets, "Turns")).map(number);
  const [sameOfAll, sameOfCoded] = (await cellsOf(sets, "The same set")).map(number);
  // Where nobody coded both sets are empty: what differs is the same in both columns.
  const differ = (items = 0, share = 0) => Math.round(items * (1 - share / 100));
  expect(differ(allTurns, sameOfAll)).toBe(differ(codedTurns, sameOfCoded));
  const [nominal, jaccard, masi] = await Promise.all(
    ["α, nominal", "α, Jaccard", "α, MASI"].map(async (name) => number((await cellsOf(sets, name))[0])),
  );
  // MASI lies between all or nothing and the plain share.
  expect(nominal).toBeLessThan(masi ?? 0);
  expect(masi).toBeLessThan(jaccard ?? 0);
});

test("a plan says how many documents, beside what independent items would ask for", async ({
  page,
  axe,
  noHorizontalScroll,
}) => {
  await enterSample(page);
  await openAgreement(page, "Round 1", "Planning");
  const plan = page.getByRole("region", { name: "The plan" });
  await expect(plan.getByText(/^\d+ documents$/)).toBeVisible();
  await axe(page);
  await noHorizontalScroll(page);

  // The pilot fills in what the round tells.
  await page.getByRole("button", { name: /Pilot: a code of this round/ }).click();
  await page.getByRole("option", { name: "Compassion fatigue" }).click();
  const place = placeOf(page);
  type Report = {
    codes: { id: string; name: string }[];
    figures: { codeId: string; pooled: { table: Record<string, number> } }[];
  };
  const { answer } = await ask<{ answer: Report }>(page, "/api/reads/agreement-report", place);
  const codeId = answer.codes.find(({ name }) => name === "Compassion fatigue")?.id;
  const cells = answer.figures.find((each) => each.codeId === codeId)?.pooled.table ?? {};
  const { both = 0, onlyFirst = 0, onlySecond = 0, neither = 0 } = cells;
  const n = both + onlyFirst + onlySecond + neither;
  const share = (2 * both + onlyFirst + onlySecond) / (2 * n);
  await expect(page.getByLabel("Share of turns with the code")).toHaveValue(`${Number((100 * share).toFixed(2))}%`);
  await expect(page.getByLabel("Turns in a document")).toHaveValue(String(Number((n / 8).toFixed(1))));

  // Published tables, with items that are documents: Fleiss, Cohen & Everitt 1969; Donner & Eliasziw 1992.
  await page.getByRole("button", { name: /Pilot: a code of this round/ }).click();
  await page.getByRole("option", { name: "None, my own numbers" }).click();
  const fill = async (label: string, value: string) => {
    await page.getByLabel(label, { exact: true }).fill(value);
    await page.getByLabel(label, { exact: true }).press("Tab");
  };
  await fill("Share of turns with the code", "30%");
  await fill("Turns in a document", "1");
  await fill("κ that is expected", "0.6");
  await expect(plan.getByText(/If every turn were independent of the others, 296 turns would do/)).toBeVisible();
  await page.getByRole("radio", { name: "To tell one κ from another" }).click();
  await fill("κ to rule out", "0.4");
  await fill("κ that is expected", "0.6");
  await expect(plan.getByText("191 documents", { exact: true })).toBeVisible();
  await fill("Turns in a document", "40");
  await fill("Design effect of documents", "2");
  await expect(plan.getByText("10 documents", { exact: true })).toBeVisible();
  await expect(plan.getByText("with about 400 turns in all")).toBeVisible();
  const others = page.getByRole("table", { name: "Documents by share of the code and design effect" });
  expect((await cellsOf(others, "30%")).some((words) => words === "10 (400)")).toBe(true);
  await axe(page);

  await fill("Design effect of documents", "0.5");
  await expect(page.getByText("From 1 to 10,000: below 1 a plan would count on luck.")).toBeVisible();
  await expect(plan.getByText(/There is no plan yet/)).toBeVisible();
  await axe(page);
  await fill("Design effect of documents", "2");
  await page.reload();
  await expect(plan.getByText("10 documents", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "As at the beginning" }).click();
  await expect(page.getByLabel("Turns in a document")).toHaveValue("1");
});
