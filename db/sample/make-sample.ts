// Makes the sample study in a data folder of its own and closes it again: what a child process does for the server.
import { closeWorkspace, openWorkspace } from "../workspace";
import { createSample } from "./create-sample";

export async function makeSample(root: string, migrationsFolder: string): Promise<void> {
  const workspace = openWorkspace("sample", root, migrationsFolder);
  try {
    await createSample(workspace);
  } finally {
    closeWorkspace(workspace);
  }
}
