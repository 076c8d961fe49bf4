import { expect, test } from "../fixtures/tandem-test";
import { enterSample, freshSample } from "./sample-study";

test.beforeEach(async ({ request, baseURL }) => freshSample(request, baseURL));

test("the codebook page asks the same: nest or merge, several moved as one, merged and split", async ({
  page,
  axe,
}) => {
  await enterSample(page, "Lead");
  await page.getByRole("link", { name: "Codebook", exact: true }).click();
  const grid = page.getByRole("treegrid", { name: "Theme tree" });
  const code = (name: string) => grid.getByRole("row", { name: new RegExp(`^${name}`) });
  await expect(code("Workload levels")).toBeVisible();

  // Two chosen, one act.
  await code("Levels of support").click();
  await code("Workload levels").click({ modifiers: ["ControlOrMeta"] });
  await expect(page.getByText("2 codes are chosen")).toBeVisible();
  await axe(page);
  await page.getByRole("button", { name: "Move them to…" }).click();
  const moving = page.getByRole("dialog", { name: "Move 2 codes" });
  await moving.getByRole("option", { name: "Conservation of resources", exact: true }).click();
  await axe(page);
  await moving.getByRole("button", { name: "Move" }).click();
  await expect(moving).toHaveCount(0);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  const undo = page.getByRole("button", { name: /^Undo moving several codes/ });
  await expect(undo).toBeVisible();
  await undo.click();
  await expect(page.getByRole("button", { name: /^Redo moving several codes/ })).toBeVisible();

  // The menu of a row, by a right click or the keyboard's key for it.
  await code("Workload levels").click();
  await code("Workload levels").click({ button: "right" });
  const menu = page.getByRole("menu");
  await axe(page);
  await menu.getByRole("menuitem", { name: /^Merge into/ }).click();
  const merging = page.getByRole("dialog", { name: /^Merge “Workload levels”/ });
  await merging.getByRole("combobox", { name: "Into" }).fill("levels of supp");
  await merging.getByRole("option", { name: /Levels of support$/ }).click();
  await expect(merging).toContainText("None of your codings change. Codings of others and of closed rounds keep");
  await merging.getByRole("button", { name: "Merge" }).click();
  await expect(code("Workload levels")).toHaveAccessibleName(/retired/);
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: /^Undo merging/ }).click();
  await expect(code("Workload levels")).not.toHaveAccessibleName(/retired/);

  // Splitting is there as well; a lead who has coded nothing has nothing to move.
  await code("Workload levels").click();
  await page.getByRole("button", { name: "Split…" }).click();
  const splitting = page.getByRole("dialog", { name: "Split “Workload levels”" });
  await expect(splitting).toContainText("None of your excerpts of this code can move.");
  await page.keyboard.press("Escape");

  await code("Workload levels").dragTo(code("Levels of support"));
  const question = page.getByRole("dialog", { name: /^Nest below “Levels of support”/ });
  await expect(question).toBeVisible();
  await axe(page);
  await question.getByRole("button", { name: /^Nest below/ }).click();
  await expect(code("Workload levels")).toHaveAttribute("aria-level", "3");
});
