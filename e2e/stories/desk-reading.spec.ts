import type { Page } from "playwright/test";
import { writeDeskData } from "../bench/desk-data.mjs";
import { expect, test } from "../fixtures/tandem-test";
import { enterSample } from "./sample-study";

const DOCUMENT = "Interview P347";
const text = (page: Page) => page.getByRole("application", { name: /^Text of/ });
const find = (page: Page) => page.getByRole("searchbox", { name: "Find in this document" });
const status = (page: Page, words: string | RegExp) => page.getByRole("status").filter({ hasText: words });
const saved = (page: Page) => expect(page.getByText("Saved", { exact: true })).toBeVisible();
const scrolled = (page: Page) => text(page).evaluate((element) => element.scrollTop);
const selected = (page: Page) => page.evaluate(() => document.getSelection()?.toString() ?? "");

async function standing(page: Page): Promise<void> {
  await expect(text(page)).toBeVisible();
  // How many turns are coded is counted once the whole text stands.
  await expect(page.locator("header").getByText(/\d+ of \d+ turns coded/)).toBeVisible();
}

async function openDesk(page: Page, document = DOCUMENT): Promise<void> {
  await enterSample(page, "Coder A");
  await page.locator("main").getByRole("link", { name: document, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: document })).toBeVisible();
  await standing(page);
}

async function press(page: Page, ...keys: string[]): Promise<void> {
  await text(page).focus();
  for (const key of keys) await page.keyboard.press(key);
}

/** How often the text says it, as a person who counts would. */
function timesSaid(page: Page, words: string): Promise<number> {
  return text(page).evaluate(
    (element, wanted) =>
      [...element.querySelectorAll("p")].reduce(
        (sum, block) => sum + (block.textContent ?? "").toLowerCase().split(wanted).length - 1,
        0,
      ),
    words,
  );
}

const codingsHere = async (page: Page): Promise<number> => {
  const row = page.getByRole("navigation", { name: "Documents of the project" }).locator("[aria-current=page]");
  return Number(/(\d+) codings?/.exec(await row.innerText())?.[1] ?? 0);
};

test("words are found as they are typed; the search is left where the last hit stands", async ({ page, axe }) => {
  await openDesk(page);
  const total = await timesSaid(page, "thursday");
  expect(total).toBeGreaterThan(1);
  await press(page, "Control+Home", "f");
  await expect(find(page)).toBeFocused();
  await page.keyboard.type("thursday");
  await expect(status(page, `1 of ${total}`)).toBeVisible();
  // Marked in the text, the one that was gone to apart from the others.
  const marks = () => page.evaluate(() => [...CSS.highlights.values()].map((each) => each.size));
  await expect.poll(async () => Math.min(...(await marks()))).toBe(1);
  expect((await marks()).reduce((sum, each) => sum + each, 0)).toBeGreaterThan(1);
  await page.keyboard.press("Enter");
  await expect(status(page, `2 of ${total}`)).toBeVisible();
  await page.keyboard.press("Shift+Enter");
  await page.keyboard.press("Shift+Enter");
  await expect(status(page, `${total} of ${total}`)).toBeVisible();
  await axe(page);
  await page.getByRole("checkbox", { name: "Match case" }).check();
  await find(page).fill("thursday");
  await expect(status(page, "Not found")).toBeVisible();
  await find(page).fill("Thursday");
  await page.keyboard.press("Escape");
  await expect(find(page)).toHaveCount(0);
  await expect(text(page)).toBeFocused();
  await expect.poll(() => selected(page)).toBe("Thursday");
  expect(await marks()).toEqual([]);
});

test("chosen hits get a code with their sentences, as one act that is undone as one", async ({ page, axe }) => {
  await openDesk(page);
  const before = await codingsHere(page);
  await press(page, "f");
  await find(page).fill("thursday");
  await page.getByRole("button", { name: "Code the hits…" }).click();
  const hits = page.getByRole("list", { name: "Hits" }).getByRole("checkbox");
  const total = await hits.count();
  await expect(page.getByText(`${total} of ${total} chosen`)).toBeVisible();
  await axe(page);
  await hits.first().uncheck();
  await expect(page.getByText(`${total - 1} of ${total} chosen`)).toBeVisible();
  await page.getByRole("radio", { name: "Their sentence" }).click();
  const field = page.getByRole("combobox", { name: "Code for the chosen hits" });
  await field.fill("compassion fat");
  await field.press("Enter");
  await expect(status(page, /\d+ codings? with “Compassion fatigue”/)).toBeVisible();
  const after = await codingsHere(page);
  expect(after).toBeGreaterThan(before);
  await saved(page);
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect.poll(() => codingsHere(page)).toBe(before);
  await saved(page);
  await page.reload();
  await standing(page);
  expect(await codingsHere(page)).toBe(before);
});

test("words are found in all documents, and a hit opens its document with the words selected", async ({
  page,
  axe,
}) => {
  await openDesk(page);
  const addresses: string[] = [];
  page.on("request", (request) => addresses.push(request.url()));
  await press(page, "Shift+F");
  await page.getByRole("searchbox", { name: "Find in all documents" }).fill("cover");
  const other = page
    .getByRole("list", { name: "Hits by document" })
    .getByRole("list", { name: /^Hits in (?!Interview P347)/ })
    .getByRole("link");
  await expect(other.first()).toBeVisible();
  await expect(status(page, /^\d+ hits in \d+ documents$/)).toBeVisible();
  await axe(page);
  await other.first().click();
  await expect(page).toHaveURL(/\?at=\d+-\d+$/);
  await standing(page);
  await text(page).focus();
  await expect.poll(async () => (await selected(page)).toLowerCase()).toBe("cover");
  // What was looked for stands in no address.
  expect(addresses.filter((address) => address.includes("cover"))).toEqual([]);
});

test("all excerpts of a code are read together, starred and recoded", async ({ page, axe }) => {
  await openDesk(page);
  await press(page, "Control+Home", "n", "e");
  const list = page.getByRole("list", { name: "Excerpts" });
  await expect(list.getByRole("listitem").first()).toBeVisible();
  await axe(page);
  const star = list.getByRole("button", { name: /^Star/ }).first();
  await star.click();
  await expect(star).toHaveAttribute("aria-pressed", "true");
  await page.getByRole("checkbox", { name: "Only starred" }).check();
  await expect(list.getByRole("listitem")).toHaveCount(1);
  await saved(page);
  await page.getByRole("checkbox", { name: "Only starred" }).uncheck();

  const all = await list.getByRole("listitem").count();
  for (const place of [0, 1]) await list.getByRole("checkbox", { disabled: false }).nth(place).check();
  await expect(page.getByText("2 chosen")).toBeVisible();
  const field = page.getByRole("combobox", { name: "Give the chosen excerpts another code" });
  await field.fill("officers as caring");
  await field.press("Enter");
  await expect(status(page, "2 excerpts recoded as “Officers as caring and compassionate”")).toBeVisible();
  await expect(list.getByRole("listitem")).toHaveCount(all - 2);
  await saved(page);
  await page.getByRole("button", { name: /^Undo: / }).click();
  await expect(list.getByRole("listitem")).toHaveCount(all);

  const words = await list
    .getByRole("link")
    .first()
    .evaluate((link) => link.childNodes[1]?.textContent ?? "");
  await list.getByRole("link").first().click();
  await text(page).focus();
  await expect.poll(() => selected(page)).toBe(words);
});

test("a document opens where it was left, and bookmarks are kept", async ({ page, axe }) => {
  await openDesk(page, "Interview P540");
  await press(page, "Control+Home", "j", "b");
  await expect(page.getByRole("list", { name: "Bookmarks in this document" }).getByRole("button")).toHaveCount(1);
  const kept = page.waitForResponse((response) => {
    return response.url().endsWith("/keep-reading-place") && (response.request().postData() ?? "").includes('"last"');
  });
  await text(page).evaluate((element) => {
    element.scrollTop = element.scrollHeight / 2;
  });
  expect((await kept).ok()).toBe(true);
  const left = await scrolled(page);
  await page.reload();
  await standing(page);
  await expect(page.getByText(/^Back where you were: turn \d+/)).toBeVisible();
  await axe(page);
  expect(Math.abs((await scrolled(page)) - left)).toBeLessThan(200);
  await page.getByRole("button", { name: "Go to the beginning" }).click();
  expect(await scrolled(page)).toBe(0);

  const bookmarks = page.getByRole("list", { name: "Bookmarks in this document" }).getByRole("button");
  await expect(bookmarks).toHaveCount(1);
  await press(page, "Control+End", "Shift+B");
  await expect(page.getByText("From the beginning again: bookmark, turn 2", { exact: false }).first()).toBeAttached();
  await press(page, "b");
  await expect(bookmarks).toHaveCount(0);
});

test("x goes to the next turn without a coding, and the progress follows every act", async ({ page }) => {
  await openDesk(page);
  const progress = page.locator("header").getByText(/\d+ of \d+ turns coded/);
  const coded = async () => Number(/^(\d+) of/.exec(await progress.innerText())?.[1]);
  const before = await coded();
  await press(page, "Control+Home", "x");
  await expect(page.getByText(/^turn \d+, P347; \d+ of \d+ turns without a coding/).first()).toBeAttached();
  await page.keyboard.press("Shift+Control+ArrowRight");
  await page.keyboard.press("/");
  await page.keyboard.type("workload");
  await page.keyboard.press("Enter");
  await expect.poll(coded).toBe(before + 1);
  await press(page, "Control+End", "x");
  await expect(page.getByText(/^From the beginning again: turn \d+/).first()).toBeAttached();
  await press(page, "u");
  await expect.poll(coded).toBe(before);
  await saved(page);
});

test("how the text looks is kept on this computer, and the page comes so", async ({
  page,
  axe,
  noHorizontalScroll,
}) => {
  await openDesk(page);
  const size = () =>
    text(page)
      .locator("p")
      .first()
      .evaluate((block) => getComputedStyle(block).fontSize);
  const before = await size();
  await page.getByRole("button", { name: "View", exact: true }).click();
  await page.getByRole("radio", { name: "Largest" }).click();
  await page.getByRole("radio", { name: "Compact" }).click();
  await page.getByText("Line numbers", { exact: true }).click();
  await page.getByText("Turn numbers", { exact: true }).click();
  await axe(page);
  await page.keyboard.press("Escape");
  expect(Number.parseFloat(await size())).toBeGreaterThan(Number.parseFloat(before) * 1.3);
  await page.getByRole("button", { name: "Hide Documents" }).click();
  await page.getByRole("separator", { name: "Width of Codes" }).focus();
  await page.keyboard.press("ArrowLeft");
  const width = () => page.getByRole("region", { name: "Codes", exact: true }).evaluate((pane) => pane.clientWidth);
  const wide = await width();
  await noHorizontalScroll(page);

  // What the server sends is already so: nothing moves when the page wakes.
  const html = await (await page.request.get(page.url())).text();
  const main = /<main[^>]*>/.exec(html)?.[0] ?? "";
  expect(main).toContain('data-density="compact"');
  expect(main).toContain('data-text-size="largest"');
  expect(main).not.toContain("data-turn-numbers");
  await page.reload();
  await standing(page);
  await expect(page.getByRole("button", { name: "Show Documents" })).toBeVisible();
  expect(Math.abs((await width()) - wide)).toBeLessThanOrEqual(1);
  await page.getByRole("button", { name: "Show Documents" }).click();
  await expect(page.getByRole("navigation", { name: "Documents of the project" })).toBeVisible();
});

test("100,000 words: found at once, seen as a whole, gone to by a press", async ({ freshServer, person }) => {
  const page = await person(freshServer);
  await page.goto(`${freshServer.url}/`);
  await page.getByLabel("Your name").fill("Ruth Adeyemi");
  await page.getByLabel("E-mail address").fill("ruth@example.org");
  await page.getByLabel("Password").fill("seven quiet lanterns");
  await page.getByRole("button", { name: "Create the workspace" }).click();
  await page.getByRole("button", { name: "New project" }).click();
  await page.getByLabel("Name", { exact: true }).fill("A long day");
  await page.getByRole("button", { name: "Create the project" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "A long day" })).toBeVisible();
  const projectId = /projects\/([0-9a-f]{32})/.exec(page.url())?.[1] ?? "";
  const [documentId] = writeDeskData(freshServer.dataRoot, projectId, [{ words: 100_000, codings: 3000 }]);
  await page.goto(`${freshServer.url}/main/projects/${projectId}/documents/${documentId}`);
  await standing(page);

  const painted = () =>
    page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>("[aria-hidden] > canvas");
      const points = canvas?.getContext("2d")?.getImageData(0, 0, canvas.width, canvas.height).data ?? [];
      let rows = 0;
      const width = canvas?.width ?? 1;
      for (let at = 3; at < points.length; at += 4 * width) if ((points[at] ?? 0) > 0) rows++;
      return canvas ? rows / canvas.height : 0;
    });
  // 3,000 codings leave few gaps in a document of this length, and the map shows all of it, not a part.
  await expect.poll(painted, { timeout: 10_000 }).toBeGreaterThan(0.5);

  await press(page, "f");
  await find(page).fill("enough staff");
  await expect(status(page, /^1 of \d+$/)).toBeVisible();
  const began = Date.now();
  await page.keyboard.type(" time");
  await expect(status(page, /^(1 of \d+|Not found)$/)).toBeVisible();
  expect(Date.now() - began).toBeLessThan(3000);
  await page.keyboard.press("Escape");

  const map = page.locator("[aria-hidden]:has(> canvas)");
  const box = await map.boundingBox();
  if (!box) throw new Error("there is no map");
  await page.mouse.click(box.x + box.width / 2, box.y + box.height - 3);
  const share = () =>
    text(page).evaluate((element) => element.scrollTop / (element.scrollHeight - element.clientHeight));
  await expect.poll(share).toBeGreaterThan(0.9);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect.poll(share).toBeLessThan(0.6);
  expect(await share()).toBeGreaterThan(0.4);
});
