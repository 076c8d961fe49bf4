import fs from "node:fs";
import { expect, test } from "../fixtures/tandem-test";
import { enterSample } from "./sample-study";

test.describe.configure({ timeout: 180_000 });

test("quotes of chosen codes, as they will stand in the paper, and as files", async ({
  page,
  axe,
  noHorizontalScroll,
}) => {
  await enterSample(page);
  await page.getByRole("link", { name: "Quotes" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Quotes" })).toBeVisible();
  await expect(page.getByText(/disagreements are not settled yet/)).toBeVisible();
  await axe(page);
  await noHorizontalScroll(page);

  const group = page.getByRole("region", { name: "Effects of resourcing › Levels of support" });
  await expect(group.getByRole("listitem").first()).toContainText(/\[(Interview|Focus Group) #P\d+/);
  await page.getByRole("checkbox", { name: "All codes" }).press(" ");
  await expect(page.getByText("The chosen codes have no quotes")).toBeVisible();
  await expect(page.getByRole("link", { name: "Quotes (.docx)" })).toHaveCount(0);

  // A theme takes its sub-themes with it; one of them is left out again.
  await page.getByRole("checkbox", { name: "Conservation of resources" }).press(" ");
  await page.getByRole("checkbox", { name: "Compassion fatigue" }).press(" ");
  await expect(page.getByRole("region", { name: "Conservation of resources › Officer disassociation" })).toBeVisible();
  await expect(page.getByRole("region", { name: /Compassion fatigue/ })).toHaveCount(0);
  await expect(group).toHaveCount(0);
  await axe(page);

  const download = async (name: string) => {
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name, exact: true }).click(),
    ]);
    return { name: file.suggestedFilename(), bytes: fs.readFileSync(await file.path()) };
  };
  const csv = await download("Quotes (.csv)");
  const shown = await page.getByRole("blockquote").first().innerText();
  expect(csv.name).toMatch(/\.csv$/);
  expect(csv.bytes.toString("utf8")).toContain(shown.slice(0, 40).replaceAll('"', '""'));
  expect(csv.bytes.toString("utf8")).toContain("Officer disassociation");
  expect(csv.bytes.toString("utf8")).not.toContain("Compassion fatigue");
  const docx = await download("Quotes (.docx)");
  expect(docx.name).toMatch(/\.docx$/);
  expect(docx.bytes.subarray(0, 2).toString()).toBe("PK");
  const codebook = await download("Codebook (.csv)");
  expect(codebook.bytes.toString("utf8")).toContain("Compassion fatigue");
});

test("a coder quotes their own codings", async ({ page, axe }) => {
  await enterSample(page, "Coder A");
  await page.getByRole("link", { name: "Quotes" }).click();
  const count = page.getByText(/^\d+ quotes of \d+ codes/);
  const consensus = await count.innerText();
  await page.getByText("My codings", { exact: true }).click();
  await expect(count).not.toHaveText(consensus);
  await expect(page.getByText(/not settled yet/)).toHaveCount(0);
  await axe(page);
});
