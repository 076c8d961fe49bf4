import path from "node:path";
import { closeWorkspace, openWorkspace } from "@/db/workspace";
import type { Command } from "./command";

export const init: Command = {
  name: "init",
  summary: "Make the data folder, or bring it up to date, without starting the server",
  usage: "",
  about: ["Migrates the database after an update; a copy from before is kept in backups/."],
  async run(call) {
    closeWorkspace(openWorkspace("main", call.dataRoot, path.join(call.root, "db", "migrations")));
    return { json: { dataRoot: call.dataRoot }, lines: [`The data folder ${call.dataRoot} is ready.`] };
  },
};
