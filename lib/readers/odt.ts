// OpenDocument texts, packed (.odt) and flat (.fodt): which parts hold the text, and what they show.
import { Refusal } from "../refusal";
import { MANIFEST } from "./odf-namespace";
import { readOdtBody } from "./odt-body";
import { readOdtStyles } from "./odt-styles";
import { flowResult } from "./page-flow-result";
import type { ReadOptions, ReadResult } from "./read-result";
import { visitXml } from "./xml";
import { readZip } from "./zip";

const WANTED = /^(?:mimetype|content\.xml|styles\.xml|META-INF\/manifest\.xml)$/;

/** Throws Refusal: those of `readZip` and `visitXml`, file-password, and what the package holds instead of a text. */
export async function readOdt(bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadResult> {
  const { names, parts } = await readZip(bytes, (name) => WANTED.test(name));
  const manifest = parts.get("META-INF/manifest.xml");
  if (manifest && isEncrypted(manifest)) throw new Refusal("file-password", 422);
  const kind = new TextDecoder().decode(parts.get("mimetype") ?? new Uint8Array());
  if (/\.spreadsheet/.test(kind)) throw new Refusal("file-spreadsheet", 422);
  if (/\.(?:presentation|graphics)/.test(kind)) throw new Refusal("file-presentation", 422);
  const content = parts.get("content.xml");
  if (!content) throw new Refusal("file-damaged", 422);
  const common = parts.get("styles.xml");
  const flow = readOdtBody(content, readOdtStyles(common ? [common, content] : [content]));
  flow.counts.macros = names.some((name) => /^(?:Basic|Scripts)\/.*\.(?:xml|xba|py|js|bsh)$/i.test(name)) ? 1 : 0;
  return flowResult("odt", flow, options);
}

/** Throws Refusal as `visitXml` does. */
export function readFlatOdt(bytes: Uint8Array, options: ReadOptions = {}): ReadResult {
  return flowResult("odt", readOdtBody(bytes, readOdtStyles([bytes])), options);
}

function isEncrypted(manifest: Uint8Array): boolean {
  let found = false;
  visitXml(manifest, {
    open: (element) => {
      if (element.uri === MANIFEST && element.local === "encryption-data") found = true;
    },
  });
  return found;
}
