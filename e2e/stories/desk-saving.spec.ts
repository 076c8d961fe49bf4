import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright/test";
import { expect, test } from "../fixtures/tandem-test";
import { codeWords, pressWords } from "./desk-hand";
import {
  codeWordByWord,
  codingsOf,
  deskAddress,
  filesHolding,
  fixedId,
  holdActs,
  killBrowserOf,
  letIn,
  openDesk,
  ownStudy,
  saved,
  signIn,
  submitElsewhere,
  transcript,
} from "./saving-hand";

test.describe.configure({ timeout: 90_000 });

test.beforeEach(({ expectedErrors }) => {
  expectedErrors.push(/ERR_INTERNET_DISCONNECTED|status of (401|404|409)/);
});

/** Notes the keys and the beginnings of the codings that leave the browser and are let through. */
function watchCodings(context: BrowserContext) {
  const sent: { key: string; start: number }[] = [];
  context.on("response", (response) => {
    const request = response.request();
    if (!request.url().endsWith("/api/acts/apply-code")) return;
    const { start } = request.postDataJSON() as { start: number };
    sent.push({ key: request.headers()["idempotency-key"] ?? "", start });
  });
  return sent;
}

async function writeMemo(page: Page, words: string, memo: string): Promise<void> {
  await pressWords(page, words);
  await page.getByRole("tab", { name: /Inspector/ }).click();
  await page.getByRole("textbox", { name: "Memo", exact: true }).fill(memo);
  await transcript(page).focus();
}

test("thirty codings made without the network outlive a reload and arrive in order, each once", async ({
  page,
  context,
  endings,
}) => {
  const world = await ownStudy(endings);
  await letIn(context, world, world.a);
  await openDesk(page, world);
  const letGo = await holdActs(context);
  await codeWordByWord(page, "workload", 30);
  await expect(page.getByText("Offline: 30 changes wait on this computer")).toBeVisible();
  expect(await codingsOf(world, world.a)).toHaveLength(0);

  // The page is loaded anew while nothing can be sent: all of it stands there again, and can still be taken back.
  await page.reload();
  await expect(page.getByText("Offline: 30 changes wait on this computer")).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole("button", { name: "Undo: code “Workload levels”" })).toBeVisible();
  await expect(transcript(page).locator("[data-coding]").first()).toBeVisible();

  const sent = watchCodings(context);
  await letGo();
  await page.getByRole("button", { name: "Try now" }).click();
  await saved(page);
  expect(await codingsOf(world, world.a)).toHaveLength(30);
  const starts = sent.map(({ start }) => start);
  expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  expect(new Set(sent.map(({ key }) => key)).size).toBe(30);
  expect(sent).toHaveLength(30);
});

test("a browser that is killed loses nothing, and its disk holds no word that was written", async ({ endings }) => {
  const world = await ownStudy(endings);
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-profile-"));
  endings.people.push(async () => fs.rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
  const executablePath = process.env.TANDEM_E2E_BROWSER ?? "/usr/bin/chromium";
  const start = async () => {
    const options = { ...(fs.existsSync(executablePath) ? { executablePath } : {}), headless: true };
    const context = await chromium.launchPersistentContext(profile, options);
    return { context, page: context.pages()[0] ?? (await context.newPage()) };
  };

  const first = await start();
  await letIn(first.context, world, world.a);
  await openDesk(first.page, world);
  await holdActs(first.context);
  await codeWordByWord(first.page, "caring", 3);
  await writeMemo(first.page, "How", "She laughed like a canarywordofanna.");
  // A code in the words of the transcript: these are the words that must least of all lie about.
  await transcript(first.page).focus();
  await first.page.keyboard.press("Control+End");
  for (let i = 0; i < 3; i++) await first.page.keyboard.press("Control+Shift+ArrowLeft");
  await first.page.keyboard.press("v");
  await expect(first.page.getByText(/^Offline: 6 changes wait on this computer$/)).toBeVisible();
  killBrowserOf(profile);

  expect(filesHolding(profile, fixedId("caring")), "what was coded lies on the disk").not.toEqual([]);
  for (const words of ["canarywordofanna", "talk to them"]) {
    expect(filesHolding(profile, words), words).toEqual([]);
  }

  for (const lock of ["SingletonLock", "SingletonSocket", "SingletonCookie"]) {
    fs.rmSync(path.join(profile, lock), { force: true });
  }
  const second = await start();
  endings.people.unshift(() => second.context.close());
  // The cookie may not have reached the disk: then they sign in again, which is all.
  await second.page.goto(deskAddress(world));
  if (/sign-in/.test(second.page.url())) {
    await signIn(second.page, "Anna Coder");
    await expect(second.page.getByRole("heading", { level: 1, name: "Projects" })).toBeVisible();
  }
  await openDesk(second.page, world);
  await expect.poll(async () => (await codingsOf(world, world.a)).length, { timeout: 20_000 }).toBe(4);
  await saved(second.page);
  const memos = (await codingsOf(world, world.a)).map(({ memo }) => memo);
  expect(memos.filter((memo) => memo === "She laughed like a canarywordofanna.")).toHaveLength(1);
});

test("what was coded while the document was submitted in another place is kept, told and let go", async ({
  page,
  context,
  endings,
  axe,
}) => {
  const world = await ownStudy(endings);
  await letIn(context, world, world.a);
  await openDesk(page, world);
  const letGo = await holdActs(context);
  await codeWordByWord(page, "workload", 2);
  await submitElsewhere(world, world.a);
  await letGo();
  const button = page.getByRole("button", { name: "2 changes could not be saved" });
  await expect(button).toBeVisible();
  await expect(page.getByText(/You submitted this document on .* so it is locked/)).toBeVisible();

  await page.reload();
  await button.click();
  const dialog = page.getByRole("dialog", { name: "2 changes need you" });
  await expect(dialog.getByRole("listitem").first()).toContainText("Code “Workload levels”");
  await expect(dialog.getByRole("listitem").first()).toContainText("You have submitted this document");
  await axe(page);
  await dialog.getByRole("button", { name: "Try again" }).first().click();
  await expect(dialog.getByRole("listitem")).toHaveCount(2);
  for (let left = 2; left > 0; left--) await page.getByRole("button", { name: "Let go" }).first().click();
  await expect(page.getByRole("dialog", { name: "Nothing needs you any more" })).toBeVisible();
  await page.reload();
  await expect(transcript(page)).toBeVisible();
  await expect(page.getByText(/could not be saved/)).toHaveCount(0);
  expect(await codingsOf(world, world.a)).toHaveLength(0);
});

test("a code that the lead retired meanwhile is told, and the words can be coded in another way", async ({
  page,
  context,
  endings,
}) => {
  const world = await ownStudy(endings);
  // Outside the round, in the codebook as it is now.
  await letIn(context, world, world.lead);
  await openDesk(page, world);
  const letGo = await holdActs(context);
  await codeWordByWord(page, "caring", 1);
  await world.lead.act("retire-code", { projectId: world.projectId, codeId: world.codes.caring });
  await letGo();
  await page.getByRole("button", { name: "1 change could not be saved" }).click();
  const dialog = page.getByRole("dialog", { name: "1 change needs you" });
  await expect(dialog).toContainText("Code “Officers as caring”");
  await expect(dialog).toContainText("This code is retired");
  await dialog.getByRole("button", { name: "Show in the text" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(transcript(page).locator(":focus")).toHaveCount(1);
  await expect(page.getByRole("group", { name: "Code the selection" })).toBeVisible();
  await page.keyboard.press("/");
  await page.keyboard.type("workload");
  await page.keyboard.press("Enter");
  await expect
    .poll(async () => (await codingsOf(world, world.lead)).map(({ codeId }) => codeId))
    .toEqual([world.codes.workload]);
});

test("two tabs of one coder follow each other, and either takes back what the other did", async ({
  page,
  context,
  endings,
}) => {
  const world = await ownStudy(endings);
  await letIn(context, world, world.a);
  await openDesk(page, world);
  const other = await context.newPage();
  await openDesk(other, world);
  const whole: string[] = [];
  context.on("response", async (response) => {
    if (!response.url().endsWith("/api/reads/desk-codings")) return;
    const { answer } = (await response.json()) as { answer: { unchanged: boolean } };
    if (!answer.unchanged) whole.push(response.url());
  });

  await page.bringToFront();
  await codeWords(page, "never enough cover", "workload");
  const stripe = (tab: Page) => transcript(tab).locator('[data-coding][title$="Workload levels"]').first();
  await expect(stripe(other)).toBeAttached({ timeout: 2000 });
  await other.bringToFront();
  await other.getByRole("button", { name: "Undo: code “Workload levels”" }).click();
  await saved(other);
  await expect(stripe(page)).toHaveCount(0);
  expect(await codingsOf(world, world.a)).toHaveLength(0);
  await page.bringToFront();
  await page.getByRole("button", { name: "Redo: code “Workload levels”" }).click();
  await saved(page);
  await expect(stripe(other)).toBeAttached();
  expect(await codingsOf(world, world.a)).toHaveLength(1);
  // Each act alone went from tab to tab: nobody fetched all codings for it.
  await page.waitForTimeout(2500);
  expect(whole).toEqual([]);
});

test("a memo that was changed elsewhere meanwhile: both texts are shown, and nothing is overwritten", async ({
  page,
  context,
  person,
  endings,
}) => {
  const world = await ownStudy(endings);
  await letIn(context, world, world.a);
  await openDesk(page, world);
  await codeWords(page, "never enough cover", "workload");
  const laptop = await person(world.server);
  await letIn(laptop.context(), world, world.a);
  await openDesk(laptop, world);
  await pressWords(laptop, "never enough cover");
  await laptop.getByRole("tab", { name: /Inspector/ }).click();
  await expect(laptop.getByRole("textbox", { name: "Memo", exact: true })).toBeVisible();
  await laptop.context().setOffline(true);
  await writeMemo(laptop, "never enough cover", "Written on the train.");
  await expect(laptop.getByText("Offline: 1 change waits on this computer")).toBeVisible();
  await writeMemo(page, "never enough cover", "Written at the desk.");
  await saved(page);

  await laptop.context().setOffline(false);
  await laptop.getByRole("button", { name: "1 change could not be saved" }).click();
  const dialog = laptop.getByRole("dialog", { name: "1 change needs you" });
  await expect(dialog).toContainText("Written on the train.");
  await expect(dialog).toContainText("Written at the desk.");
  const memos = async () => (await codingsOf(world, world.a)).map(({ memo }) => memo);
  expect(await memos()).toEqual(["Written at the desk."]);
  await dialog.getByRole("button", { name: "Put mine in its place" }).click();
  await expect.poll(memos).toEqual(["Written on the train."]);
});

test("when the session ends nobody can read on, somebody else gets their own page, and the work arrives later", async ({
  page,
  context,
  endings,
  axe,
}) => {
  const world = await ownStudy(endings);
  await page.goto(`${world.server.url}/main/sign-in`);
  await signIn(page, "Anna Coder");
  await expect(page.getByRole("heading", { level: 1, name: "Projects" })).toBeVisible();
  await openDesk(page, world);
  const letGo = await holdActs(context);
  await codeWordByWord(page, "workload", 2);
  await expect(page.getByText("Offline: 2 changes wait on this computer")).toBeVisible();

  const { sessions } = (await (await world.a.fetch("/api/auth/list-sessions")).json()) as {
    sessions: { sessionId: string; current: boolean }[];
  };
  const mine = sessions.find(({ current }) => !current);
  await world.a.post("/api/auth/revoke-session", { sessionId: mine?.sessionId });
  const lock = page.getByRole("dialog", { name: "Your session has ended" });
  await expect(lock).toBeVisible();
  await expect(page.getByText("There is never enough cover")).toBeHidden();
  await axe(page);

  // Somebody else sits down before it.
  await letGo();
  await signIn(page, "Bela Coder");
  await expect(page.getByRole("heading", { level: 1, name: "Projects" })).toBeVisible();
  await openDesk(page, world);
  await saved(page);
  await expect(page.getByText(/waits? on this computer|could not be saved/)).toHaveCount(0);
  expect(await codingsOf(world, world.a)).toHaveLength(0);
  expect(await codingsOf(world, world.b)).toHaveLength(0);

  await context.clearCookies();
  await page.goto(`${world.server.url}/main/sign-in`);
  await signIn(page, "Anna Coder");
  await expect(page.getByRole("heading", { level: 1, name: "Projects" })).toBeVisible();
  await openDesk(page, world);
  await expect.poll(async () => (await codingsOf(world, world.a)).length).toBe(2);
});

test("a page that nobody looked at is closed to whoever signed in meanwhile", async ({ page, context, endings }) => {
  const world = await ownStudy(endings);
  await page.goto(`${world.server.url}/main/sign-in`);
  await signIn(page, "Anna Coder");
  await expect(page.getByRole("heading", { level: 1, name: "Projects" })).toBeVisible();
  await openDesk(page, world);
  const look = (hidden: boolean) =>
    page.evaluate((away) => {
      Object.defineProperty(document, "hidden", { configurable: true, value: away });
      document.dispatchEvent(new Event("visibilitychange"));
    }, hidden);
  await look(true);

  await context.clearCookies();
  const other = await context.newPage();
  await other.goto(`${world.server.url}/main/sign-in`);
  await signIn(other, "Bela Coder");
  await expect(other.getByRole("heading", { level: 1, name: "Projects" })).toBeVisible();
  await look(false);
  await expect(page.getByText("There is never enough cover")).toBeHidden();
});

test("signed in again before the same page, its person goes on where they were", async ({ page, context, endings }) => {
  const world = await ownStudy(endings);
  await page.goto(`${world.server.url}/main/sign-in`);
  await signIn(page, "Anna Coder");
  await expect(page.getByRole("heading", { level: 1, name: "Projects" })).toBeVisible();
  await openDesk(page, world);
  await codeWordByWord(page, "workload", 1);
  await saved(page);
  // What the page asks after an act is behind it; then the session goes, and nobody tells the page: the next act finds out.
  await page.waitForTimeout(2500);
  await pressWords(page, "How");
  await page.getByRole("tab", { name: /Inspector/ }).click();
  await page.getByRole("textbox", { name: "Memo", exact: true }).fill("Kept behind the lock.");
  await context.clearCookies();
  const lock = page.getByRole("dialog", { name: "Your session has ended" });
  await expect(lock).toBeVisible();
  await signIn(page, "Anna Coder");
  await expect(lock).toHaveCount(0);
  await saved(page);
  await expect
    .poll(async () => (await codingsOf(world, world.a)).map(({ memo }) => memo))
    .toEqual(["Kept behind the lock."]);
});

test("signing out takes what waits off this computer, and asks before it does", async ({ page, context, endings }) => {
  const world = await ownStudy(endings);
  await page.goto(`${world.server.url}/main/sign-in`);
  await signIn(page, "Anna Coder");
  await expect(page.getByRole("heading", { level: 1, name: "Projects" })).toBeVisible();
  await openDesk(page, world);
  const letGo = await holdActs(context);
  await codeWordByWord(page, "workload", 1);
  await writeMemo(page, "How", "A draft that is nobody else's.");
  await expect(page.getByText("Offline: 2 changes wait on this computer")).toBeVisible();
  await page.goto(`${world.server.url}/main`);
  await page.getByRole("button", { name: "Sign out" }).click();
  const dialog = page.getByRole("alertdialog", { name: "2 changes are not saved" });
  await dialog.getByRole("button", { name: "Stay signed in" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await dialog.getByRole("button", { name: "Sign out and lose them" }).click();
  await page.waitForURL(/sign-in|\/$/);
  const left = await page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const request = indexedDB.open("tandem");
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const count = request.result.transaction("acts").objectStore("acts").count();
          count.onsuccess = () => resolve(count.result);
        };
      }),
  );
  expect(left).toBe(0);
  await letGo();
  await page.goto(`${world.server.url}/main/sign-in`);
  await signIn(page, "Anna Coder");
  await expect(page.getByRole("heading", { level: 1, name: "Projects" })).toBeVisible();
  await openDesk(page, world);
  await saved(page);
  expect(await codingsOf(world, world.a)).toHaveLength(0);
});
