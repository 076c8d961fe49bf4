import { type APIRequestContext, expect, type Page } from "playwright/test";

export type SampleSeat = "Lead" | "Coder A" | "Coder B";

/** Enters the sample study as a visitor does, takes a seat, and stands on its project. */
export async function enterSample(page: Page, seat: SampleSeat = "Lead"): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: "Look around the sample study" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Projects" })).toBeVisible();
  if (seat !== "Lead") {
    await page.getByRole("complementary", { name: "Sample study" }).getByText(seat, { exact: true }).click();
    await expect(page.getByRole("radio", { name: seat })).toBeChecked();
  }
  await page.getByRole("link", { name: "Wellbeing of RASSO officers (sample)" }).click();
  await expect(page.getByRole("link", { name: "Round 1" })).toBeVisible();
}

export async function openRound(page: Page, round: string): Promise<void> {
  await page.getByRole("link", { name: round, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: round })).toBeVisible();
}

/** The ids in the address of a round's page. */
export function placeOf(page: Page): { projectId: string; roundId: string } {
  const [, projectId, roundId] = /projects\/([0-9a-f]{32})\/rounds\/([0-9a-f]{32})/.exec(page.url()) ?? [];
  if (!projectId || !roundId) throw new Error(`${page.url()} is not the page of a round`);
  return { projectId, roundId };
}

/** Asks the API as the page's person does; answers what came back. */
export async function ask<Answer>(page: Page, address: string, body: unknown): Promise<Answer> {
  const response = await page.request.post(address, {
    data: body,
    headers: { "x-tandem-workspace": "sample", origin: new URL(page.url()).origin },
  });
  expect(response.ok(), `${address}: ${await response.text()}`).toBe(true);
  return (await response.json()) as Answer;
}

/** Puts the sample back as it comes, for tests that change what the next one would begin with. */
export async function freshSample(request: APIRequestContext, origin = ""): Promise<void> {
  const response = await request.post("/api/sample/reset", { data: { as: "lead" }, headers: { origin } });
  expect(response.ok(), await response.text()).toBe(true);
}
