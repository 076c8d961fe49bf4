import type { BrowserContext, Page } from "playwright/test";
import { code, fixedId, joined, openWorld, type World } from "../attacks/two-worlds-study";
import { endTransitions } from "../fixtures/page-checks";
import { expect, test } from "../fixtures/tandem-test";
import { enterSample } from "./sample-study";
import { deskAddress, letIn } from "./saving-hand";

// Every state of the desk as axe sees it: light, dark, in forced colours, in a narrow window.

const text = (page: Page) => page.getByRole("application", { name: /^Text of/ });

interface Looks {
  axe: (page: Page) => Promise<void>;
  noHorizontalScroll: (page: Page, width?: number) => Promise<void>;
}

/** What a person sees and hears of the page as it stands. */
async function look(page: Page, { axe, noHorizontalScroll }: Looks): Promise<void> {
  await axe(page);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  await contrast(page);
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "no-preference" });
  await noHorizontalScroll(page, 1024);
}

/** In the other colours only these can be wrong. */
async function contrast(page: Page): Promise<void> {
  await endTransitions(page);
  const found = await page.evaluate(async () => {
    const axe: {
      run(
        context: object,
        options: object,
      ): Promise<{ violations: { nodes: { html: string; failureSummary?: string }[] }[] }>;
    } = Reflect.get(globalThis, "axe");
    const { violations } = await axe.run({ exclude: "[data-live-announcer]" }, { runOnly: ["color-contrast"] });
    return violations.flatMap(({ nodes }) => nodes.map((node) => `${node.html} ${node.failureSummary ?? ""}`));
  });
  expect(found, "contrast in the dark").toEqual([]);
}

async function openDesk(page: Page, document = "Interview P347"): Promise<void> {
  await enterSample(page, "Coder A");
  await page.locator("main").getByRole("link", { name: document, exact: true }).click();
  await standing(page);
}

async function standing(page: Page): Promise<void> {
  await expect(text(page)).toBeVisible();
  await expect(page.locator("html[data-waking]")).toHaveCount(0);
}

async function select(page: Page, words = 4): Promise<void> {
  await text(page).focus();
  await page.keyboard.press("Control+Home");
  for (let i = 0; i < words; i++) await page.keyboard.press("Control+Shift+ArrowRight");
  await expect(page.getByRole("group", { name: "Code the selection" })).toBeVisible();
}

test("a fresh document, the bar at the selection, its field with the list, a new code", async ({
  page,
  axe,
  noHorizontalScroll,
}) => {
  test.slow();
  const looks = { axe, noHorizontalScroll };
  await openDesk(page);
  await look(page, looks);
  await select(page);
  await look(page, looks);
  await page.keyboard.press("/");
  await page.keyboard.type("wor");
  await expect(page.getByRole("option", { name: /Workload levels/ })).toBeVisible();
  await look(page, looks);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await select(page);
  await page.getByRole("button", { name: "New code" }).press("Enter");
  await expect(page.getByLabel("Name of the new code")).toBeVisible();
  await look(page, looks);
});

test("the inspector, the excerpts, and quick mode", async ({ page, axe, noHorizontalScroll }) => {
  test.slow();
  const looks = { axe, noHorizontalScroll };
  await openDesk(page);
  await select(page);
  await page.keyboard.press("/");
  await page.keyboard.type("workload");
  await page.keyboard.press("Enter");
  await page.keyboard.press("m");
  await expect(page.locator("textarea:focus")).toBeVisible();
  await look(page, looks);
  await text(page).focus();
  await page.keyboard.press("e");
  await expect(page.getByRole("tab", { name: /Excerpts/ })).toHaveAttribute("aria-selected", "true");
  await look(page, looks);
  await text(page).focus();
  await page.keyboard.press("q");
  await expect(page.getByText(/every selection becomes/i).first()).toBeVisible();
  await look(page, looks);
});

test("the search, the keys and how the text looks", async ({ page, axe, noHorizontalScroll }) => {
  test.slow();
  const looks = { axe, noHorizontalScroll };
  await openDesk(page);
  await text(page).focus();
  await page.keyboard.press("f");
  await page.keyboard.type("the");
  await look(page, looks);
  await page.keyboard.press("Escape");
  await text(page).focus();
  await page.keyboard.press("?");
  const keys = page.getByRole("dialog", { name: "Keys" });
  await look(page, looks);
  await keys.getByRole("button", { name: /^j: / }).press("Enter");
  await page.keyboard.press("n");
  await expect(keys.getByRole("alert")).toBeVisible();
  await look(page, looks);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Escape");
  await expect(keys).toHaveCount(0);
  await page.getByRole("button", { name: "View", exact: true }).press("Enter");
  await expect(page.getByRole("dialog")).toBeVisible();
  await axe(page);
});

test("a project with nothing in it, and a document when no code is left", async ({
  page,
  context,
  endings,
  axe,
  noHorizontalScroll,
}) => {
  test.slow();
  const world = await openWorld();
  endings.servers.push(() => world.server.stop());
  await letIn(context, world, world.lead);
  const projectId = fixedId("an empty project");
  await world.lead.act("create-project", { projectId, name: "Nothing in it yet" });
  await page.goto(`${world.server.url}/main/projects/${projectId}`);
  await look(page, { axe, noHorizontalScroll });
  const { id } = world.documents[0] ?? { id: "" };
  // The codes are gone, the document is there.
  for (const codeId of [world.codes.workload, world.codes.caring, world.codes.theme]) {
    await world.lead.act("retire-code", { projectId: world.projectId, codeId });
  }
  await page.goto(`${world.server.url}/main/projects/${world.projectId}/documents/${id}`);
  await standing(page);
  await look(page, { axe, noHorizontalScroll });
});

test("colours forced and a window of 720 px: all of the desk can be reached and nothing is cut off", async ({
  page,
  axe,
  noHorizontalScroll,
}) => {
  test.slow();
  await openDesk(page);
  await select(page);
  await page.keyboard.press("/");
  await page.keyboard.type("workload");
  await page.keyboard.press("Shift+Enter");
  await page.emulateMedia({ forcedColors: "active" });
  await axe(page);
  await page.emulateMedia({ forcedColors: "none" });
  await page.setViewportSize({ width: 720, height: 450 });
  await noHorizontalScroll(page, 720);
  await axe(page);
  // Text of 400 % in a window of 1280 is a window of 320.
  await page.setViewportSize({ width: 320, height: 512 });
  await noHorizontalScroll(page, 320);
  await expect(text(page)).toBeVisible();
  const room = await text(page).evaluate((element) => element.clientWidth);
  expect(room, "the text keeps room to be read").toBeGreaterThan(200);
});

async function locked(context: BrowserContext, page: Page, world: World, who: World["a"]): Promise<void> {
  // The page before would notice that its person has left.
  await page.goto("about:blank");
  await context.clearCookies();
  await letIn(context, world, who);
  await page.goto(deskAddress(world));
  await standing(page);
}

test("submitted, revealed, observed: why nothing can be coded is said and seen", async ({
  page,
  context,
  endings,
  axe,
  noHorizontalScroll,
}) => {
  test.slow();
  const looks = { axe, noHorizontalScroll };
  const world = await openWorld();
  endings.servers.push(() => world.server.stop());
  const olga = await joined(world.server, world.lead, world.projectId, "Olga Observer", "observer");
  const { projectId } = world;
  const words = (world.documents[0]?.text ?? "").slice(0, 20).trim();
  await code(world, world.a, 0, words, world.codes.workload, fixedId("a coding"));
  const { set } = await world.a.read<{ set: { id: string } }>("desk-codings", {
    projectId,
    documentId: world.documents[0]?.id ?? "",
  });
  await world.a.act("submit-coding", { projectId, setId: set.id });
  const reason = async (pattern: RegExp) => {
    await text(page).focus();
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("Control+Shift+ArrowRight");
    await page.keyboard.press(".");
    await expect(page.locator("[role=status]").filter({ hasText: pattern })).toHaveCount(1);
    await look(page, looks);
  };
  await locked(context, page, world, world.a);
  await reason(/submitted this document, so it is locked/);
  await locked(context, page, world, olga);
  await reason(/Observers read/);
  await world.lead.act("reveal-round", {
    projectId,
    roundId: world.roundId,
    name: "Round 1",
    override: "The others have left.",
  });
  await locked(context, page, world, world.a);
  await reason(/has been revealed/);
});

test("offline, and the session ended", async ({ page, context, endings, axe, noHorizontalScroll, expectedErrors }) => {
  test.slow();
  expectedErrors.push(/ERR_INTERNET_DISCONNECTED/, /status of 401/);
  const looks = { axe, noHorizontalScroll };
  const world = await openWorld();
  endings.servers.push(() => world.server.stop());
  await locked(context, page, world, world.a);
  await select(page, 2);
  await context.setOffline(true);
  await page.keyboard.press("/");
  await page.keyboard.type("workload");
  await page.keyboard.press("Enter");
  await expect(page.getByText(/1 change waits on this computer/)).toBeVisible({ timeout: 20_000 });
  await look(page, looks);
  await world.a.post("/api/auth/sign-out", {});
  await context.setOffline(false);
  await expect(page.getByRole("dialog", { name: "Your session has ended" })).toBeVisible({ timeout: 20_000 });
  await look(page, looks);
});

test("the desk has its landmarks, its headings, and names for all that can be pressed", async ({ page }) => {
  await openDesk(page);
  await expect(page.getByRole("main")).toHaveCount(1);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  for (const name of ["Documents", "Codes", /^Transcript of/]) {
    await expect(page.getByRole("region", { name, exact: true })).toHaveCount(1);
  }
  await expect(text(page)).toHaveAttribute("aria-roledescription", "transcript");
  await expect(text(page)).toHaveAccessibleDescription(/lists all keys.*F6 goes to the next pane, Tab leaves/);
  const nameless = await page.locator("main").evaluate((main) =>
    [...main.querySelectorAll("button, a[href], input, [tabindex='0']")]
      .filter((each) => each.getClientRects().length > 0)
      .filter(
        (each) =>
          !(
            each.getAttribute("aria-label") ||
            each.getAttribute("aria-labelledby") ||
            each.textContent?.trim() ||
            (each as HTMLInputElement).labels?.length
          ),
      )
      .map((each) => each.outerHTML.slice(0, 120)),
  );
  expect(nameless).toEqual([]);
  // Big enough for a finger.
  const small = await page.locator("main").evaluate((main) =>
    [...main.querySelectorAll("button, [role=tab]")]
      .map((each) => ({ name: each.textContent || each.getAttribute("aria-label"), box: each.getBoundingClientRect() }))
      .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
      .map(({ name, box }) => `${name}: ${box.width} × ${box.height}`),
  );
  expect(small).toEqual([]);
});

test("a coded turn tells a screen reader that reads the page what lies on it", async ({ page }) => {
  await openDesk(page);
  const first = page.getByRole("article").first();
  await select(page, 3);
  await page.keyboard.press("/");
  await page.keyboard.type("officer dis");
  await page.keyboard.press("Enter");
  await expect(first).toHaveAttribute("aria-description", /codings?: .*Officer disassociation/);
  await page.keyboard.press("u");
  await expect(first).not.toHaveAttribute("aria-description", /Officer disassociation/);
});
