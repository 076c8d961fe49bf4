// Runs a program to its end with its output kept, and ends it when this process is told to end.
import { spawn } from "node:child_process";

const KEPT = 200_000;

/**
 * Resolves with the exit code (null when it could not start or was killed), all output interleaved, and standard
 * output alone. With `show` the output also appears as it comes.
 */
export function runChild(command, args, { cwd, env, show = false, timeoutMs = 0 } = {}) {
  return new Promise((resolve) => {
    let output = "";
    let stdout = "";
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    const stop = () => child.kill("SIGTERM");
    const timer = timeoutMs ? setTimeout(() => child.kill("SIGKILL"), timeoutMs) : null;
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
    const keep = (chunk, stream) => {
      if (show) stream.write(chunk);
      output = (output + chunk).slice(-KEPT);
    };
    child.stdout.setEncoding("utf8").on("data", (chunk) => {
      stdout += chunk;
      keep(chunk, process.stdout);
    });
    child.stderr.setEncoding("utf8").on("data", (chunk) => keep(chunk, process.stderr));
    const done = (code, signal) => {
      if (timer) clearTimeout(timer);
      process.off("SIGINT", stop);
      process.off("SIGTERM", stop);
      resolve({ code, signal: signal ?? null, output, stdout });
    };
    child.once("error", (error) => {
      output += String(error.message);
      done(null, null);
    });
    child.once("close", done);
  });
}
