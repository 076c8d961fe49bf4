import type { Page } from "playwright/test";
import { expect, test } from "../fixtures/tandem-test";
import { ask, enterSample } from "./sample-study";

const ids = (names: readonly string[]) => names.map((id) => `"{""ImportId"":""${id}""}"`).join(",");
const HEAD = [
  "StartDate,Status,IPAddress,Progress,Finished,ResponseId,Q1,Q2,Q3",
  'Start Date,Response Type,IP Address,Progress,Finished,Response ID,How satisfied are you?,Why is that?,"Anything else?\n\n(As detailed as you can.)"',
  ids(["startDate", "status", "ipAddress", "progress", "finished", "_recordId", "QID1", "QID2_TEXT", "QID3_TEXT"]),
];
const FIRST = [
  "2026-03-01 09:00:00,Survey Preview,1.2.3.4,100,True,R_0,Very,only a test,",
  '2026-03-01 10:00:00,IP Address,1.2.3.5,100,True,R_1,Not at all,"Four short, and nobody said so.",N/A',
  "2026-03-01 11:00:00,IP Address,1.2.3.6,40,False,R_2,Very,My sergeant knows us.,",
];
const LATER = [
  "2026-03-09 10:00:00,IP Address,1.2.3.7,100,True,R_3,Very,We were asked at last.,The poster helped nobody.",
];

async function drop(page: Page, name: string, rows: readonly string[]): Promise<void> {
  const buffer = Buffer.from(`\uFEFF${[...HEAD, ...rows].join("\r\n")}\r\n`);
  await page.locator('input[type="file"]:not([webkitdirectory])').setInputFiles({ name, mimeType: "text/csv", buffer });
}

test("a survey becomes documents and attributes, and takes later rows", async ({ page, axe, noHorizontalScroll }) => {
  await enterSample(page);
  const projectId = "5".repeat(32);
  await ask(page, "/api/acts/create-project", { projectId, name: "Asked in writing" });
  await page.goto(`/sample/projects/${projectId}/import`);

  await test.step("the file is recognised, and what it would store is decided", async () => {
    await drop(page, "Staff survey.csv", FIRST);
    await expect(page.getByText("It looks like an export of Qualtrics.")).toBeVisible();
    await expect(page.getByRole("button", { name: /^3 Header rows/ })).toBeVisible();
    const columns = page.getByRole("table", { name: "Columns of the survey" });
    await expect(columns.getByRole("row", { name: /IPAddress/ })).toContainText("Left out");
    await expect(columns.getByRole("row", { name: /IPAddress/ })).toContainText("May say who or where");
    await expect(columns.getByLabel("Name of the document made of Q2")).toHaveValue("Why is that?");
    await expect(page.getByText("2 documents, 5 attributes, 2 respondents; 1 column is left out.")).toBeVisible();
    await page.getByRole("checkbox", { name: "Leave out 1 row that was not finished" }).press(" ");
    await expect(page.getByText(/1 respondent;/)).toBeVisible();
    await page.getByRole("checkbox", { name: "Leave out 1 row that was not finished" }).press(" ");
    await columns.getByRole("button", { name: /Q3 is taken for/ }).click();
    await page.getByRole("option", { name: "Left out" }).click();
    await expect(page.getByText(/^1 document, 5 attributes, 2 respondents; 2 columns/)).toBeVisible();
    await axe(page);
    await page.setViewportSize({ width: 1024, height: 768 });
    await noHorizontalScroll(page);
    await page.getByLabel("Name of the survey").fill("Staff 2026");
    await page.getByRole("button", { name: "Import the survey" }).click();
    await expect(page.getByText("“Staff 2026” is imported")).toBeVisible();
    await axe(page);
  });

  await test.step("its answers are turns", async () => {
    await page.getByRole("link", { name: "Why is that?" }).click();
    await expect(page.getByText("Four short, and nobody said so.")).toBeVisible();
    await expect(page.getByText("R_2", { exact: true }).first()).toBeAttached();
    await expect(page.getByText("only a test")).toHaveCount(0);
  });

  await test.step("later rows come behind those that are here", async () => {
    await page.goto(`/sample/projects/${projectId}/import`);
    await drop(page, "Staff survey, all.csv", [...FIRST, ...LATER]);
    await page.getByRole("radio", { name: /Later rows of “Staff 2026”/ }).press(" ");
    await page.getByRole("button", { name: "Add the rows" }).click();
    await expect(page.getByText("Rows were added to “Staff 2026”")).toBeVisible();
    await expect(page.getByText(/1 respondent is new; 2 were here already/)).toBeVisible();
    await page.getByRole("link", { name: "Why is that?" }).click();
    await expect(page.getByText("We were asked at last.")).toBeVisible();
    await expect(page.getByText("Four short, and nobody said so.")).toBeVisible();
  });
});
