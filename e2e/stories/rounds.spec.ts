import type { Page } from "playwright/test";
import { expect, test } from "../fixtures/tandem-test";
import { ask, enterSample, openRound, placeOf, walkIntoSample } from "./sample-study";

test.describe.configure({ timeout: 180_000 });

async function submitAll(coder: Page, place: { projectId: string; roundId: string }): Promise<void> {
  const { answer } = await ask<{ answer: { documents: { id: string }[] } }>(coder, "/api/reads/round-progress", place);
  for (const { id: documentId } of answer.documents) {
    const desk = { ...place, documentId };
    const own = await ask<{ answer: { set: { id: string } } }>(coder, "/api/reads/desk-codings", desk);
    await ask(coder, "/api/acts/submit-coding", { projectId: place.projectId, setId: own.answer.set.id });
  }
}

test("the lead opens a round, sees who has submitted, reopens a document and reveals", async ({
  page,
  person,
  axe,
  noHorizontalScroll,
}) => {
  await walkIntoSample(page);
  const project = page.url();
  await page.goto(`${project}/rounds/new`);
  await expect(page.getByLabel("Name")).toHaveValue("Round 3");
  await axe(page);
  await noHorizontalScroll(page);

  await page.getByLabel("Name").fill("Pilot");
  await page.getByRole("checkbox", { name: "All documents" }).press(" ");
  await expect(page.getByText("Choose at least one document.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Open the round" })).toBeDisabled();
  await page.getByRole("checkbox", { name: /Interview P233/ }).press(" ");
  await page.getByRole("checkbox", { name: /Jo Lindqvist/ }).press(" ");
  await expect(page.getByText("Choose at least two coders.")).toBeVisible();
  await page.getByRole("checkbox", { name: /Jo Lindqvist/ }).press(" ");
  await page.getByRole("switch", { name: /Open codebook/ }).press(" ");
  await expect(page.getByText(/labelled “not blind”/)).toBeVisible();
  await page.getByRole("button", { name: "Open the round" }).click();

  await expect(page.getByRole("heading", { level: 1, name: "Pilot" })).toBeVisible();
  await expect(page.getByText(/Not blind: the codebook is open/)).toBeVisible();
  const row = page.getByRole("row", { name: /Interview P233/ });
  await expect(row.getByText("Open")).toHaveCount(2);
  await axe(page);
  const place = placeOf(page);

  const coder = await person();
  await walkIntoSample(coder, "Coder A");
  await openRound(coder, "Pilot");
  await expect(coder.getByRole("columnheader", { name: "Sam Okafor (you)" })).toBeVisible();
  await expect(coder.getByRole("columnheader", { name: /Lindqvist/ })).toHaveCount(0);
  await expect(coder.getByRole("button", { name: /Reveal/ })).toHaveCount(0);
  await axe(coder);

  // The lead hears of it without reloading.
  await submitAll(coder, place);
  await expect(row.getByText("Submitted")).toHaveCount(1);
  await expect(page.getByText("1 of 2 submitted")).toBeVisible();

  await page.getByRole("button", { name: "Reopen Interview P233 for Sam Okafor" }).click();
  const reopen = page.getByRole("dialog");
  await expect(reopen.getByRole("button", { name: "Reopen" })).toBeDisabled();
  await axe(page);
  await reopen.getByLabel("Reason").fill("The last page was missing from the file.");
  await reopen.getByRole("button", { name: "Reopen" }).click();
  await expect(row.getByText("Open")).toHaveCount(2);
  await submitAll(coder, place);
  await expect(page.getByText("1 of 2 submitted")).toBeVisible();

  await page.getByRole("link", { name: "Agreement", exact: true }).click();
  await expect(page.getByText("Figures come with the reveal")).toBeVisible();
  await axe(page);
  await page.getByRole("link", { name: "Reconciliation", exact: true }).click();
  await expect(page.getByText("Disagreements come with the reveal")).toBeVisible();
  await page.getByRole("link", { name: "Progress", exact: true }).click();

  await page.getByRole("button", { name: "Reveal the round…" }).click();
  const dialog = page.getByRole("alertdialog", { name: "Reveal “Pilot”" });
  await expect(dialog.getByText("1 not submitted")).toBeVisible();
  await axe(page);
  const reveal = dialog.getByRole("button", { name: "Reveal for good" });
  await dialog.getByLabel("Type “Pilot” to confirm").fill("Pilot");
  await expect(reveal).toBeDisabled();
  await dialog.getByLabel("Reason for revealing all the same").fill("Jo has left the team.");
  await expect(reveal).toBeEnabled();
  await dialog.getByLabel("Type “Pilot” to confirm").fill("pilot");
  await expect(reveal).toBeDisabled();
  await dialog.getByLabel("Type “Pilot” to confirm").fill("Pilot");
  await reveal.click();

  await expect(page.getByText(/^Done: Revealed/)).toBeVisible();
  await expect(page.getByText("Jo has left the team.")).toBeVisible();
  await expect(row.getByText("Frozen")).toHaveCount(2);
  await axe(page);
  await noHorizontalScroll(page);
  await expect(coder.getByText(/^Done: Revealed/)).toBeVisible();

  await page.getByRole("link", { name: "See the agreement" }).click();
  await expect(page.getByText("Not defined: neither coder used it").first()).toBeVisible();
  await expect(page.getByText("Not blind: this round had an open codebook.")).toBeVisible();
  await axe(page);
});

test("a stranger to the round finds nothing at its address", async ({ page, expectedErrors }) => {
  expectedErrors.push(/404/);
  await enterSample(page, "Coder B");
  const project = page.url();
  const response = await page.goto(`${project}/rounds/${"0".repeat(32)}`);
  expect(response?.status()).toBe(404);
  const notTheirs = await page.goto(`${project}/rounds/new`);
  expect(notTheirs?.status()).toBe(404);
});
