import type { Page } from "playwright/test";
import { fixedId, openWorld } from "../attacks/two-worlds-study";
import { expect, test } from "../fixtures/tandem-test";
import { press } from "./keyboard-hand";
import { letIn } from "./saving-hand";

const HEBREW = "שלום לכולם כאן";
const FAMILY = "👩‍👩‍👧‍👦";
const LONG = "It goes on and on, as people do when they are tired. ".repeat(600);
const TURNS = [
  "Where do we begin?",
  HEBREW,
  `A ${FAMILY} and a 🇬🇧 and cafe\u0301.`,
  ...Array.from({ length: 60 }, (_, i) => `Answer ${i} has a sentence. And it has another one.`),
  LONG.trim(),
  "The very last words.",
];

const text = (page: Page) => page.getByRole("application", { name: /^Text of/ });
const heard = (page: Page, words: string | RegExp) =>
  expect(page.locator("[aria-live][aria-atomic]")).toHaveText(words);
const selected = (page: Page) => page.evaluate(() => document.getSelection()?.toString() ?? "");
/** The page follows a key in its next frame, which on a busy machine may be late. */
const follows = (page: Page) => expect.poll(() => selected(page));

/** Whether what the selection ends in can be seen. */
const seen = (page: Page) =>
  text(page).evaluate((element) => {
    const { focusNode, focusOffset } = document.getSelection() ?? {};
    if (!focusNode || focusOffset === undefined) return false;
    const range = document.createRange();
    const length = focusNode.nodeValue?.length ?? 0;
    range.setStart(focusNode, Math.max(0, Math.min(focusOffset, length - 1)));
    range.setEnd(focusNode, Math.min(length, Math.max(focusOffset, 1)));
    const [box, own] = [element.getBoundingClientRect(), range.getBoundingClientRect()];
    return own.bottom > box.top && own.top < box.bottom;
  });

test("a caret that reads: right to left, emoji, pages, and the whole document", async ({ page, context, endings }) => {
  test.slow();
  const world = await openWorld();
  endings.servers.push(() => world.server.stop());
  const { projectId, lead } = world;
  const content = TURNS.map((turn, i) => `P${(i % 3) + 1}: ${turn}`).join("\n\n");
  const answer = await lead.fetch(`/api/imports?projectId=${projectId}&name=Hard.txt`, {
    method: "POST",
    body: content,
  });
  const { preview } = (await answer.json()) as { preview: { stageId: string; labels: { proposal: unknown }[] } };
  const documentId = fixedId("Hard");
  const decisions = preview.labels.map((label) => label.proposal);
  await lead.act("confirm-import", {
    projectId,
    documents: [{ stageId: preview.stageId, documentId, name: "Hard", kind: "interview", decisions }],
  });
  await letIn(context, world, lead);
  await page.goto(`${world.server.url}/main/projects/${projectId}/documents/${documentId}`);
  await expect(text(page)).toBeVisible();
  await expect(page.locator("html[data-waking]")).toHaveCount(0);
  await text(page).focus();

  await test.step("in a paragraph from right to left the left arrow goes on, and the caret is drawn on that side", async () => {
    await press(page, "Control+Home");
    await press(page, "j");
    const caret = page.locator("[aria-hidden][style*=inset-inline-start]").last();
    const edges = async () => {
      const [line, own] = await Promise.all([
        text(page)
          .getByText(HEBREW)
          .evaluate((element) => {
            const range = document.createRange();
            range.selectNodeContents(element);
            const { left, right } = range.getBoundingClientRect();
            return { left, right };
          }),
        caret.boundingBox(),
      ]);
      return { fromRight: Math.round(line.right - (own?.x ?? 0)), fromLeft: Math.round((own?.x ?? 0) - line.left) };
    };
    await expect.poll(async () => (await edges()).fromRight).toBeLessThanOrEqual(3);
    await press(page, "Shift+ArrowLeft", 4);
    await follows(page).toBe("שלום");
    await press(page, "ArrowRight");
    await press(page, "Control+ArrowLeft", 3);
    await expect.poll(async () => (await edges()).fromLeft).toBeLessThanOrEqual(3);
  });

  await test.step("a family, a flag and an accented letter are one step each", async () => {
    await press(page, "j");
    await press(page, "ArrowRight", 2);
    await press(page, "Shift+ArrowRight");
    await follows(page).toBe(FAMILY);
    await heard(page, `“${FAMILY}”, 1 word selected`);
    await press(page, "Shift+ArrowRight", 8);
    await follows(page).toBe(`${FAMILY} and a 🇬🇧`);
    await press(page, "Control+Shift+ArrowRight", 2);
    await follows(page).toBe(`${FAMILY} and a 🇬🇧 and cafe\u0301`);
    await press(page, "Escape");
  });

  await test.step("by pages the caret stays in sight, and comes back to where it was", async () => {
    await press(page, "Control+Home");
    const before = await text(page).evaluate((element) => element.scrollTop);
    await press(page, "PageDown", 3);
    await expect.poll(() => seen(page)).toBe(true);
    await expect.poll(() => text(page).evaluate((element) => element.scrollTop)).toBeGreaterThan(before + 500);
    await press(page, "PageUp", 4);
    await expect.poll(() => seen(page)).toBe(true);
    await heard(page, /Where do we begin/);
  });

  await test.step("with Shift over turns, to the end, and everything", async () => {
    await press(page, "Control+Home");
    await press(page, "Control+Shift+ArrowDown", 3);
    await expect.poll(async () => (await selected(page)).split("\n").filter(Boolean).length).toBe(3);
    await press(page, "Control+Shift+End");
    await expect.poll(() => seen(page)).toBe(true);
    await heard(page, /^Selected: from Turn 1, P1, to Turn 65, P2$/);
    await follows(page).toContain("The very last words.");
    await press(page, "Escape");
    await press(page, "Control+Home");
    await press(page, "Control+a");
    await expect.poll(async () => (await selected(page)).length).toBeGreaterThan(TURNS.join("").length);
    await press(page, "Escape");
  });

  await test.step("in a turn of thirty thousand characters every step is quick", async () => {
    await press(page, "Control+End");
    await press(page, "Shift+J", 2);
    await heard(page, /^Turn 64, P1: It goes on and on/);
    const steps = ["Alt+ArrowDown", "ArrowDown", "Control+ArrowRight", "ArrowRight", "End", "Home", "PageDown"];
    for (const key of steps) await press(page, key);
    const session = await page.context().newCDPSession(page);
    // What this page works, not how long it waits for a processor that others have.
    await session.send("Performance.enable", { timeDomain: "threadTicks" });
    const spent = async () => {
      const { metrics } = await session.send("Performance.getMetrics");
      return metrics.find(({ name }) => name === "TaskDuration")?.value ?? 0;
    };
    const slow: string[] = [];
    for (const key of steps) {
      const from = await spent();
      await press(page, key, 10);
      const each = ((await spent()) - from) * 100;
      // Generous: machines that test are busy; a step that searches the whole turn takes far longer.
      if (each > 50) slow.push(`${key}: ${each.toFixed(1)} ms`);
    }
    expect(slow).toEqual([]);
    await expect.poll(() => seen(page)).toBe(true);
  });
});
