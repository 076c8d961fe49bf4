// The built server on a free port with a data folder of its own, for a benchmark.
import { spawn } from "node:child_process";
import path from "node:path";

export async function startServer(root, dataRoot) {
  const child = spawn(process.execPath, [path.join(root, "app", "server.mjs")], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...process.env, PORT: "0", HOST: "127.0.0.1", TANDEM_URL: "", TANDEM_DATA: dataRoot },
  });
  const url = await new Promise((resolve, reject) => {
    let printed = "";
    child.stdout.on("data", (chunk) => {
      printed += chunk;
      const found = /running at (\S+) /.exec(printed)?.[1];
      if (found) resolve(found);
    });
    child.once("exit", () => reject(new Error(`the server ended: ${printed}`)));
  });
  return { url, stop: () => new Promise((resolve) => child.once("exit", resolve) && child.kill("SIGTERM")) };
}
