import type { Page } from "playwright/test";
import { expect, test } from "../fixtures/tandem-test";
import { codedRound, type Seat, type TurnsOfCodes } from "./coded-round";
import { ask, enterSample, openRound, placeOf, type SampleSeat } from "./sample-study";

interface Compared {
  readonly coders: readonly {
    readonly name: string;
    readonly codings: readonly { readonly codeId: string; readonly start: number; readonly end: number }[];
  }[];
}

const transcript = (page: Page) => page.getByRole("region", { name: /^Transcript of/ });
const text = (page: Page) => page.getByRole("application", { name: /^Text of/ });
const bar = (page: Page) => page.getByRole("region", { name: "Comparing coders" });
const painted = (page: Page, side: "left" | "right" | "both") => page.locator(`div[data-coding][data-side="${side}"]`);
const said = (page: Page, words: RegExp) => expect(page.getByRole("status").filter({ hasText: words })).toHaveCount(1);

async function openDocument(page: Page, document: string): Promise<void> {
  await page.locator("main").getByRole("link", { name: document, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: document })).toBeVisible();
  await expect(transcript(page)).toBeVisible();
  await expect(page.locator("html[data-waking]")).toHaveCount(0);
}

async function openView(page: Page): Promise<void> {
  await page.getByRole("button", { name: "View", exact: true }).press("Enter");
  await expect(page.getByRole("switch", { name: "Turn numbers" })).toBeVisible();
}

/** With the keyboard alone. */
async function compare(page: Page): Promise<void> {
  await openView(page);
  await page.getByRole("switch", { name: "Compare coders" }).press(" ");
  await expect(bar(page).getByRole("button", { name: "Stop comparing" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toHaveCount(0);
}

test("in a round that is not revealed there is nothing to compare", async ({ page }) => {
  await enterSample(page, "Coder A");
  await openDocument(page, "Interview P347");
  await openView(page);
  await expect(page.getByRole("switch", { name: "Compare coders" })).toHaveCount(0);
});

test("after the reveal a coder sees and hears on the desk what both did", async ({ page, axe, noHorizontalScroll }) => {
  test.slow();
  await enterSample(page, "Coder A");
  await openRound(page, "Round 1");
  const { projectId, roundId } = placeOf(page);
  await openDocument(page, "Interview P629");
  await expect(painted(page, "both")).toHaveCount(0);
  await compare(page);
  await said(page, /^Comparing Sam Okafor, left, and Jo Lindqvist, right\./);

  // What it counts is what the two did, counted here another way.
  const documentId = /documents\/([0-9a-f]{32})/.exec(page.url())?.[1] ?? "";
  const place = { projectId, documentId, roundId };
  const { answer } = await ask<{ answer: Compared }>(page, "/api/reads/compared-codings", place);
  const keysOf = (name: string) =>
    new Set(
      answer.coders
        .find((each) => each.name === name)
        ?.codings.map((each) => JSON.stringify([each.codeId, each.start, each.end])),
    );
  const [sam, jo] = [keysOf("Sam Okafor"), keysOf("Jo Lindqvist")];
  const alike = [...sam].filter((key) => jo.has(key)).length;
  expect(alike).toBeGreaterThan(0);
  await expect(bar(page).getByText(`${alike} alike`)).toBeVisible();
  await expect(
    bar(page)
      .getByText(new RegExp(`^ ?${sam.size - alike} alone`))
      .first(),
  ).toBeVisible();
  await expect(
    bar(page)
      .getByText(new RegExp(`^ ?${jo.size - alike} alone`))
      .last(),
  ).toBeVisible();

  // Each coder's stripes stand on their own side of the words, what is alike on both.
  await expect(painted(page, "left").first()).toHaveAttribute("title", /^Sam Okafor alone: .+/);
  await expect(painted(page, "right").first()).toHaveAttribute("title", /^Jo Lindqvist alone: .+/);
  await expect(painted(page, "both").first()).toHaveAttribute("title", /^Sam Okafor and Jo Lindqvist, alike: .+/);
  const sides = await page.locator("div[data-coding][data-side]").evaluateAll((stripes) =>
    stripes.map((stripe) => {
      const words = stripe.closest("article")?.querySelector("p")?.getBoundingClientRect();
      const { left, right } = stripe.getBoundingClientRect();
      const at = !words ? "nowhere" : right < words.left ? "left" : left > words.right ? "right" : "over the words";
      return { id: stripe.getAttribute("data-coding"), side: stripe.getAttribute("data-side"), at };
    }),
  );
  for (const { side, at } of sides) expect(side === "both" ? ["left", "right"] : [side]).toContain(at);
  for (const { id } of sides.filter(({ side }) => side === "both")) {
    const places = sides.filter((each) => each.id === id).map(({ at }) => at);
    expect(new Set(places)).toEqual(new Set(["left", "right"]));
  }
  // Never by the colour alone: one-sided words have a line, of another kind on each side.
  const dashes = await page
    .locator('svg[data-layer] path:not([d*="v"])')
    .evaluateAll((lines) => [...new Set(lines.map((line) => getComputedStyle(line).strokeDasharray))]);
  expect(dashes).toHaveLength(2);

  // By ear: at the caret, and turn by turn.
  await text(page).focus();
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("h");
  await said(page, /^Turn 1.*Neither Sam Okafor nor Jo Lindqvist coded anything here\.$/);
  await page.keyboard.press("n");
  await page.keyboard.press("h");
  await said(page, /^Turn \d+.* Both: .+ Only Sam Okafor: .+ Only Jo Lindqvist: .+/);
  await expect(
    page.locator('article[aria-description*="Sam Okafor: "][aria-description*="Jo Lindqvist: "]').first(),
  ).toBeVisible();
  // It is there to be read.
  await page.keyboard.press("Control+Shift+ArrowRight");
  await page.keyboard.press(".");
  await said(page, /has been revealed/);
  await axe(page);
  await noHorizontalScroll(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await axe(page);
  await page.emulateMedia({ colorScheme: "light", forcedColors: "active" });
  await axe(page);
  await page.emulateMedia({ forcedColors: "none" });

  await bar(page).getByRole("button", { name: "Stop comparing" }).press("Enter");
  await expect(bar(page)).toHaveCount(0);
  await expect(page.locator("[data-side]")).toHaveCount(0);
  await expect(page.locator("div[data-coding]").first()).toHaveAttribute("title", /^(?!Sam|Jo)/);
  await expect(page.getByText(/The round has been revealed/).first()).toBeVisible();
});

test("a lead without a seat compares as well", async ({ page }) => {
  await enterSample(page);
  await openRound(page, "Round 1");
  await openDocument(page, "Focus group 1");
  await compare(page);
  await expect(bar(page).getByText("Jo Lindqvist", { exact: true })).toBeVisible();
  for (const side of ["left", "right"] as const) await expect(painted(page, side).first()).toBeVisible();
});

function coded(seat: SampleSeat): TurnsOfCodes {
  if (seat === "Lead") return { "Levels of support": [1, 3] };
  return { "Levels of support": seat === "Coder A" ? [1, 3, 5] : [1] };
}

test("of three coders any two are compared, and choosing one twice makes them change places", async ({
  freshServer,
  person,
  axe,
}) => {
  test.setTimeout(180_000);
  const pages = await Promise.all([person(freshServer), person(freshServer), person(freshServer)]);
  const [lead] = pages;
  const seats: readonly Seat[] = [
    { seat: "Lead", name: "Ruth Adeyemi", page: pages[0] },
    { seat: "Coder A", name: "Sam Okafor", page: pages[1] },
    { seat: "Coder B", name: "Jo Lindqvist", page: pages[2] },
  ];
  await codedRound({ name: "Three", documents: 1, coded, lead, seats });
  await lead.reload();
  await openRound(lead, "Three");
  await openDocument(lead, "Interview P233");
  await compare(lead);
  const picker = (side: "left" | "right") =>
    bar(lead).getByRole("button", { name: new RegExp(`Coder on the ${side}`) });
  const counts = () => bar(lead).getByRole("definition").allInnerTexts();
  await expect(picker("left")).toContainText("Ruth Adeyemi");
  await expect(picker("right")).toContainText("Jo Lindqvist");
  expect((await counts()).map((each) => each.trim())).toEqual(["1 alone", "1 alike", "0 alone"]);

  await picker("right").press("Enter");
  await lead.getByRole("option", { name: "Sam Okafor" }).press("Enter");
  await expect
    .poll(counts)
    .toEqual([" 0 alone", " 2 alike", " 1 alone"].map((each) => expect.stringContaining(each.trim())));
  await picker("left").press("Enter");
  await lead.getByRole("option", { name: "Sam Okafor" }).press("Enter");
  await expect(picker("right")).toContainText("Ruth Adeyemi");
  await expect.poll(counts).toEqual(["1 alone", "2 alike", "0 alone"].map((each) => expect.stringContaining(each)));
  await axe(lead);
});
