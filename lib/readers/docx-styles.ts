// Two things that a Word document's styles do to its words: hide them, and number their paragraphs.
import { WORD } from "./docx-body";
import { visitXml } from "./xml";

export interface DocxStyles {
  readonly hidden: ReadonlySet<string>;
  readonly numbering: ReadonlyMap<string, { readonly id: string; readonly level: number }>;
}

/** Throws Refusal as `visitXml` does. */
export function readDocxStyles(part: Uint8Array | undefined): DocxStyles {
  const hidden = new Set<string>();
  const numbering = new Map<string, { id: string; level: number }>();
  if (!part) return { hidden, numbering };
  let style: string | null = null;
  let numberId: string | null = null;
  let level = 0;
  visitXml(part, {
    open(element) {
      if (!WORD.has(element.uri)) return;
      const value = element.attribute("val");
      if (element.local === "style") {
        style = element.attribute("styleId") ?? null;
        numberId = null;
        level = 0;
      }
      if (element.local === "vanish" && style !== null && !/^(?:0|false|off)$/.test(value ?? "1")) hidden.add(style);
      if (element.local === "numId") numberId = value ?? null;
      if (element.local === "ilvl") level = Number(value ?? "0") || 0;
    },
    close(element) {
      if (!WORD.has(element.uri) || element.local !== "style") return;
      if (style !== null && numberId !== null) numbering.set(style, { id: numberId, level });
      style = null;
    },
  });
  return { hidden, numbering };
}
