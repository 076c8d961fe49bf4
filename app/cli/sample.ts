import fs from "node:fs";
import path from "node:path";
import { isClaimed } from "@/db/accounts/claim-workspace";
import { dataFolder, folderSecret } from "@/db/data-folder";
import { createSample, SAMPLE_PEOPLE } from "@/db/sample/create-sample";
import { closeWorkspace, openWorkspace } from "@/db/workspace";
import { Refusal } from "@/lib/refusal";
import type { Command } from "./command";

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
    const fresh = !fs.existsSync(dataFolder(root).database);
    const workspace = openWorkspace("sample", root, path.join(call.root, "db", "migrations"));
    try {
      if (!fresh && isClaimed(workspace)) throw new Refusal("sample-exists", 409, { folder: root });
      await createSample(workspace);
      const password = folderSecret(workspace.folder, "sample-password", () => {
        throw new Error("the sample study was made without a password");
      });
      const people = SAMPLE_PEOPLE.map(({ name, email }) => ({ name, email }));
      return {
        json: { folder: root, people, password },
        lines: [
          `The sample study is in ${root}.`,
          ...people.map(({ name, email }) => `  ${email}  ${name}`),
          `The password of each of them is ${password}`,
        ],
      };
    } finally {
      closeWorkspace(workspace);
    }
  },
};
