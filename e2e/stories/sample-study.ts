import { type APIRequestContext, expect, type Page } from "playwright/test";

export type SampleSeat = "Lead" | "Coder A" | "Coder B";

const STUDY = "Wellbeing of RASSO officers (sample)";

/** Walks into the sample study as a visitor does: by the door, to a seat, to its project. */
export async function walkIntoSample(page: Page, seat: SampleSeat = "Lead"): Promise<void> {
  await page.goto("/");
  await page.getByRole("button", { name: "Look around the sample study" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Projects" })).toBeVisible();
  if (seat !== "Lead") {
    await page.getByRole("complementary", { name: "Sample study" }).getByText(seat, { exact: true }).click();
    await expect(page.getByRole("radio", { name: seat })).toBeChecked();
  }
  await page.getByRole("link", { name: STUDY }).click();
  await expect(page.getByRole("link", { name: "Round 1" })).toBeVisible();
}

/** Stands on the sample study's project, without the way there: three pages fewer for each story. */
export async function enterSample(page: Page, seat: SampleSeat = "Lead"): Promise<void> {
  const { origin } = new URL((await page.request.get("/api/health")).url());
  const headers = { "x-tandem-workspace": "sample", origin };
  const as = seat.toLowerCase().replace(" ", "-");
  const entered = await page.request.post("/api/sample/enter", { data: { as }, headers });
  expect(entered.ok(), await entered.text()).toBe(true);
  const { answer } = (await (await page.request.get("/api/reads/my-projects", { headers })).json()) as {
    answer: { projectId: string; name: string }[];
  };
  const found = answer.find(({ name }) => name === STUDY);
  await page.goto(`/sample/projects/${found?.projectId}`);
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
