// The hash of everything a build is made from: by content, so that a fresh clone or a touched file builds nothing anew.
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";

const FOLDERS = ["app", "db", "lib"];
const FILES = ["package.json", "package-lock.json", "tsconfig.json", "next.config.js"];
const SKIPPED = /\.test\.tsx?$/;

function filesBelow(folder) {
  const files = [];
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) files.push(...filesBelow(file));
    else if (!SKIPPED.test(entry.name)) files.push(file);
  }
  return files;
}

export function sourceHash(root) {
  const hash = createHash("sha256");
  const files = FILES.map((name) => path.join(root, name));
  for (const folder of FOLDERS) files.push(...filesBelow(path.join(root, folder)));
  for (const file of files.sort()) {
    if (!fs.existsSync(file)) continue;
    const bytes = fs.readFileSync(file);
    hash.update(`${path.relative(root, file)}\n${bytes.length}\n`).update(bytes);
  }
  return hash.digest("hex");
}
