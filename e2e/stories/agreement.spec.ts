import type { Locator, Page } from "playwright/test";
import { expect, test } from "../fixtures/tandem-test";
import { enterSample, openRound } from "./sample-study";

test.describe.configure({ timeout: 180_000 });

const codes = (page: Page) => page.getByRole("table", { name: /^Agreement for each code/ });
const views = (page: Page) => page.getByRole("navigation", { name: "Views of the agreement" });
const number = (words: string | undefined) => Number((words ?? "").replace("−", "-").replace(/[,%]/g, ""));

async function openAgreement(page: Page): Promise<void> {
  await enterSample(page);
  await openRound(page, "Round 1");
  await page.getByRole("link", { name: "See the agreement" }).click();
  await expect(codes(page)).toBeVisible();
}

async function headsOf(table: Locator): Promise<string[]> {
  const words = await table.getByRole("columnheader").allTextContents();
  return words.map((each) => each.trim());
}

/** Whose figures come first is not theirs to know: coders stand in the order of their ids. */
async function namesOf(page: Page): Promise<readonly [string, string]> {
  const heads = (await headsOf(codes(page))).filter((words) => words.startsWith("Only "));
  const [first, second] = heads.map((words) => words.replace("Only ", ""));
  expect([first, second].sort()).toEqual(["Jo Lindqvist", "Sam Okafor"]);
  return [first ?? "", second ?? ""];
}

/** A row of the table of codes: what stands under each head. */
async function figuresOf(page: Page, row: string): Promise<Record<string, string>> {
  const [, ...heads] = await headsOf(codes(page));
  const cells = codes(page).getByRole("row", { name: row }).getByRole("cell");
  const words = await cells.allTextContents();
  return Object.fromEntries(heads.map((head, i) => [head, words[i]?.trim() ?? ""]));
}

/** The 2×2 counts of a row, for figures that this test computes by itself. */
async function tableOf(page: Page, row: string) {
  const [first, second] = await namesOf(page);
  const figures = await figuresOf(page, row);
  const [a, b, c, d] = ["Both", `Only ${first}`, `Only ${second}`, "Neither"].map((head) => number(figures[head]));
  return { figures, a: a ?? 0, b: b ?? 0, c: c ?? 0, d: d ?? 0 };
}

const kappaOf = ({ a, b, c, d }: Record<"a" | "b" | "c" | "d", number>) =>
  (2 * (a * d - b * c)) / ((a + b) * (b + d) + (a + c) * (c + d));

test("every figure opens the text behind it", async ({ page, axe, noHorizontalScroll }) => {
  await openAgreement(page);
  const [first, second] = await namesOf(page);
  await expect(page.getByText(`How far ${first} and ${second} agree.`)).toBeVisible();
  await axe(page);
  await noHorizontalScroll(page);

  const { figures, ...counts } = await tableOf(page, "Levels of support");
  const { a, b, c, d } = counts;
  expect(figures.κ).toBe(kappaOf(counts).toFixed(2));
  expect(figures.Agreement).toBe(`${(((a + d) / (a + b + c + d)) * 100).toFixed(1)}%`);
  expect(figures["Positive agreement"]).toBe(`${(((2 * a) / (2 * a + b + c)) * 100).toFixed(1)}%`);
  expect(figures.Prevalence).toBe(`${(((2 * a + b + c) / (2 * (a + b + c + d))) * 100).toFixed(1)}%`);

  // The table says how many turns; the panel holds just so many places.
  await page
    .getByRole("button", { name: /^κ of Levels of support/ })
    .first()
    .click();
  const panel = page.getByRole("complementary", { name: "Levels of support" });
  await expect(panel.getByRole("heading", { name: "Levels of support" })).toBeFocused();
  await expect(panel.getByRole("tab", { name: `Both ${a}` })).toBeVisible();
  await expect(panel.getByRole("tab", { name: `Only ${second} ${c}` })).toBeVisible();
  await expect(panel.getByRole("tab", { name: `Only ${first} ${b}` })).toHaveAttribute("aria-selected", "true");
  await expect(panel.getByRole("listitem").filter({ hasText: "In the text" })).toHaveCount(b);
  await axe(page);
  await noHorizontalScroll(page);
  await page.keyboard.press("Escape");
  await expect(panel).toHaveCount(0);
  await expect(page.getByRole("button", { name: /^κ of Levels of support/ }).first()).toBeFocused();

  // The drawing of the same figures opens it as well.
  const plot = page.getByRole("figure", { name: "κ by code, with its interval" });
  await plot.getByRole("button", { name: /^Levels of support: 0\.\d\d, interval 0\.\d\d to 0\.\d\d/ }).click();
  await expect(panel).toBeVisible();
});

test("what the figures are counted on is a choice, and the address keeps it", async ({ page }) => {
  await openAgreement(page);
  const byTurn = await figuresOf(page, "Levels of support");
  await page.getByRole("radio", { name: "Character" }).click();
  await expect(page.getByText(/AC1 and percent agreement come out near 1 whatever the coders do/)).toBeVisible();
  await expect.poll(async () => (await figuresOf(page, "Levels of support")).Both).not.toBe(byTurn.Both);
  await page.reload();
  await expect(page.getByText(/AC1 and percent agreement come out near 1 whatever the coders do/)).toBeVisible();
  await page.getByRole("radio", { name: "Turn" }).click();
  await expect.poll(async () => (await figuresOf(page, "Levels of support")).Both).toBe(byTurn.Both);

  const theme = await figuresOf(page, "Effects of resourcing");
  await page.getByRole("switch", { name: "Themes count with their sub-themes" }).press(" ");
  await expect
    .poll(async () => number((await figuresOf(page, "Effects of resourcing")).Both))
    .toBeLessThan(number(theme.Both));

  // Fewer turns are coded when all of one must be; the interviewers' turns can be left out.
  const turns = async () => number(/(\d[\d,]*) turns/.exec(await page.locator("main").innerText())?.[1]);
  const all = await turns();
  await page.getByRole("button", { name: /^More choices/ }).click();
  await page.getByRole("radio", { name: "all of it is coded" }).press(" ");
  await expect
    .poll(async () => number((await figuresOf(page, "Levels of support")).Both))
    .toBeLessThan(number(byTurn.Both));
  await page.getByRole("switch", { name: "Interviewers’ turns count too" }).press(" ");
  await page.keyboard.press("Escape");
  await expect(page.getByText(/The turns of interviewers and moderators were left out/)).toBeVisible();
  expect(await turns()).toBeLessThan(all);
  await expect(page.getByRole("button", { name: "More choices: 2 changed" })).toBeVisible();
});

test("words stand beside κ by the author that one chooses, or not at all", async ({ page, axe }) => {
  await openAgreement(page);
  await expect(codes(page).getByText("substantial").first()).toBeVisible();
  await expect(codes(page).getByRole("columnheader", { name: "Landis & Koch 1977" })).toBeVisible();
  await page.getByRole("button", { name: "More choices" }).click();
  await axe(page);
  await page.getByRole("radio", { name: "McHugh 2012" }).press(" ");
  await page.keyboard.press("Escape");
  // 0.69 is substantial to Landis & Koch and moderate to McHugh.
  await expect(codes(page).getByRole("row", { name: "Levels of support" })).toContainText("moderate");
  await expect(codes(page).getByText("substantial")).toHaveCount(0);
  await expect(page.getByText(/are those of McHugh 2012, Biochemia Medica 22:276–282/)).toBeVisible();
  await page.reload();
  await expect(codes(page).getByRole("columnheader", { name: "McHugh 2012" })).toBeVisible();
  await page.getByRole("button", { name: "More choices" }).click();
  await page.getByRole("radio", { name: "No words" }).press(" ");
  await page.keyboard.press("Escape");
  await expect(codes(page).getByText("moderate")).toHaveCount(0);
});

test("κ says how sure it is, over documents, by the method that one chooses", async ({ page }) => {
  await openAgreement(page);
  const shown = (await figuresOf(page, "Levels of support"))["95% interval"];
  // The same interval from the counts of each document, by the delta method: κ ± t(7) SE.
  await views(page).getByRole("link", { name: "Documents" }).click();
  const map = page.getByRole("figure", { name: "κ of each code in each document" });
  await map.getByText("Show the numbers").click();
  const rows = map.getByRole("table").getByRole("row").filter({ hasText: "Levels of support" });
  const tables = (await rows.allInnerTexts())
    .filter((words) => !words.startsWith("All documents"))
    .map((words) => words.split("\t").slice(3, 7).map(number))
    .map(([a = 0, b = 0, c = 0, d = 0]) => ({ a, b, c, d }));
  expect(tables).toHaveLength(8);
  const [low, high] = delta(tables, 2.364624);
  expect(shown).toBe(`${low.toFixed(2)} to ${high.toFixed(2)}`);
  await page.goBack();

  await page.getByRole("button", { name: "More choices" }).click();
  await page.getByText("90%", { exact: true }).click();
  const [lower, upper] = delta(tables, 1.894579);
  await expect
    .poll(async () => (await figuresOf(page, "Levels of support"))["90% interval"])
    .toBe(`${lower.toFixed(2)} to ${upper.toFixed(2)}`);
  await page.getByRole("radio", { name: /^Bootstrap/ }).press(" ");
  await expect(page.getByText(/2,000 resamples, percentiles, seed 1/).first()).toBeAttached();
  await page.getByRole("textbox", { name: "Seed of the bootstrap" }).fill("7");
  await page.getByRole("textbox", { name: "Seed of the bootstrap" }).press("Enter");
  await page.keyboard.press("Escape");
  await expect(page.getByText(/2,000 resamples, percentiles, seed 7/).first()).toBeVisible();
  const boot = (await figuresOf(page, "Levels of support"))["90% interval"];
  expect(boot).toMatch(/^0\.\d\d to 0\.\d\d$/);
  await page.reload();
  await expect(page.getByText(/2,000 resamples, percentiles, seed 7/).first()).toBeVisible();
  expect((await figuresOf(page, "Levels of support"))["90% interval"]).toBe(boot);
});

/** κ of the summed tables ± t times the standard error of Yang & Zhou 2014. */
function delta(tables: readonly Record<"a" | "b" | "c" | "d", number>[], t: number): [number, number] {
  const sum = (of: (table: (typeof tables)[number]) => number) => tables.reduce((total, table) => total + of(table), 0);
  const whole = { a: sum((x) => x.a), b: sum((x) => x.b), c: sum((x) => x.c), d: sum((x) => x.d) };
  const shares = ({ a, b, c, d }: typeof whole) => {
    const n = a + b + c + d;
    return { n, po: (a + d) / n, p1: (a + b) / n, p2: (a + c) / n };
  };
  const { n, po, p1, p2 } = shares(whole);
  const pe = p1 * p2 + (1 - p1) * (1 - p2);
  const squares = sum((table) => {
    const one = shares(table);
    const mixed = one.p1 * p2 + (1 - one.p1) * (1 - p2) + one.p2 * p1 + (1 - one.p2) * (1 - p1);
    const phi = (one.po - po) / (1 - pe) - ((1 - po) / (1 - pe) ** 2) * (mixed - 2 * pe);
    return ((one.n / n) * phi) ** 2;
  });
  const reach = t * Math.sqrt((squares * tables.length) / (tables.length - 1));
  return [kappaOf(whole) - reach, kappaOf(whole) + reach];
}

test("documents and codes are chosen; too few documents give no interval, and say so", async ({ page, axe }) => {
  await openAgreement(page);
  await page.getByRole("button", { name: "Documents: all 8" }).click();
  const picker = page.getByRole("dialog", { name: "Documents" });
  await axe(page);
  await picker.getByRole("checkbox", { name: "All", exact: true }).press(" ");
  await expect(picker.getByText(/Choose at least one/)).toBeVisible();
  for (const name of ["Interview P629", "Interview P714", "Interview P802", "Interview P811"]) {
    await picker.getByRole("checkbox", { name }).press(" ");
  }
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Documents: 4 of 8" })).toBeVisible();
  await expect(page.getByText("4 documents were not chosen.")).toBeVisible();
  const row = codes(page).getByRole("row", { name: "Levels of support" });
  await expect(row).toContainText("no interval: only 4 documents carry it (5 needed)");
  expect((await figuresOf(page, "Levels of support"))["95% interval"]).toBe("–");

  await page.getByRole("button", { name: "Codes: all 9" }).click();
  await page.getByRole("button", { name: "Themes only" }).click();
  await page.keyboard.press("Escape");
  await expect(row).toHaveCount(0);
  await expect(codes(page).getByRole("row", { name: "Effects of resourcing" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Codes: 2 of 9" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Documents: 4 of 8" })).toBeVisible();
});

test("further figures stand in the table when asked for, and over all codes there are three", async ({ page, axe }) => {
  await openAgreement(page);
  await page.getByRole("button", { name: "Columns" }).click();
  await axe(page);
  for (const name of ["Scott’s π", "PABAK", "Bias index", "SE of κ"]) {
    await page.getByRole("checkbox", { name }).press(" ");
  }
  await page.getByRole("checkbox", { name: "Documents" }).press(" ");
  await page.keyboard.press("Escape");
  await page.reload();
  const { figures, a, b, c, d } = await tableOf(page, "Workload levels");
  const n = a + b + c + d;
  const rate = (2 * a + b + c) / (2 * n);
  const byChance = rate ** 2 + (1 - rate) ** 2;
  expect(figures["Scott’s π"]).toBe((((a + d) / n - byChance) / (1 - byChance)).toFixed(2));
  expect(figures.PABAK).toBe(((2 * (a + d)) / n - 1).toFixed(2));
  expect(number(figures["Bias index"])).toBeCloseTo((b - c) / n, 1);
  expect(number(figures["SE of κ"])).toBeGreaterThan(0);
  expect(figures).not.toHaveProperty("Documents");

  // Of each code by itself: without sub-themes the foot stays as it is, and the mean is that of the rows.
  const foot = ["All codes, tables added up", "Mean of the defined κ", "Pooled κ (de Vries 2008)"];
  const kappas = () => Promise.all(foot.map(async (name) => (await figuresOf(page, name)).κ));
  const before = await kappas();
  await page.getByRole("switch", { name: "Themes count with their sub-themes" }).press(" ");
  await expect(page.getByText("Each code counts by itself, without the codes below it.")).toBeVisible();
  expect(await kappas()).toEqual(before);
  const all = await tableOf(page, "All codes, tables added up");
  expect(before[0]).toBe(kappaOf(all).toFixed(2));
  const rows = codes(page)
    .getByRole("row")
    .filter({ has: page.getByRole("button", { name: /^κ of / }) });
  const each = (await rows.getByRole("button", { name: /^κ of / }).allInnerTexts()).map(number);
  expect(number(before[1])).toBeCloseTo(each.reduce((sum, value) => sum + value, 0) / each.length, 1);

  // The same figures as files.
  await page.getByRole("button", { name: "Download the table" }).click();
  for (const [name, starts] of [
    ["CSV", ""],
    ["Word (.docx)", "PK"],
    ["JSON", "{"],
  ] as const) {
    const href = await page.getByRole("link", { name, exact: true }).getAttribute("href");
    const answer = await page.request.get(href ?? "");
    expect(answer.status(), `${name}: ${await answer.text()}`).toBe(200);
    expect((await answer.text()).startsWith(starts)).toBe(true);
  }
});

test("the heat map shows where the figure comes from, and a cell opens its document", async ({
  page,
  axe,
  noHorizontalScroll,
}) => {
  await openAgreement(page);
  await views(page).getByRole("link", { name: "Documents" }).click();
  const map = page.getByRole("figure", { name: "κ of each code in each document" });
  await expect(map).toBeVisible();
  await axe(page);
  await noHorizontalScroll(page);
  await map.getByText("Show the numbers").click();
  const row = map.getByRole("row").filter({ hasText: "Focus group 2" }).filter({ hasText: "Officer disassociation" });
  const [, , kappa, a = 0, b = 0, c = 0, d = 0] = (await row.innerText()).split("\t").map(number);
  expect(kappa?.toFixed(2)).toBe(kappaOf({ a, b, c, d }).toFixed(2));
  await map
    .getByRole("button", { name: new RegExp(`^Focus group 2, Officer disassociation: ${kappa?.toFixed(2)}`) })
    .click();
  const panel = page.getByRole("complementary", { name: "Officer disassociation, Focus group 2" });
  await panel.getByRole("tab", { name: `Both ${a}` }).click();
  const places = panel.getByRole("listitem").filter({ hasText: "In the text" });
  await expect(places).toHaveCount(a);
  await expect(places.filter({ hasText: "Focus group 2, turn" })).toHaveCount(a);
  await page.getByRole("button", { name: "Close the text" }).click();

  await page.getByRole("radio", { name: "Prevalence" }).click();
  const rate = (((2 * a + b + c) / (2 * (a + b + c + d))) * 100).toFixed(1);
  await expect(
    page.getByRole("button", { name: new RegExp(`^Focus group 2, Officer disassociation: ${rate}%`) }),
  ).toBeVisible();
  await page.reload();
  await expect(page.getByRole("figure", { name: "Prevalence of each code in each document" })).toBeVisible();
  // One document is one item, and one item has no κ.
  await page.getByRole("radio", { name: "κ" }).click();
  await page.getByRole("radio", { name: "Document" }).click();
  await expect(page.getByText(/each document is one item, and one item has no κ/)).toBeVisible();
});

test("the units stand side by side, and each number opens what it was counted on", async ({
  page,
  axe,
  noHorizontalScroll,
}) => {
  await openAgreement(page);
  const byTurn = await figuresOf(page, "Levels of support");
  await page.getByRole("radio", { name: "Sentence" }).click();
  await expect.poll(async () => (await figuresOf(page, "Levels of support")).Both).not.toBe(byTurn.Both);
  const bySentence = await figuresOf(page, "Levels of support");
  await page.getByRole("radio", { name: "Turn" }).click();
  await views(page).getByRole("link", { name: "Units" }).click();
  const table = page.getByRole("table", { name: "κ of each code by what is counted", exact: true });
  const cell = (unit: string) =>
    table.getByRole("button", { name: new RegExp(`^κ of Levels of support by ${unit}: `) });
  await expect(cell("turn")).toHaveText(byTurn.κ ?? "");
  await expect(cell("sentence")).toHaveText(bySentence.κ ?? "");
  await expect(page.getByText(/Larger units agree by containing more/)).toBeVisible();
  await axe(page);
  await noHorizontalScroll(page);
  await cell("sentence").click();
  const panel = page.getByRole("complementary", { name: "Levels of support, by sentence" });
  await expect(panel.getByRole("tab", { name: `Both ${bySentence.Both}` })).toBeVisible();
  await page.keyboard.press("Escape");

  // By character percent agreement says little: most of the text is coded by neither.
  await page.getByRole("radio", { name: "Agreement", exact: true }).click();
  const share = page.getByRole("button", { name: /^Agreement of Compassion fatigue by character: / });
  await expect(share).toBeVisible();
  expect(number(await share.innerText())).toBeGreaterThan(95);
  // Going back leads to the view before, with what was chosen.
  await page.goBack();
  await expect(codes(page)).toBeVisible();
});

test("an address that names what is no longer in the round shows the figures of the rest", async ({ page }) => {
  await openAgreement(page);
  const { figures } = await tableOf(page, "Levels of support");
  const old = new URL(page.url());
  old.searchParams.set("documents", "a".repeat(32));
  old.searchParams.set("second", "b".repeat(32));
  await page.goto(old.href);
  await expect(codes(page)).toBeVisible();
  await expect(page.getByText("There is nothing here")).toHaveCount(0);
  expect((await tableOf(page, "Levels of support")).figures).toEqual(figures);
});
