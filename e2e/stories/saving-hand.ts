import fs from "node:fs";
import path from "node:path";
import type { BrowserContext, Page } from "playwright/test";
import { type Caller, emailOf, fixedId, openWorld, passwordOf, setIn, type World } from "../attacks/two-worlds-study";
import { expect } from "../fixtures/tandem-test";

/** The study of a test of its own: an open round that Anna and Bela code, led by Lena. */
export async function ownStudy(endings: { servers: (() => Promise<unknown>)[] }): Promise<World> {
  const world = await openWorld();
  endings.servers.push(() => world.server.stop());
  return world;
}

export function deskAddress(world: World, document = 0): string {
  return `${world.server.url}/main/projects/${world.projectId}/documents/${world.documents[document]?.id}`;
}

export function transcript(page: Page) {
  return page.getByRole("region", { name: /^Transcript of/ });
}

export async function saved(page: Page): Promise<void> {
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
}

/** Lets a browser in as whoever the caller is. */
export async function letIn(context: BrowserContext, world: World, caller: Caller): Promise<void> {
  const cookies = caller.cookie.split("; ").map((line) => {
    const [name = "", ...value] = line.split("=");
    return { name, value: value.join("="), url: world.server.url };
  });
  await context.addCookies(cookies);
}

export async function signIn(page: Page, name: string): Promise<void> {
  await page.getByLabel("E-mail address").fill(emailOf(name));
  await page.getByLabel("Password").fill(passwordOf(name));
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

export async function openDesk(page: Page, world: World, document = 0): Promise<void> {
  await page.goto(deskAddress(world, document));
  await expect(page.locator("html[data-waking]")).toHaveCount(0);
  await expect(transcript(page)).toBeVisible();
}

/** Nothing that is done reaches the server until the answer is called; pages and reads do. */
export async function holdActs(context: BrowserContext): Promise<() => Promise<void>> {
  const address = "**/api/acts/**";
  await context.route(address, (route) => route.abort("internetdisconnected"));
  return () => context.unroute(address);
}

/** Codes one word after the other from the beginning of the text: the first by its name, the others with it again. */
export async function codeWordByWord(page: Page, code: string, words: number): Promise<void> {
  const selection = page.getByRole("group", { name: "Code the selection" });
  await transcript(page).focus();
  await page.keyboard.press("Control+Home");
  for (let i = 0; i < words; i++) {
    await page.keyboard.press("Control+Shift+ArrowRight");
    await expect(selection).toBeVisible();
    if (i === 0) {
      await page.keyboard.press("/");
      await page.keyboard.type(code);
      await page.keyboard.press("Enter");
    } else await page.keyboard.press(".");
    await expect(selection).toHaveCount(0);
  }
}

export interface OwnCoding {
  readonly id: string;
  readonly codeId: string;
  readonly start: number;
  readonly end: number;
  readonly memo: string | null;
}

/** What the server has of a person's codings. */
export async function codingsOf(world: World, caller: Caller, document = 0): Promise<OwnCoding[]> {
  const documentId = world.documents[document]?.id ?? "";
  const params = { projectId: world.projectId, documentId };
  return (await caller.read<{ codings: OwnCoding[] }>("desk-codings", params)).codings;
}

/** Submits as the person would in another tab. */
export async function submitElsewhere(world: World, caller: Caller, document = 0): Promise<void> {
  const setId = await setIn(caller, world.projectId, world.documents[document]?.id ?? "");
  await caller.act("submit-coding", { projectId: world.projectId, setId });
}

/** The files below a folder that hold the words, as one byte or two bytes a letter. */
export function filesHolding(folder: string, words: string): string[] {
  const wanted = [Buffer.from(words, "latin1"), Buffer.from(words, "utf16le")];
  return fs.readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    if (!entry.isFile()) return [];
    const file = path.join(entry.parentPath, entry.name);
    // What is deleted while it is looked for holds nothing.
    const bytes = fs.existsSync(file) ? fs.readFileSync(file) : Buffer.alloc(0);
    return wanted.some((each) => bytes.includes(each)) ? [path.relative(folder, file)] : [];
  });
}

/** Ends the browser of a profile as a power cut would. */
export function killBrowserOf(profile: string): void {
  for (const pid of fs.readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    let line = "";
    try {
      line = fs.readFileSync(`/proc/${pid}/cmdline`, "latin1");
    } catch {
      continue;
    }
    if (line.includes(`--user-data-dir=${profile}\0`)) process.kill(Number(pid), "SIGKILL");
  }
}

export { emailOf, fixedId, passwordOf };
