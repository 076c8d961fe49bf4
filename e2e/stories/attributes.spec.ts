import { expect, test } from "../fixtures/tandem-test";
import { enterSample } from "./sample-study";

test("participants and documents get attributes in a grid, by hand, by a block and by a table", async ({
  page,
  axe,
  noHorizontalScroll,
}) => {
  await enterSample(page);
  await page.getByRole("link", { name: "Attributes" }).click();
  const grid = page.getByRole("grid", { name: "Participants" });
  const cell = (row: number, column: number) => grid.locator(`[data-cell="${row},${column}"]`);

  await test.step("columns are added, of a kind", async () => {
    for (const [name, kind, choices] of [
      ["Years of service", "Number", ""],
      ["Rank", "Choice", "1 = Constable\n2 = Sergeant"],
    ]) {
      await page.getByRole("button", { name: "Add a column" }).click();
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel("Name").fill(name ?? "");
      await dialog.getByRole("button", { name: /Kind/ }).click();
      await page.getByRole("option", { name: new RegExp(`^${kind}`) }).click();
      if (choices) await dialog.getByLabel("Choices").fill(choices);
      await dialog.getByRole("button", { name: "Add", exact: true }).click();
      await expect(grid.getByRole("columnheader", { name: new RegExp(`^${name}`) })).toBeVisible();
    }
  });

  await test.step("cells are filled with the keyboard, and what does not fit is said at the cell", async () => {
    await cell(1, 1).focus();
    await page.keyboard.type("some");
    await page.keyboard.press("Enter");
    await expect(page.getByText("This is not a number.")).toBeVisible();
    await axe(page);
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("0007");
    await page.keyboard.press("Tab");
    await expect(cell(1, 1)).toHaveText("0007");
    await expect(cell(1, 2)).toBeFocused();
    await page.keyboard.press("s");
    await page.keyboard.press("Enter");
    await expect(cell(1, 2)).toHaveText("Sergeant");
    await expect(cell(2, 2)).toBeFocused();
    await page.keyboard.press("F2");
    await page.keyboard.press("Escape");
    await expect(cell(2, 2)).toHaveText("");
  });

  await test.step("a block of a spreadsheet is pasted, and undone in one step", async () => {
    await cell(2, 1).focus();
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text/plain", "12\tConstable\r\n4,5\t2\r\n");
      document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true }));
    });
    await expect(cell(3, 2)).toHaveText("Sergeant");
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    await page.keyboard.press("ControlOrMeta+z");
    await expect(cell(3, 1)).toHaveText("");
    await page.keyboard.press("ControlOrMeta+Shift+z");
    await expect(cell(3, 1)).toHaveText("4,5");
  });

  await test.step("a table that was filled in elsewhere is looked at and imported", async () => {
    const nameOf = (row: number) => cell(row, 0).locator("[title]").getAttribute("title");
    const names = [await nameOf(1), await nameOf(2)];
    const rows = ["Name,Years of service,Born", `${names[0]},8,1984-02-29`, `${names[1]},,1990-01-01`, "Nobody,1,"];
    await page.getByRole("button", { name: "Import a table" }).click();
    const dialog = page.getByRole("dialog");
    const file = { name: "people.csv", mimeType: "text/csv", buffer: Buffer.from(rows.join("\n")) };
    await dialog.locator('input[type="file"]').setInputFiles(file);
    await expect(dialog.getByText("2 rows of the table are about somebody here; 3 cells change.")).toBeVisible();
    await expect(dialog.getByText("Row 4: Nobody")).toBeVisible();
    await axe(page);
    await dialog.getByRole("button", { name: "Import the table" }).click();
    await expect(cell(1, 3)).toHaveText("1984-02-29");
    await expect(cell(2, 1)).toHaveText("12");
  });

  await test.step("documents have theirs, and the overview shows them", async () => {
    await page.getByRole("link", { name: "Documents", exact: true }).click();
    const documents = page.getByRole("grid", { name: "Documents" });
    await documents.locator('[data-cell="1,3"]').focus();
    await page.keyboard.type("Northern region");
    await page.keyboard.press("Enter");
    await expect(page.getByText("Saved", { exact: true })).toBeVisible();
    await page.setViewportSize({ width: 1024, height: 768 });
    await noHorizontalScroll(page);
    await axe(page);
    await page.getByRole("link", { name: "Overview" }).click();
    await expect(page.getByRole("table", { name: "Documents" })).toContainText("Northern region");
  });
});
