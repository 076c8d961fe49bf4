import type { Page } from "playwright/test";
import type { RunningServer } from "../fixtures/start-server";
import { expect, test } from "../fixtures/tandem-test";

// Whole stories, each with a server of its own, beside other workers.
test.describe.configure({ timeout: 180_000 });

const INTERVIEW = `INT: Thank you for coming. How has the work changed?
P802: When I joined there were twelve of us, and now there are seven.
INT: How do you manage?
P802: We do not, really. You take it home with you.
INT: And support?
P802: There is a number you can ring. Nobody rings it.
`;

const FOCUS_GROUP = `WEBVTT

00:00:01.000 --> 00:00:04.000
<v Moderator>Welcome, everybody. Shall we begin with the workload?

00:00:05.000 --> 00:00:09.000
<v P598>Well, it never stops, does it.

00:00:10.000 --> 00:00:13.000
<v P601>No. And then you think about it at night.
`;

const LATIN = Buffer.from("INT: How was it?\nP714: The caf\xe9 was shut.\nINT: And now?\nP714: Open.\n", "latin1");

const file = (name: string, content: string | Buffer) => ({
  name,
  mimeType: "application/octet-stream",
  buffer: typeof content === "string" ? Buffer.from(content) : content,
});

/** A lead of a workspace that nobody has used, in a new project. */
async function newProject(page: Page, server: RunningServer): Promise<string> {
  await page.goto(`${server.url}/`);
  await page.getByLabel("Your name").fill("Ruth Adeyemi");
  await page.getByLabel("E-mail address").fill("ruth@example.org");
  await page.getByLabel("Password").fill("seven quiet lanterns");
  await page.getByRole("button", { name: "Create the workspace" }).click();
  await page.getByRole("button", { name: "New project" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Wellbeing of RASSO officers");
  await page.getByRole("button", { name: "Create the project" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Wellbeing of RASSO officers" })).toBeVisible();
  return page.url();
}

const treeRows = (page: Page) => page.getByRole("treegrid", { name: "Theme tree" }).getByRole("row");

async function treeText(page: Page): Promise<string[]> {
  const rows = await treeRows(page).all();
  return Promise.all(
    rows.map(async (row) => {
      const level = Number(await row.getAttribute("aria-level"));
      const name = await row.locator("[data-code-name]").innerText();
      return `${"- ".repeat(level - 1)}${name}`;
    }),
  );
}

test("a lead imports transcripts, and decides who speaks before anything is stored", async ({
  page,
  freshServer,
  axe,
  noHorizontalScroll,
  expectedErrors,
}) => {
  expectedErrors.push(/status of 422/);
  const project = await newProject(page, freshServer);
  await expect(page.getByRole("region", { name: "Next step" })).toContainText("Import the transcripts");
  await axe(page);

  await page.getByRole("region", { name: "Next step" }).getByRole("link", { name: "Import documents" }).click();
  await page
    .locator('input[type="file"]:not([webkitdirectory])')
    .setInputFiles([
      file("interview_802.txt", INTERVIEW),
      file("focus-group-2.vtt", FOCUS_GROUP),
      file("notes.pdf", "%PDF-1.4 nothing"),
      file("interview_714.txt", LATIN),
    ]);
  const files = page.getByRole("list", { name: "Files" }).getByRole("listitem");
  await expect(files.filter({ hasText: "notes.pdf" })).toContainText("is damaged");
  await expect(page.getByRole("button", { name: "Import 3 documents" })).toBeEnabled();

  await files.getByRole("button", { name: "interview_802.txt", exact: true }).click();
  await expect(page.getByLabel("Name of the document")).toHaveValue("Interview 802");
  await expect(page.getByRole("button", { name: /^Interview Kind$/ })).toBeVisible();
  const opening = page.getByRole("region", { name: "How it begins" });
  // What a decision does to the text is in sight before anything is stored.
  const notSpeaking = page.getByRole("checkbox", { name: "Not a speaker INT" });
  await expect(opening).not.toContainText("INT: Thank you for coming.");
  await notSpeaking.check({ force: true });
  await expect(opening).toContainText("INT: Thank you for coming.");
  await notSpeaking.uncheck({ force: true });
  await expect(opening).not.toContainText("INT: Thank you for coming.");
  await page.getByLabel("Name of INT", { exact: true }).fill("Interviewer");
  await page.getByRole("button", { name: "Decide the same in the other files" }).click();
  await axe(page);
  await noHorizontalScroll(page);

  await files.getByRole("button", { name: "focus-group-2.vtt", exact: true }).click();
  await expect(page.getByRole("button", { name: /^Focus group Kind$/ })).toBeVisible();
  await files.getByRole("button", { name: "interview_714.txt", exact: true }).click();
  await expect(page.getByLabel("Name of INT", { exact: true })).toHaveValue("Interviewer");
  await expect(page.getByRole("list", { name: "Notes about the file" })).toContainText("encoding was guessed");
  await page.getByRole("button", { name: /Text encoding$/ }).click();
  await page.getByRole("option", { name: "windows-1252" }).click();
  await expect(opening).toContainText("The café was shut.");

  await page.getByRole("button", { name: "Import 3 documents" }).click();
  await page.getByRole("link", { name: "Go to the documents" }).click();
  await page.waitForURL(project);
  const documents = page.getByRole("table", { name: "Documents" });
  await expect(documents.getByRole("row", { name: /Interview 802.*Interview/ })).toBeVisible();
  await expect(documents.getByRole("row", { name: /Focus group 2.*Focus group.*3/ })).toBeVisible();
  await axe(page);
  await noHorizontalScroll(page);

  // A document that came by mistake goes, comes back by one press, and gets another name.
  await documents.getByRole("button", { name: "Change Interview 714" }).click();
  await page.getByRole("menuitem", { name: "Remove from the project" }).click();
  await expect(documents.getByRole("link", { name: "Interview 714" })).toBeHidden();
  await page.getByRole("alertdialog").filter({ hasText: "was removed" }).getByRole("button", { name: "Undo" }).click();
  await expect(documents.getByRole("link", { name: "Interview 714" })).toBeVisible();
  await documents.getByRole("button", { name: "Change Interview 714" }).click();
  await page.getByRole("menuitem", { name: /Rename/ }).click();
  await page.getByLabel("Name", { exact: true }).fill("Interview P714");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(documents.getByRole("link", { name: "Interview P714" })).toBeVisible();

  // Who speaks where stands under People, and gets a pseudonym there.
  await page.getByRole("navigation", { name: "Project" }).getByRole("link", { name: "People" }).click();
  const participants = page.getByRole("table", { name: "Participants" });
  await expect(
    participants.getByRole("row").filter({ hasText: "Interview P714" }).filter({ hasText: "Interview 802" }),
  ).toHaveCount(1);
  await page.getByLabel("Name of P601").fill("P602");
  await page.getByLabel("Name of P601").press("Enter");
  await expect(page.getByLabel("Name of P602")).toHaveValue("P602");
  await axe(page);
  await noHorizontalScroll(page);
});

test("a lead types the theme tree without leaving the keyboard, changes it and takes it back", async ({
  page,
  freshServer,
  axe,
  noHorizontalScroll,
  expectedErrors,
}) => {
  expectedErrors.push(/status of 409/);
  await newProject(page, freshServer);
  await page.getByRole("navigation", { name: "Project" }).getByRole("link", { name: "Codebook" }).click();
  await page.getByLabel("New theme").click();
  const type = async (name: string, key: string) => {
    await page.keyboard.type(name);
    await page.keyboard.press(key);
  };
  await type("Effects of resourcing", "Shift+Enter");
  await type("Levels of support", "Enter");
  await type("Support teams / self-managing risk", "Enter");
  await type("Workload levels", "Enter");
  await page.keyboard.press("Backspace");
  await type("Conservation of resources", "Shift+Enter");
  await type("Officer disassociation", "Enter");
  await type("Compassion fatigue", "Enter");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  const whole = [
    "Effects of resourcing",
    "- Levels of support",
    "- Support teams / self-managing risk",
    "- Workload levels",
    "Conservation of resources",
    "- Officer disassociation",
    "- Compassion fatigue",
  ];
  expect(await treeText(page)).toEqual(whole);
  await page.reload();
  expect(await treeText(page)).toEqual(whole);

  // A name that is taken says so, and what was typed is still there.
  await page.getByLabel("New theme").fill("Effects of resourcing");
  await page.getByLabel("New theme").press("Enter");
  await expect(page.getByText("There is already a code “Effects of resourcing”").first()).toBeVisible();
  await expect(page.getByLabel("New theme")).toHaveValue("Effects of resourcing");
  await page.getByLabel("New theme").fill("");

  // Moved, renamed in its place, taken back.
  await treeRows(page).filter({ hasText: "Workload levels" }).click();
  await page.keyboard.press("Alt+ArrowUp");
  await expect.poll(() => treeText(page)).toEqual([whole[0], whole[1], whole[3], whole[2], ...whole.slice(4)]);
  await page.keyboard.press("F2");
  await page.keyboard.type("Amount of work");
  await page.keyboard.press("Enter");
  await expect(treeRows(page).filter({ hasText: "Amount of work" })).toBeVisible();
  await page.getByRole("button", { name: /^Undo rewording/ }).click();
  await expect(treeRows(page).filter({ hasText: "Workload levels" })).toBeVisible();
  await page.getByRole("button", { name: /^Undo moving/ }).click();
  await expect.poll(() => treeText(page)).toEqual(whole);
  await page.getByRole("button", { name: /^Redo/ }).click();
  await expect.poll(() => treeText(page)).toEqual([whole[0], whole[1], whole[3], whole[2], ...whole.slice(4)]);

  // Moved by the dialog below another theme.
  await page.getByRole("button", { name: "Move to…" }).click();
  await page.getByRole("option", { name: "Conservation of resources", exact: true }).click();
  await page.getByRole("button", { name: "Move", exact: true }).click();
  await expect.poll(async () => (await treeText(page)).at(-1)).toBe("- Workload levels");

  // What it means is saved by itself.
  await page.getByLabel("Definition").fill("How much there is to do, and how much of it at once.");
  await page.getByLabel("Definition").blur();
  await page.getByRole("radio", { name: "Step 2 of the theme" }).check({ force: true });
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.reload();
  await treeRows(page).filter({ hasText: "Workload levels" }).click();
  await expect(page.getByLabel("Definition")).toHaveValue("How much there is to do, and how much of it at once.");
  await expect(page.getByRole("radio", { name: "Step 2 of the theme" })).toBeChecked();

  await page.getByRole("button", { name: "Retire" }).click();
  await expect(page.getByText("This code is retired")).toBeVisible();
  await page.getByRole("button", { name: "Bring back into use" }).click();
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(treeRows(page).filter({ hasText: "Workload levels" })).toBeHidden();
  await axe(page);
  await noHorizontalScroll(page);
});

test("a lead invites by a link that is shown once, and the guest finds the project read-only for them", async ({
  page,
  freshServer,
  person,
  axe,
  noHorizontalScroll,
  expectedErrors,
}) => {
  expectedErrors.push(/status of 404/);
  const project = await newProject(page, freshServer);
  await page.getByRole("navigation", { name: "Project" }).getByRole("link", { name: "People" }).click();
  await page.getByRole("button", { name: "Invite somebody" }).click();
  await page.getByLabel("Name", { exact: true }).fill("Sam Okafor");
  await axe(page);
  await page.getByRole("button", { name: "Make the link" }).click();
  const link = await page.getByLabel("Invitation link").inputValue();
  expect(link).toMatch(/\/main\/join#[0-9a-f]{64}$/);
  await page.getByRole("button", { name: "Done" }).click();
  await expect(page.getByRole("table", { name: "Open invitations" })).toContainText("Sam Okafor");
  await axe(page);
  await noHorizontalScroll(page);

  const sam = await person(freshServer);
  await sam.goto(link);
  await sam.getByLabel("E-mail address").fill("sam@example.org");
  await sam.getByLabel("Password").fill("a long walk by the sea");
  await sam.getByRole("button", { name: "Join the project" }).click();
  await sam.waitForURL(project);
  await expect(sam.getByText("There is no round for you yet")).toBeVisible();
  await expect(sam.getByRole("navigation", { name: "Project" }).getByRole("link", { name: "Journal" })).toBeHidden();
  await sam.getByRole("navigation", { name: "Project" }).getByRole("link", { name: "Codebook" }).click();
  await expect(sam.getByText("The codebook is empty")).toBeVisible();
  await expect(sam.getByLabel("New theme")).toBeHidden();
  expect((await sam.goto(`${project}/journal`))?.status()).toBe(404);
  expect((await sam.goto(`${project}/import`))?.status()).toBe(404);

  await expect(page.getByRole("table", { name: "Members of the project" })).toContainText("Sam Okafor");
  await page.getByRole("button", { name: "Remove Sam Okafor" }).click();
  await page.getByLabel("Type “Sam Okafor” to confirm").fill("Sam Okafor");
  await page.getByRole("button", { name: "Remove", exact: true }).click();
  await expect(page.getByRole("table", { name: "Members of the project" })).not.toContainText("Sam Okafor");
  expect((await sam.goto(project))?.status()).toBe(404);

  await page.getByRole("navigation", { name: "Project" }).getByRole("link", { name: "Journal" }).click();
  await expect(page.getByRole("table", { name: "Journal of the project" })).toContainText("removed a member");
  await axe(page);
  await noHorizontalScroll(page);
});
