import fs from "node:fs";
import path from "node:path";
import { Document, Packer, Paragraph } from "docx";
import type { Page } from "playwright/test";
import { zipBytes } from "@/lib/readers/zip-fixture";
import { expect, test } from "../fixtures/tandem-test";
import { ask, enterSample } from "./sample-study";

const GROUP = [
  "MOD: Who went home on time?",
  "F: Not me.",
  "F: I did, once.",
  "f: Once!",
  "MOD: And now?",
  "F: Now, yes.",
];
const CUES =
  "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ina>How was it?\n\n00:02.000 --> 00:04.000\n<v Ben>Long.\n\n00:04.000 --> 00:05.000\n<v Ina>Why?\n\n00:05.000 --> 00:06.000\n<v Ben>Cases.\n";
const talk = (who: string) => `INT: How was it?\n\n${who}: Quiet.\n\nINT: And then?\n\n${who}: Busy.\n`;

/** A folder as a team has it: a typist's Word file, captions, a zip with two files, a scan that does not open. */
async function teamFolder(folder: string): Promise<string> {
  fs.mkdirSync(folder, { recursive: true });
  const lay = (name: string, data: string | Uint8Array) => fs.writeFileSync(path.join(folder, name), data);
  const file = new Document({ sections: [{ children: GROUP.map((line) => new Paragraph(line)) }] });
  lay("Group 2026-03-05.docx", await Packer.toBuffer(file));
  lay("Captions.vtt", CUES);
  const files = ["P7", "P8"].map((who) => ({ name: `more/Interview ${who}.txt`, data: talk(who) }));
  lay("More.zip", zipBytes([...files, { name: "__MACOSX/._x", data: "x" }]));
  lay("Scan.pdf", "%PDF-1.7\nnothing");
  lay(".DS_Store", "x");
  return folder;
}

const rows = (page: Page) => page.getByRole("list", { name: "Files" }).getByRole("listitem");
const row = (page: Page, name: string) => rows(page).filter({ hasText: name });

test("a folder comes in file by file, with speakers merged, parted and kept as a rule", async ({
  page,
  axe,
  noHorizontalScroll,
  expectedErrors,
}) => {
  expectedErrors.push(/status of 422/);
  await enterSample(page);
  const projectId = "1".repeat(32);
  await ask(page, "/api/acts/create-project", { projectId, name: "What a team has" });
  await page.goto(`/sample/projects/${projectId}/import`);
  const folder = await teamFolder(test.info().outputPath("From the team"));
  await page.locator("input[webkitdirectory]").setInputFiles(folder);
  await expect(row(page, "Scan.pdf")).toContainText("damaged");
  await expect(rows(page)).toHaveCount(5);
  await expect(page.getByRole("button", { name: "Import 4 documents" })).toBeEnabled();

  await test.step("merges two labels, and gives one turn to somebody else", async () => {
    await row(page, "Group").getByRole("button", { name: "Group 2026-03-05.docx", exact: true }).click();
    await expect(page.getByLabel("Date", { exact: false })).toHaveValue("2026-03-05");
    await page.getByLabel("Name of f", { exact: true }).fill("Ana");
    await page.getByRole("button", { name: "Names to choose from for F", exact: true }).click();
    await page.getByRole("menuitem", { name: /^Ana/ }).click();
    await expect(page.getByLabel("Name of F", { exact: true })).toHaveValue("Ana");
    await axe(page);
    await noHorizontalScroll(page);
    await page.getByRole("button", { name: /^Split…\s*F$/ }).click();
    const dialog = page.getByRole("dialog", { name: /Whose turns are/ });
    await dialog.getByRole("checkbox", { name: /I did, once/ }).press(" ");
    await dialog.getByLabel("Who speaks in them").fill("Bea");
    await dialog.getByRole("button", { name: "Give 1 turn" }).click();
    await expect(dialog.getByRole("checkbox", { name: /Bea.*I did, once/ })).not.toBeChecked();
    await axe(page);
    await dialog.getByRole("button", { name: "Done" }).click();
    await expect(page.getByRole("region", { name: "How it begins" }).getByText("Bea", { exact: true })).toBeVisible();
  });

  await test.step("keeps what was decided as a rule", async () => {
    await page.getByRole("button", { name: "Rules", exact: true }).click();
    await page.getByRole("menuitem", { name: "Save as a rule…" }).click();
    await page.getByLabel("Name of the rule").fill("Our typist");
    await page.getByRole("button", { name: "Save the rule" }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });

  await test.step("imports, and finds what came of each file", async () => {
    await page.getByRole("button", { name: "Import 4 documents" }).click();
    await expect(page.getByText("4 files are in the project now.")).toBeVisible();
    await expect(row(page, "Scan.pdf").getByRole("button", { name: "Try again: Scan.pdf" })).toBeVisible();
    await expect(row(page, "Interview P7.txt")).toContainText("Imported");
    await axe(page);
  });

  await test.step("the next file of that style is decided by the rule, and the same file is told", async () => {
    await page.getByRole("button", { name: "Leave out all" }).click();
    await page.locator("input[type=file]:not([webkitdirectory])").setInputFiles([
      {
        name: "Group two.txt",
        mimeType: "text/plain",
        buffer: Buffer.from("MOD: Well?\n\nF: Yes.\n\nMOD: So?\n\nF: No.\n"),
      },
      { name: "Captions again.vtt", mimeType: "text/vtt", buffer: Buffer.from(CUES) },
    ]);
    await expect(row(page, "Captions again.vtt")).toContainText("the same file as “Captions”");
    await row(page, "Group two.txt").getByRole("button", { name: "Group two.txt", exact: true }).click();
    await expect(page.getByText("Decided by the rule “Our typist”")).toBeVisible();
    await expect(page.getByLabel("Name of F", { exact: true })).toHaveValue("Ana");
    await page.getByRole("button", { name: "Take it back" }).click();
    await expect(page.getByLabel("Name of F", { exact: true })).toHaveValue("F");
  });
});
