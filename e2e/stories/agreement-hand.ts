import { expect, type Locator, type Page } from "playwright/test";
import { openRound } from "./sample-study";

export async function openAgreement(page: Page, round: string, view: string): Promise<void> {
  await openRound(page, round);
  await page.getByRole("link", { name: "Agreement", exact: true }).click();
  await openView(page, view);
}

export async function openView(page: Page, view: string): Promise<void> {
  const tab = page
    .getByRole("navigation", { name: "Views of the agreement" })
    .getByRole("link", { name: view, exact: true });
  await tab.click();
  await expect(tab).toHaveAttribute("aria-current", "page");
}

export const number = (words: string | undefined) =>
  Number((words ?? "").replaceAll(",", "").replace("−", "-").replace("%", ""));

/** The words of a row's cells, its head left out. */
export async function cellsOf(table: Locator, row: string): Promise<string[]> {
  const line = table.getByRole("row").filter({ has: table.page().getByRole("rowheader", { name: row, exact: true }) });
  await expect(line).toHaveCount(1);
  return line.getByRole("cell").allInnerTexts();
}

export const twoDecimals = (value: number) => value.toFixed(2).replace("-", "−");
export const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Cohen's κ of a square of counts, by its definition. */
export function kappaOf(matrix: readonly (readonly number[])[]): number {
  const n = sum(matrix.flat());
  const rows = matrix.map(sum);
  const columns = matrix.map((_, k) => sum(matrix.map((line) => line[k] ?? 0)));
  const observed = sum(matrix.map((line, k) => line[k] ?? 0)) / n;
  const expected = sum(rows.map((row, k) => (row * (columns[k] ?? 0)) / n ** 2));
  return (observed - expected) / (1 - expected);
}
