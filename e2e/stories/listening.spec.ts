import fs from "node:fs";
import path from "node:path";
import { waveBytes } from "@/lib/recordings/wave-fixture";
import { Caller, fixedId, type World } from "../attacks/two-worlds-study";
import { expect, test } from "../fixtures/tandem-test";
import { letIn, ownStudy, transcript } from "./saving-hand";

const CUES: readonly (readonly [string, string, string])[] = [
  ["00:01.000", "INT", "How did the week begin?"],
  ["00:04.000", "P860", "With the phone, before I had my coat off."],
  ["00:09.000", "INT", "And then?"],
  ["00:10.500", "P860", "Then it did not stop until Thursday."],
];

/** A transcript with times, as a caption file brings it. */
async function timedDocument({ lead, projectId }: World): Promise<string> {
  const cues = CUES.map(
    ([from, who, words], i) => `${from} --> ${CUES[i + 1]?.[0] ?? "00:15.000"}\n<v ${who}>${words}`,
  );
  const body = `WEBVTT\n\n${cues.join("\n\n")}\n`;
  const answer = await lead.fetch(`/api/imports?projectId=${projectId}&name=P860.vtt`, { method: "POST", body });
  const { preview } = (await answer.json()) as { preview: { stageId: string; labels: { proposal: unknown }[] } };
  const documentId = fixedId("P860");
  const decisions = preview.labels.map((label) => label.proposal);
  const document = { stageId: preview.stageId, documentId, name: "Interview P860", kind: "interview", decisions };
  await lead.act("confirm-import", { projectId, documents: [document] });
  return documentId;
}

test("a lead lays the recording beside a transcript; a coder hears it from a turn, by the keyboard", async ({
  page,
  context,
  person,
  endings,
  axe,
  noHorizontalScroll,
}, { outputDir }) => {
  const world = await ownStudy(endings);
  const documentId = await timedDocument(world);
  const base = `${world.server.url}/main/projects/${world.projectId}`;
  const desk = `${base}/documents/${documentId}`;
  fs.mkdirSync(outputDir, { recursive: true });
  const file = path.join(outputDir, "P860.wav");
  fs.writeFileSync(file, waveBytes(20));

  await letIn(context, world, world.lead);
  await page.goto(base);
  await page.getByRole("button", { name: "Change Interview P860" }).click();
  await page.getByRole("menuitem", { name: "Add a recording…" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a recording to “Interview P860”" });
  // What is no recording is told before anything is sent.
  const chooser = dialog.locator('input[type="file"]');
  await chooser.setInputFiles({ name: "notes.mp3", mimeType: "audio/mpeg", buffer: Buffer.from("INT: words") });
  await expect(dialog.getByText("This is not a recording that browsers play")).toBeVisible();
  await chooser.setInputFiles(file);
  await dialog.getByLabel("The transcript’s 0:00 lies in the recording at").fill("0:02");
  await axe(page);
  await dialog.getByRole("button", { name: "Add the recording" }).click();
  await expect(page.getByText("The recording was added to “Interview P860”.")).toBeVisible();

  // A coder, who has no part in the round with it, opens the document and hears it from the turn at the caret.
  const coder = await person(world.server);
  await letIn(coder.context(), world, world.a);
  await coder.goto(desk);
  const player = coder.getByRole("region", { name: "Recording" });
  await expect(player.getByText("of 0:20")).toBeVisible();
  const playing = transcript(coder).locator("article[data-playing]");
  await transcript(coder).focus();
  await coder.keyboard.press("Control+Home");
  for (let i = 0; i < 2; i++) await coder.keyboard.press("j");
  await coder.keyboard.press("l");
  await expect(coder.getByRole("status").filter({ hasText: "Playing from turn 3, INT, 0:11" })).toHaveCount(1);
  await expect(playing).toHaveAccessibleName("Turn 3, INT");
  await expect(player.getByText("In turn 3, INT")).toBeVisible();
  // It goes on, and the mark with it.
  await expect(playing).toHaveAccessibleName("Turn 4, P860");
  await expect(playing).toHaveCount(1);
  await axe(coder);
  await noHorizontalScroll(coder);
  await coder.keyboard.press("a");
  await expect(player.getByRole("button", { name: "Play", exact: true })).toBeVisible();
  await coder.keyboard.press(",");
  await expect(playing).toHaveAccessibleName("Turn 2, P860");
  await coder.keyboard.press("Alt+l");
  await expect(playing).toHaveAccessibleName("Turn 4, P860");
  // The mouse presses the time beside a turn; the place in the recording is a slider for both.
  await transcript(coder).getByText("0:04", { exact: true }).click();
  await expect(playing).toHaveAccessibleName("Turn 2, P860");
  await player.getByRole("button", { name: "Pause" }).click();
  await player.getByRole("slider", { name: "Place in the recording" }).focus();
  await coder.keyboard.press("Home");
  await expect(player.getByText("Before the first turn")).toBeVisible();
  await expect(playing).toHaveCount(0);

  // Whoever is not in the project finds nothing there, and a coder nothing either once it is the lead's alone.
  const params = { projectId: world.projectId, documentId };
  const { recordings } = await world.a.read<{ recordings: { id: string }[] }>("recordings", params);
  const recordingId = recordings[0]?.id ?? "";
  const address = `/api/recordings/${recordingId}`;
  const range = { headers: { range: "bytes=0-43" } };
  const heard = await world.a.fetch(address, range);
  expect([heard.status, (await heard.arrayBuffer()).byteLength]).toEqual([206, 44]);
  const about = await world.a.fetch(address, { method: "HEAD" });
  expect([about.status, about.headers.get("accept-ranges")]).toEqual([200, "bytes"]);
  expect((await new Caller(world.server).fetch(address, range)).status).toBe(401);
  const { projectId } = world;
  await world.lead.act("set-recording", { projectId, recordingId, offsetMs: 2000, leadOnly: true });
  await expect(player).toHaveCount(0);
  expect((await world.a.fetch(address, range)).status).toBe(404);
  expect((await world.a.fetch(`/api/recordings/${fixedId("none")}`, range)).status).toBe(404);

  // The lead takes it away and brings it back.
  await page.goto(desk);
  const own = page.getByRole("region", { name: "Recording" });
  await own.getByRole("button", { name: "Change P860.wav" }).click();
  await page.getByRole("menuitem", { name: "Remove the recording" }).click();
  await expect(own).toHaveCount(0);
  await page.getByRole("button", { name: "Undo", exact: true }).click();
  await expect(own).toBeVisible();
});
