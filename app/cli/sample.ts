import { randomBytes } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { isClaimed } from "@/db/accounts/claim-workspace";
import { dataFolder } from "@/db/data-folder";
import { createSample, SAMPLE_PEOPLE } from "@/db/sample/create-sample";
import { makeSample } from "@/db/sample/make-sample";
import { closeWorkspace, openWorkspace } from "@/db/workspace";
import { Refusal } from "@/lib/refusal";
import type { Command } from "./command";

/** Under another name until it is whole: a running server must not find half a sample where it looks for one. */
async function makeFresh(root: string, migrationsFolder: string): Promise<void> {
  fs.mkdirSync(path.dirname(root), { recursive: true, mode: 0o700 });
  const making = `${root}.new-${randomBytes(6).toString("hex")}`;
  try {
    await makeSample(making, migrationsFolder);
    fs.renameSync(making, root);
  } catch (error) {
    fs.rmSync(making, { recursive: true, force: true });
    const code = (error as { code?: unknown }).code;
    if (code === "ENOTEMPTY" || code === "EEXIST") throw new Refusal("sample-exists", 409, { folder: root });
    throw error;
  }
}

async function makeWithin(root: string, migrationsFolder: string): Promise<void> {
  const fresh = !fs.existsSync(dataFolder(root).database);
  const workspace = openWorkspace("sample", root, migrationsFolder);
  try {
    if (!fresh && isClaimed(workspace)) throw new Refusal("sample-exists", 409, { folder: root });
    await createSample(workspace);
  } finally {
    closeWorkspace(workspace);
  }
}

export const sample: Command = {
  name: "sample",
  summary: "Make the sample study, as the first page of Tandem does",
  usage: "[FOLDER]",
  about: [
    "FOLDER is a data folder of its own; without it the sample is made where the server looks for it.",
    "Prints the accounts of the study, with their password.",
  ],
  async run(call) {
    const root = path.resolve(call.positionals[0] ?? path.join(call.dataRoot, "sample"));
    const migrationsFolder = path.join(call.root, "db", "migrations");
    if (fs.existsSync(root)) await makeWithin(root, migrationsFolder);
    else await makeFresh(root, migrationsFolder);
    const password = fs.readFileSync(path.join(dataFolder(root).keys, "sample-password"), "utf8").trim();
    const people = SAMPLE_PEOPLE.map(({ name, email }) => ({ name, email }));
    return {
      json: { folder: root, people, password },
      lines: [
        `The sample study is in ${root}.`,
        ...people.map(({ name, email }) => `  ${email}  ${name}`),
        `The password of each of them is ${password}`,
      ],
    };
  },
};
