import fs from "node:fs";
import path from "node:path";
import { Refusal } from "@/lib/refusal";

/** What systems leave in folders beside people's files. */
const LITTER = /^(?:\..*|Thumbs\.db|desktop\.ini|~\$.*)$/i;

/** The files meant by what somebody named: a folder stands for all files in it, however deep, in the order of their names. */
export function listedFiles(named: readonly string[]): string[] {
  return named.flatMap((each) => (isFolder(each) ? filesIn(each) : [each]));
}

function filesIn(folder: string): string[] {
  const found: string[] = [];
  const entries = fs.readdirSync(folder, { withFileTypes: true });
  entries.sort((a, b) => a.name.localeCompare(b.name, "en", { numeric: true }));
  for (const entry of entries) {
    if (LITTER.test(entry.name)) continue;
    const whole = path.join(folder, entry.name);
    // A link to a folder is not followed: it may lead back here.
    if (entry.isDirectory()) found.push(...filesIn(whole));
    else if (entry.isFile() || (entry.isSymbolicLink() && !isFolder(whole))) found.push(whole);
  }
  return found;
}

function isFolder(file: string): boolean {
  try {
    return fs.statSync(file).isDirectory();
  } catch {
    return false;
  }
}

/** Throws the Refusal `file-not-readable` for what is not there, not a file, or not to be read by this account. */
export function assertReadable(file: string): void {
  try {
    fs.accessSync(file, fs.constants.R_OK);
    if (fs.statSync(file).isFile()) return;
  } catch {
    // Refused below, whatever it was.
  }
  throw new Refusal("file-not-readable", 404, { file });
}
