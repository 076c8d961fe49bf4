import { wordsHash } from "@/lib/text/words-hash";
import { expect, test } from "../fixtures/tandem-test";
import { codeWords } from "./desk-hand";
import { codingsOf, letIn, openDesk, ownStudy, transcript } from "./saving-hand";

test("a lead corrects words that two coders have coded blind; every coding stays on its words", async ({
  page,
  context,
  person,
  endings,
  axe,
  noHorizontalScroll,
}) => {
  const world = await ownStudy(endings);
  const [document] = world.documents;
  const [documentId, text] = [document?.id ?? "", document?.text ?? ""];
  const { projectId } = world;

  // Anna codes on her desk, which stays open; Bela somewhere else.
  await letIn(context, world, world.a);
  await openDesk(page, world);
  await codeWords(page, "never enough cover", "workload");
  const start = text.indexOf("the list only grows");
  const end = start + "the list only grows".length;
  const span = { start, end, wordsHash: wordsHash(text.slice(start, end)) };
  const theirs = { projectId, setId: world.setsOfB[0], codingId: "b".repeat(32), codeId: world.codes.caring };
  await world.b.act("apply-code", { ...theirs, ...span });

  // The lead hears in the recording that it was "hardly ever", and on Sundays.
  const lead = await person(world.server);
  await letIn(lead.context(), world, world.lead);
  await lead.goto(`/main/projects/${projectId}`);
  await lead
    .getByRole("button", { name: /^Change Interview/ })
    .first()
    .click();
  await lead.getByRole("menuitem", { name: "Correct the transcript…" }).click();
  await expect(lead.getByRole("heading", { level: 1, name: /^Correct “/ })).toBeVisible();
  await axe(lead);
  await lead.getByRole("button", { name: "How is the work at the moment?" }).focus();
  await lead.keyboard.press("ArrowDown");
  await lead.keyboard.press("Enter");
  const field = lead.getByRole("textbox", { name: "Words of turn 2" });
  await expect(field).toBeFocused();
  await field.fill("There is hardly ever enough cover on a Sunday, and the list only grows.");
  await lead.keyboard.press("Control+Enter");
  await lead.getByRole("button", { name: "Look over 1 turn" }).click();
  await expect(lead.getByRole("checkbox")).toHaveCount(2);
  // Of what is coded blind the lead is told nothing at all.
  await expect(lead.getByText("Of the codings that you may read, none stands on words that change.")).toBeVisible();
  await axe(lead);
  await noHorizontalScroll(lead);
  await lead.getByRole("button", { name: "Correct the transcript: 2 changes" }).click();
  await expect(transcript(lead).getByText("hardly ever enough cover on a Sunday")).toBeVisible();

  // Anna's desk brings the new text by itself, and asks her to look at the one coding whose words changed.
  await expect(transcript(page).getByText("hardly ever enough cover on a Sunday")).toBeVisible();
  await expect(page.getByText("A correction of the text changed the words under one of your codings.")).toBeVisible();
  await page.getByRole("button", { name: "Look at it" }).click();
  const dialog = page.getByRole("dialog", { name: "1 coding stands on corrected words" });
  await expect(dialog.getByRole("definition")).toHaveText(["never enough cover", "hardly ever enough cover"]);
  await axe(page);
  await dialog.getByRole("button", { name: "Keep" }).click();
  await expect(page.getByText("A correction of the text changed")).toHaveCount(0);

  const now = await world.lead.read<{ text: string }>("coding-desk", { projectId, documentId });
  const wordsOf = async (caller: typeof world.a) =>
    (await codingsOf(world, caller)).map((each) => now.text.slice(each.start, each.end));
  expect(await wordsOf(world.a)).toEqual(["hardly ever enough cover"]);
  expect(await wordsOf(world.b)).toEqual(["the list only grows"]);
  const toLookAt = await world.b.read<{ codings: unknown[] }>("moved-codings", { projectId, documentId });
  expect(toLookAt.codings).toEqual([]);
});
