import { expect, test } from "../fixtures/tandem-test";

// The page is long, and axe reads all of it.
test.describe.configure({ timeout: 120_000 });

test("the method page says what each figure is, and its contents lead there", async ({
  page,
  axe,
  noHorizontalScroll,
}) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Look around the sample study" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Projects" })).toBeVisible();
  await page.goto("/sample/method");
  await expect(page.getByRole("heading", { level: 1, name: "How agreement is computed" })).toBeVisible();

  const contents = page.getByRole("navigation", { name: "Contents" });
  const figure = page.getByRole("article", { name: "Cohen's κ", exact: true });
  await expect(figure).not.toBeInViewport();
  await contents.getByRole("link", { name: "Cohen's κ", exact: true }).click();
  await expect(page).toHaveURL(/#cohen-kappa$/);
  await expect(figure.getByRole("heading", { name: "Cohen's κ" })).toBeInViewport();
  await expect(figure).toContainText("κ = (po − pe)/(1 − pe)");
  await expect(figure).toContainText("Cohen 1960");
  // The contents stay where they are, and lead on.
  await expect(contents).toBeInViewport();
  await figure.getByRole("link", { name: "both-empty" }).click();
  await expect(page.locator("#reason-both-empty")).toBeInViewport();

  await contents.getByRole("link", { name: "Verbal labels and their authors" }).press("Enter");
  await expect(page.getByRole("table", { name: "What three authors call κ" })).toBeInViewport();
  await axe(page);
  await noHorizontalScroll(page);
});
