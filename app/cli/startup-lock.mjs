// One installation or build at a time in a checkout: `npm start` and `npm test` begun together wait for each other.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { asStartupProblem } from "./startup-problem.mjs";

/** A holder that left no pid within this time died between two steps. */
const NAMELESS_MS = 5000;

// `next build` empties .next but for its cache, so what must outlive a build lies there.
export function cacheFolder(root) {
  return path.join(root, ".next", "cache", "tandem");
}

function holderOf(lock) {
  try {
    return JSON.parse(fs.readFileSync(path.join(lock, "holder.json"), "utf8"));
  } catch {
    return null;
  }
}

function alive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Whether the lock's holder is gone. A holder on another machine (a shared folder) is believed for an hour. */
function stale(lock) {
  const holder = holderOf(lock);
  let age = 0;
  try {
    age = Date.now() - fs.statSync(lock).mtimeMs;
  } catch {
    return false;
  }
  if (!holder) return age > NAMELESS_MS;
  return holder.host === os.hostname() ? !alive(holder.pid) : age > 3_600_000;
}

function take(lock) {
  fs.mkdirSync(path.dirname(lock), { recursive: true });
  try {
    fs.mkdirSync(lock);
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    if (stale(lock)) {
      // Renaming is atomic: of two who find the same stale lock, one clears it away.
      const aside = `${lock}-stale-${process.pid}`;
      try {
        fs.renameSync(lock, aside);
        fs.rmSync(aside, { recursive: true, force: true });
      } catch {
        // Somebody else was faster.
      }
    }
    return false;
  }
  fs.writeFileSync(path.join(lock, "holder.json"), JSON.stringify({ pid: process.pid, host: os.hostname() }));
  return true;
}

/** Runs `work` while holding the checkout's lock. `say` is told once when another holder is waited for. */
export async function withStartupLock(root, say, work) {
  const lock = path.join(cacheFolder(root), "lock");
  let told = false;
  try {
    while (!take(lock)) {
      if (!told) say("Another Tandem command is preparing this folder; waiting for it.");
      told = true;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  } catch (error) {
    throw asStartupProblem(error, root);
  }
  const release = () => fs.rmSync(lock, { recursive: true, force: true });
  process.once("exit", release);
  try {
    return await work();
  } finally {
    process.off("exit", release);
    release();
  }
}
