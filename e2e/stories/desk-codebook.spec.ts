import type { Locator, Page } from "playwright/test";
import { expect, test } from "../fixtures/tandem-test";
import { codeWords, selectWords } from "./desk-hand";
import { dragOnWords, dragWordsTo } from "./drag-hand";
import { ask, enterSample, freshSample, type SampleSeat } from "./sample-study";

const saved = (page: Page) => expect(page.getByText("Saved", { exact: true })).toBeVisible();
const tree = (page: Page) => page.getByRole("tree", { name: /^Codes/ });
const row = (page: Page, name: string) => tree(page).locator(`[role=treeitem][aria-label^="${name}"]`);
const undoButton = (page: Page, words: RegExp | string) => page.getByRole("button", { name: words });
const WORDS = ["DC, nine years in", "nearly five on this", "at the hospital"] as const;

/** Codes that one test merges would be missing in the next. */
test.beforeEach(async ({ request, baseURL }) => freshSample(request, baseURL));

async function openDesk(page: Page, seat: SampleSeat, document = "Interview P347"): Promise<void> {
  await enterSample(page, seat);
  await page.locator("main").getByRole("link", { name: document, exact: true }).click();
  await expect(page.getByRole("region", { name: /^Transcript of/ })).toBeVisible();
  await expect(page.locator("html[data-waking]")).toHaveCount(0);
  await expect(tree(page).getByRole("treeitem").first()).toBeVisible();
}

/** The tree as it stands: each name under its depth. */
async function shape(page: Page): Promise<string[]> {
  return tree(page)
    .getByRole("treeitem")
    .evaluateAll((rows) =>
      rows.map((each) => {
        const name = each.querySelector("[data-code-name]")?.textContent ?? "";
        return `${"-".repeat(Number(each.ariaLevel) - 1)}${name}`;
      }),
    );
}

async function openMenu(page: Page, name: string): Promise<Locator> {
  await row(page, name).focus();
  await page.keyboard.press("Shift+F10");
  const menu = page.getByRole("menu");
  await expect(menu).toBeVisible();
  return menu;
}

test("the lead renames in place, drags three codes into a theme, and takes that back as one", async ({ page, axe }) => {
  await openDesk(page, "Lead");
  const before = await shape(page);
  await row(page, "Workload levels").click();
  await page.keyboard.press("F2");
  const field = page.getByRole("textbox", { name: "New name of Workload levels" });
  await field.fill("Levels of support");
  await expect(page.getByText("There is a code with this name here already.")).toBeVisible();
  await axe(page);
  await field.press("Escape");
  expect(await shape(page)).toEqual(before);
  await page.keyboard.press("F2");
  await field.fill("Workload and pace");
  await field.press("Enter");
  await expect(row(page, "Workload and pace")).toBeFocused();
  await saved(page);
  await undoButton(page, /^Undo: wording of/).click();
  await expect(row(page, "Workload levels")).toBeVisible();

  // Chosen with Ctrl and Shift, dragged as one, dropped as one act.
  await row(page, "Levels of support").click();
  await row(page, "Number and quality of staff").click({ modifiers: ["ControlOrMeta"] });
  await row(page, "Workload levels").click({ modifiers: ["ControlOrMeta"] });
  await expect(tree(page).locator("[aria-selected=true]")).toHaveCount(3);
  await axe(page);
  await row(page, "Workload levels").dragTo(row(page, "Conservation of resources"));
  await expect
    .poll(() => shape(page))
    .toEqual([
      "Effects of resourcing",
      "-Support teams / self-managing risk",
      "Conservation of resources",
      "-Officer disassociation",
      "-Compassion fatigue",
      "-Officers as caring and compassionate",
      "-Levels of support",
      "-Number and quality of staff",
      "-Workload levels",
    ]);
  await saved(page);
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => shape(page)).toEqual(before);
  await saved(page);
  await page.reload();
  await expect.poll(() => shape(page)).toEqual(before);
});

test("a code dropped on a code: nest or merge is asked, each does what it says, and each is undone", async ({
  page,
  axe,
}) => {
  await openDesk(page, "Lead");
  await codeWords(page, WORDS[0], "workload lev");
  await codeWords(page, WORDS[1], "workload lev");
  const before = await shape(page);
  const known = await readCodings(page);
  const question = page.getByRole("dialog", { name: /^Nest below “Levels of support”/ });

  await row(page, "Workload levels").dragTo(row(page, "Levels of support"));
  await expect(question).toContainText("2 of your codings become “Levels of support”.");
  await expect(question).toContainText(
    "Codings of others and of closed rounds keep “Workload levels”, which is retired.",
  );
  await axe(page);
  await page.keyboard.press("Escape");
  expect(await shape(page)).toEqual(before);

  await row(page, "Workload levels").dragTo(row(page, "Levels of support"));
  await question.getByRole("button", { name: /^Nest below/ }).click();
  await expect.poll(() => shape(page)).toContain("--Workload levels");
  await saved(page);
  await undoButton(page, /^Undo: .*“Workload levels”/).click();
  await expect.poll(() => shape(page)).toEqual(before);

  await row(page, "Workload levels").dragTo(row(page, "Levels of support"));
  await question.getByRole("button", { name: /^Merge into/ }).click();
  await expect(row(page, "Workload levels")).toHaveCount(0);
  await expect(row(page, "Levels of support")).toHaveAttribute("aria-label", /, 2 codings of yours here$/);
  await saved(page);
  // Only the lead's own two have moved: what others coded keeps its code.
  const merged = await readCodings(page);
  expect(merged.get("Workload levels")).toBe((known.get("Workload levels") ?? 0) - 2);
  expect(merged.get("Levels of support")).toBe((known.get("Levels of support") ?? 0) + 2);
  await page.getByLabel("Show the retired code").check();
  await expect(row(page, "Workload levels, retired")).toBeVisible();
  await undoButton(page, /^Undo: /).click();
  await expect(row(page, "Workload levels, 2 codings")).toBeVisible();
  await saved(page);
  expect(await readCodings(page)).toEqual(known);
  expect(await shape(page)).toEqual(before);
});

test("a code is split: some of its excerpts go to a new code", async ({ page, axe }) => {
  await openDesk(page, "Lead");
  for (const words of WORDS) await codeWords(page, words, "workload lev");
  const menu = await openMenu(page, "Workload levels");
  await axe(page);
  await menu.getByRole("menuitem", { name: /^Split/ }).click();
  const dialog = page.getByRole("dialog", { name: "Split “Workload levels”" });
  await expect(dialog.getByRole("listitem")).toHaveCount(3);
  await dialog.getByLabel("Name of the new code").fill("Years of service");
  await dialog.getByRole("checkbox", { name: new RegExp(WORDS[0]) }).check();
  await dialog.getByRole("checkbox", { name: new RegExp(WORDS[2]) }).check();
  await axe(page);
  await dialog.getByRole("button", { name: "Move 2 excerpts to the new code" }).click();
  await expect(row(page, "Years of service, 2 codings")).toBeVisible();
  await expect(row(page, "Workload levels, 1 coding")).toBeVisible();
  await saved(page);
  await page.reload();
  await expect(row(page, "Years of service, 2 codings")).toBeVisible();
  await undoButton(page, /^Undo: /).click();
  await expect(row(page, "Workload levels, 3 codings")).toBeVisible();
  await expect(row(page, "Years of service")).toHaveCount(0);
});

test("in a closed round the codes are fixed; a coder's own proposal is renamed and merged, with the keyboard", async ({
  page,
  axe,
}) => {
  await openDesk(page, "Coder A");
  await expect(page.getByText("The codes are fixed for this round")).toBeVisible();
  await row(page, "Compassion fatigue").focus();
  await page.keyboard.press("F2");
  await expect(page.getByRole("textbox", { name: /^New name/ })).toHaveCount(0);
  const fixed = await openMenu(page, "Compassion fatigue");
  await expect(fixed.getByRole("menuitem", { name: "Rename" })).toHaveCount(0);
  await expect(fixed.getByRole("menuitem", { name: /^Merge/ })).toHaveCount(0);
  await page.keyboard.press("Escape");

  await row(page, "Compassion fatigue").focus();
  await page.keyboard.press("Insert");
  await page.getByRole("textbox", { name: "Name of the new code below Compassion fatigue" }).press("A");
  await page.keyboard.type(" worn smile");
  await page.keyboard.press("Enter");
  await expect(row(page, "A worn smile, only you")).toBeVisible();
  await codeWords(page, WORDS[1], "worn smile");
  await expect(row(page, "A worn smile, only you, 1 coding of yours here")).toBeVisible();
  await row(page, "A worn smile").focus();
  await page.keyboard.press("F2");
  await page.keyboard.type("Smiling through");
  await page.keyboard.press("Enter");
  await expect(row(page, "Smiling through, only you")).toBeFocused();
  await saved(page);

  const menu = await openMenu(page, "Smiling through");
  await expect(menu.getByRole("menuitem", { name: /^Merge into/ })).toBeVisible();
  await page.keyboard.type("Merge");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: /^Merge “Smiling through”/ });
  await dialog.getByRole("combobox", { name: "Into" }).focus();
  await page.keyboard.type("compassion fat");
  await page.keyboard.press("ArrowDown");
  await expect(dialog).toContainText(
    "1 of your codings becomes “Compassion fatigue”. “Smiling through” is your own proposal",
  );
  await axe(page);
  await dialog.getByRole("button", { name: "Merge" }).press("Enter");
  await expect(row(page, "Smiling through")).toHaveCount(0);
  await expect(row(page, "Compassion fatigue, 1 coding")).toBeVisible();
  await saved(page);
  await undoButton(page, /^Undo: /).click();
  await expect(row(page, "Smiling through, only you, 1 coding")).toBeVisible();
  await saved(page);
});

test("a code is dragged to the selected words, and selected words to a code", async ({ page }) => {
  await openDesk(page, "Coder A", "Interview P540");
  const bar = page.getByRole("group", { name: "Code the selection" });
  const first = await page.locator("[data-at]").nth(1).innerText();
  const words = first.split(" ").slice(0, 4).join(" ");
  const counts = async (name: string) =>
    Number(/, (\d+) coding/.exec((await row(page, name).getAttribute("aria-label")) ?? "")?.[1] ?? 0);

  const staff = await counts("Number and quality of staff");
  await selectWords(page, words);
  await dragOnWords(page, row(page, "Number and quality of staff"), words);
  await expect.poll(() => counts("Number and quality of staff")).toBe(staff + 1);
  await saved(page);

  const fatigue = await counts("Compassion fatigue");
  await selectWords(page, words);
  await expect(bar).toBeVisible();
  await dragWordsTo(page, words, row(page, "Compassion fatigue"));
  await expect.poll(() => counts("Compassion fatigue")).toBe(fatigue + 1);
  await saved(page);
});

test("the tree with the keyboard: filter, branches, choosing, moving", async ({ page, axe }) => {
  await openDesk(page, "Lead");
  const before = await shape(page);
  const filter = page.getByRole("searchbox", { name: "Filter the codes" });
  await filter.focus();
  await page.keyboard.type("staff");
  await expect.poll(() => shape(page)).toEqual(["Effects of resourcing", "-Number and quality of staff"]);
  await axe(page);
  await page.keyboard.press("ArrowDown");
  await expect(row(page, "Number and quality of staff")).toBeFocused();
  await filter.focus();
  await page.keyboard.press("Escape");
  await expect.poll(() => shape(page)).toEqual(before);

  await row(page, "Effects of resourcing").focus();
  await page.keyboard.press("ArrowLeft");
  await expect(row(page, "Effects of resourcing")).toHaveAttribute("aria-expanded", "false");
  await expect(row(page, "Workload levels")).toHaveCount(0);
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await expect(row(page, "Levels of support")).toBeFocused();
  await expect(row(page, "Levels of support")).toHaveAttribute("aria-posinset", "1");
  await expect(row(page, "Levels of support")).toHaveAttribute("aria-setsize", "4");
  // Two of them, a step down: they stand together between the others.
  await page.keyboard.press("Shift+ArrowDown");
  await expect(tree(page).locator("[aria-selected=true]")).toHaveCount(2);
  await page.keyboard.press("Alt+Shift+ArrowDown");
  await expect
    .poll(async () => (await shape(page)).slice(0, 5))
    .toEqual([
      "Effects of resourcing",
      "-Number and quality of staff",
      "-Levels of support",
      "-Support teams / self-managing risk",
      "-Workload levels",
    ]);
  await saved(page);
  await page.keyboard.press("ControlOrMeta+z");
  await expect.poll(() => shape(page)).toEqual(before);

  // Nesting and merging by the menu are the same as by dropping.
  const menu = await openMenu(page, "Workload levels");
  await expect(menu).toBeVisible();
  await page.keyboard.type("Nest");
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "Move “Workload levels”" });
  await dialog.getByRole("combobox", { name: "Below" }).focus();
  await page.keyboard.type("compassion fat");
  await page.keyboard.press("ArrowDown");
  await axe(page);
  await dialog.getByRole("button", { name: "Move" }).press("Enter");
  await expect.poll(() => shape(page)).toContain("--Workload levels");
  await expect(row(page, "Compassion fatigue")).toHaveAttribute("aria-expanded", "true");
  await saved(page);
});

test("what a code means is shown beside its row and below the tree, which can be closed", async ({ page, axe }) => {
  await openDesk(page, "Lead");
  await row(page, "Workload levels").hover();
  const hint = page.getByRole("tooltip");
  await expect(hint).toContainText("Use when");
  await axe(page);
  await page.keyboard.press("Escape");
  await expect(hint).toHaveCount(0);
  await row(page, "Workload levels").click();
  const area = page.getByRole("region", { name: "The chosen code" });
  await expect(area.getByRole("region", { name: "What Workload levels means" })).toBeVisible();
  await area.getByRole("textbox", { name: "Memo on this code" }).fill("Ask what a full week is.");
  await area.getByRole("textbox", { name: "Memo on this code" }).blur();
  await saved(page);
  const bar = area.getByRole("separator");
  const height = Number(await bar.getAttribute("aria-valuenow"));
  await bar.focus();
  await page.keyboard.press("ArrowUp");
  await expect(bar).toHaveAttribute("aria-valuenow", String(height + 24));
  await page.reload();
  await expect(bar).toHaveAttribute("aria-valuenow", String(height + 24));
  await row(page, "Workload levels").click();
  await expect(area.getByRole("textbox", { name: "Memo on this code" })).toHaveValue("Ask what a full week is.");
  await area.getByRole("button", { name: "Close what the code means" }).click();
  await expect(area.getByRole("region", { name: /^What/ })).toHaveCount(0);
  await axe(page);
});

/** How many codings the codebook page counts for each code, by name. */
async function readCodings(page: Page): Promise<Map<string, number>> {
  const projectId = /projects\/([0-9a-f]{32})/.exec(page.url())?.[1];
  const { answer } = await ask<{ answer: { codes: { name: string; codings: number }[] } }>(
    page,
    "/api/reads/codebook",
    {
      projectId,
    },
  );
  return new Map(answer.codes.map((code) => [code.name, code.codings]));
}
