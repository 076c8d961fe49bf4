// Sees the death of the npm that started this process: npm passes no signal on when it is itself killed.
import fs from "node:fs";

const INTERVAL_MS = 250;
const SHELL = /^(sh|dash|bash|ash|busybox|zsh)$/;

function parentOf(pid) {
  try {
    // The name in parentheses may hold spaces; state and parent follow it.
    const stat = fs.readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return null;
  }
}

function isShell(pid) {
  try {
    return SHELL.test(fs.readFileSync(`/proc/${pid}/comm`, "utf8").trim());
  } catch {
    return false;
  }
}

/** Calls `onDeath` once. npm runs scripts through a shell that outlives it, so the shell's parent is watched as well. */
export function watchParent(onDeath) {
  const parent = process.ppid;
  const npm = isShell(parent) ? parentOf(parent) : null;
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === null || parentOf(parent) === npm)) return;
    clearInterval(timer);
    onDeath();
  }, INTERVAL_MS);
  return () => clearInterval(timer);
}
