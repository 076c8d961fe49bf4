import type { Page } from "playwright/test";
import { expect, test } from "../fixtures/tandem-test";

test.describe.configure({ timeout: 120_000 });

const PASSPHRASE = "seven lanterns by the river";

const TALKS = [
  {
    name: "Interview with Zuzana",
    text: "INT: Who helps you?\nZuzana: Mostly Milan. In spring, when Milan was ill, it was Zuzana’s list and mine, nobody else’s.\nINT: And Hope at the ward?\nZuzana: We have hope. I asked Hope Okafor once.\nINT: Did it help?\nZuzana: It did, Hope stayed late.\n",
  },
  { name: "Second talk", text: "INT: And Milan?\nP4: I met Milan at a funeral.\nINT: And then?\nP4: Nothing.\n" },
];

interface Preview {
  readonly preview: { readonly stageId: string; readonly labels: readonly { readonly proposal: unknown }[] };
}

/** A lead of a new workspace, with two interviews in a project; the address of the project. */
async function study(page: Page, url: string): Promise<string> {
  const tell = async <Answer>(address: string, data: unknown, type = "application/json"): Promise<Answer> => {
    const answer = await page.request.post(`${url}${address}`, {
      data,
      headers: { origin: url, "content-type": type },
    });
    expect(answer.ok(), `${address}: ${await answer.text()}`).toBe(true);
    return (await answer.json()) as Answer;
  };
  await tell("/api/accounts/claim", {
    name: "Ruth Adeyemi",
    email: "ruth@example.org",
    password: "seven quiet lanterns",
  });
  const id = (name: string) => Buffer.from(name.padEnd(16, ".")).toString("hex").slice(0, 32);
  const projectId = id("project");
  await tell("/api/acts/create-project", { projectId, name: "Wellbeing" });
  for (const { name, text } of TALKS) {
    const address = `/api/imports?projectId=${projectId}&name=${encodeURIComponent(`${name}.txt`)}`;
    const { preview } = await tell<Preview>(address, Buffer.from(text), "application/octet-stream");
    const decisions = preview.labels.map((each) => each.proposal);
    const documents = [{ stageId: preview.stageId, documentId: id(name), name, kind: "interview", decisions }];
    await tell("/api/acts/confirm-import", { projectId, documents });
  }
  return `${url}/main/projects/${projectId}`;
}

test("a lead puts pseudonyms in the place of names, leaves out what is none, and the names are gone", async ({
  page,
  freshServer,
  expectedErrors,
  axe,
  noHorizontalScroll,
}) => {
  const project = await study(page, freshServer.url);
  await page.goto(`${project}/people`);
  await page.getByRole("link", { name: "Pseudonyms" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Pseudonyms" })).toBeVisible();
  await page.getByLabel("Passphrase", { exact: true }).fill(PASSPHRASE);
  await page.getByLabel("The same passphrase again").fill(PASSPHRASE.toUpperCase());
  await page.getByRole("button", { name: "Make the table" }).click();
  await expect(page.getByText("The two are not the same.")).toBeVisible();
  await page.getByLabel("The same passphrase again").fill(PASSPHRASE);
  await page.getByRole("button", { name: "Make the table" }).click();

  // Proposals, by keyboard: what was decided leaves the list, and the hand stays.
  await page.getByRole("tab", { name: /Proposals/ }).click();
  await page.getByRole("button", { name: "Add Zuzana" }).press("Enter");
  await expect(page.getByRole("button", { name: "Add Milan" })).toBeVisible();
  await page.getByRole("button", { name: "Add Milan" }).press("Enter");
  await expect(page.getByRole("tab", { name: /Names/ })).toContainText("2");

  await page.getByRole("tab", { name: /Names/ }).click();
  await page.getByLabel("Pseudonym of Zuzana").fill("Petra");
  await page.getByLabel("Another name").fill("Hope");
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await page.getByLabel("Pseudonym of Hope").fill("Milan");
  await expect(page.getByText("would be replaced again")).toBeVisible();
  await page.getByLabel("Pseudonym of Hope").fill("Grace");
  await noHorizontalScroll(page, 1024);

  // In context: the first stays as it is, by a key.
  await page.getByRole("button", { name: "Hope in context" }).click();
  const places = page.getByRole("dialog").getByRole("checkbox");
  await expect(places).toHaveCount(3);
  await axe(page);
  await places.first().press("n");
  await expect(places.nth(1)).toBeFocused();
  await expect(places.first()).not.toBeChecked();
  await expect(places.nth(1)).toBeChecked();
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("button", { name: "Save the table" }).click();
  await expect(page.getByText("Saved under the passphrase")).toBeVisible();

  await page.getByRole("tab", { name: /Documents/ }).click();
  const row = page.getByRole("row", { name: /Interview with Zuzana/ });
  await expect(row).toContainText("holds a name");
  await page.getByRole("button", { name: "Replace names in 2 documents…" }).click();
  const confirm = page.getByRole("alertdialog");
  await expect(confirm).toContainText("This cannot be undone.");
  await axe(page);
  await confirm.getByRole("textbox").fill("replace names");
  await confirm.getByRole("button", { name: "Replace the names" }).click();
  await expect(page.getByText("Pseudonyms stand in 2 documents.")).toBeVisible();
  await expect(page.getByRole("row", { name: /Interview with Petra/ })).toBeVisible();

  // The table opens again with its passphrase alone.
  expectedErrors.push(/422/);
  await page.reload();
  await page.getByLabel("Passphrase", { exact: true }).fill("seven lanterns by the sea");
  await page.getByRole("button", { name: "Open the table" }).click();
  await expect(page.getByText("This is not the passphrase of this project’s names.")).toBeVisible();
  await page.getByLabel("Passphrase", { exact: true }).fill(PASSPHRASE);
  await page.getByRole("button", { name: "Open the table" }).click();
  await expect(page.getByLabel("Pseudonym of Zuzana")).toHaveValue("Petra");

  // A later file has them from the start.
  await page.goto(`${project}/import`);
  const text = "INT: And you?\nP9: I am not Zuzana.\nINT: No?\nP9: No.\n";
  await page
    .locator("input[type=file]")
    .first()
    .setInputFiles({
      name: "zuzana_again.txt",
      mimeType: "text/plain",
      buffer: Buffer.from(text),
    });
  await page.getByText("Put pseudonyms in the place of names").click();
  await page.getByLabel("Passphrase of the table of names").fill(PASSPHRASE);
  await page.getByRole("button", { name: "Import 1 document" }).click();
  await page.getByRole("link", { name: "Petra again" }).click();
  await expect(page.getByText("I am not Petra.")).toBeVisible();

  await page.goto(project);
  await page.getByRole("link", { name: "Interview with Petra" }).click();
  await expect(page.getByText("Mostly Person 2. In spring, when Person 2 was ill")).toBeVisible();
  await expect(page.getByText("I asked Grace Okafor once.")).toBeVisible();
  await expect(page.locator("body")).not.toContainText("Zuzana");
});
