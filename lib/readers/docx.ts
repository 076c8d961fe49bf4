// Word documents: which of a package's parts hold the text, and what they show.
import { Refusal } from "../refusal";
import { readDocxBody } from "./docx-body";
import { readDocxNumbering } from "./docx-numbering";
import { readDocxStyles } from "./docx-styles";
import { flowResult } from "./page-flow-result";
import type { ReadOptions, ReadResult } from "./read-result";
import { packageKind } from "./sniff";
import { WORD } from "./word-namespace";
import { visitXml } from "./xml";
import { readZip } from "./zip";

const WANTED = /^(?:_rels\/\.rels|[^/]+\/(?:document|numbering|styles|header|footer)[^/]*\.xml)$/i;

/** Throws Refusal: those of `readZip`, `visitXml` and `packageKind`. */
export async function readDocx(bytes: Uint8Array, options: ReadOptions = {}): Promise<ReadResult> {
  const { names, parts } = await readZip(bytes, (name) => WANTED.test(name));
  if (packageKind(names) !== "docx") throw new Refusal("file-damaged", 422);
  const main = mainPart(parts.get("_rels/.rels"), parts);
  const folder = main.replace(/[^/]*$/, "");
  const part = parts.get(main);
  if (!part) throw new Refusal("file-damaged", 422);
  const beside = (stem: string) =>
    parts.get(`${folder}${stem}.xml`) ??
    [...parts].find(([name]) => name.startsWith(`${folder}${stem}`) && name !== main)?.[1];
  const styles = readDocxStyles(beside("styles"));
  const flow = readDocxBody(part, styles, readDocxNumbering(beside("numbering")));
  flow.counts.macros = names.filter((name) => /vbaProject\.bin$/i.test(name)).length;
  flow.counts.headers = [...parts].filter(
    ([name, each]) => /\/(?:header|footer)[^/]*$/i.test(name) && hasWords(each),
  ).length;
  return flowResult("docx", flow, options);
}

/** The part that the package calls its document; most writers call it word/document.xml. */
function mainPart(relations: Uint8Array | undefined, parts: ReadonlyMap<string, Uint8Array>): string {
  let target: string | null = null;
  if (relations) {
    visitXml(relations, {
      open(element) {
        if (element.local !== "Relationship" || !/\/officeDocument$/.test(element.attribute("Type") ?? "")) return;
        target ??= (element.attribute("Target") ?? "").replace(/^\.?\//, "");
      },
    });
  }
  if (target !== null && parts.has(target)) return target;
  return [...parts.keys()].find((name) => /^word\/document[^/]*\.xml$/i.test(name)) ?? "";
}

/** A page number alone is nobody's words. */
function hasWords(part: Uint8Array): boolean {
  let inText = 0;
  let found = false;
  visitXml(part, {
    open: (element) => {
      if (WORD.has(element.uri) && element.local === "t") inText++;
    },
    close: (element) => {
      if (WORD.has(element.uri) && element.local === "t") inText--;
    },
    text: (words) => {
      if (inText > 0 && /\p{L}/u.test(words)) found = true;
    },
  });
  return found;
}
