// The Chromium that lies inside an npm package, for machines without any browser: fetched once, unpacked without its code.
import fs from "node:fs";
import path from "node:path";
import zlib from "node:zlib";
import { npmCommand } from "../app/cli/ensure-dependencies.mjs";
import { runChild } from "../app/cli/run-child.mjs";

const PACKAGE = "@sparticuz/chromium@153.0.0";
const BLOCK = 512;

/** The regular files of a tar archive, as [name, bytes]. */
function* filesOfTar(tar) {
  let offset = 0;
  while (offset + BLOCK <= tar.length) {
    const header = tar.subarray(offset, offset + BLOCK);
    if (header[0] === 0) return;
    const field = (from, to) => header.toString("utf8", from, to).split("\0", 1)[0];
    const size = Number.parseInt(field(124, 136).trim(), 8) || 0;
    const type = field(156, 157);
    const name = path.posix.join(field(345, 500), field(0, 100));
    const body = tar.subarray(offset + BLOCK, offset + BLOCK + size);
    if ((type === "0" || type === "") && !path.posix.normalize(name).startsWith("..")) yield [name, body];
    offset += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
}

function writeTar(tar, folder) {
  for (const [name, body] of filesOfTar(tar)) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, body, { mode: 0o755 });
  }
}

/** `{ executable, env }`, or null where it cannot serve (another system, no registry). */
export async function fetchPackedChromium(root, say) {
  if (process.platform !== "linux" || process.arch !== "x64") return null;
  const folder = path.join(root, "node_modules", ".cache", "tandem", "chromium");
  const found = {
    executable: path.join(folder, "chromium"),
    env: { LD_LIBRARY_PATH: path.join(folder, "lib"), FONTCONFIG_PATH: path.join(folder, "fonts") },
  };
  if (fs.existsSync(path.join(folder, "complete"))) return found;
  say("Fetching a Chromium for the browser tests (64 MB, once) …");
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const { command, args } = npmCommand();
  const packing = await runChild(command, [...args, "pack", PACKAGE, "--silent"], { cwd: folder, env: process.env });
  const tarball = fs.readdirSync(folder).find((name) => name.endsWith(".tgz"));
  if (packing.code !== 0 || !tarball) return null;
  const packed = new Map(filesOfTar(zlib.gunzipSync(fs.readFileSync(path.join(folder, tarball)))));
  for (const [name, body] of packed) {
    if (!name.endsWith(".br")) continue;
    const bytes = zlib.brotliDecompressSync(body);
    if (name.endsWith(".tar.br")) writeTar(bytes, folder);
    else fs.writeFileSync(path.join(folder, path.basename(name, ".br")), bytes, { mode: 0o755 });
  }
  fs.rmSync(path.join(folder, tarball));
  // The archives bring their libraries as al2023/lib; one folder of that name is what the loader is told of.
  for (const name of ["al2023", "al2"]) {
    const lib = path.join(folder, name, "lib");
    if (fs.existsSync(lib) && !fs.existsSync(path.join(folder, "lib"))) fs.renameSync(lib, path.join(folder, "lib"));
  }
  if (!fs.existsSync(found.executable)) return null;
  fs.writeFileSync(path.join(folder, "complete"), "");
  return found;
}
