// What a Word document's styles do to its words: make them bold or italic, hide them, and number their paragraphs.
import { WORD } from "./word-namespace";
import { visitXml, type XmlElement } from "./xml";

/** Properties that a run or a style may set; undefined where it says nothing of them. */
export interface Toggles {
  bold?: boolean;
  italic?: boolean;
  hidden?: boolean;
}

export interface DocxStyles {
  /** What a style says, what it is based on included; null asks for the paragraph style that needs no name. */
  toggles(style: string | null): Toggles;
  readonly defaults: Toggles;
  numbering(style: string | null): { readonly id: string; readonly level: number } | null;
}

interface Style extends Toggles {
  basedOn: string | null;
  numberId: string | null;
  level: number;
}

export const TOGGLES: Readonly<Record<string, keyof Toggles>> = { b: "bold", i: "italic", vanish: "hidden" };
const LONGEST_CHAIN = 50;

/** Throws Refusal as `visitXml` does. */
export function readDocxStyles(part: Uint8Array | undefined): DocxStyles {
  const styles = new Map<string, Style>();
  const defaults: Toggles = {};
  let normal: string | null = null;
  let open: Style | null = null;
  let inDefaults = false;
  const opened = (element: XmlElement) => {
    if (!WORD.has(element.uri)) return;
    const toggle = TOGGLES[element.local];
    if (toggle !== undefined) {
      if (inDefaults) defaults[toggle] = isOn(element);
      else if (open) open[toggle] = isOn(element);
      return;
    }
    if (element.local === "rPrDefault") inDefaults = true;
    else if (element.local === "style") {
      open = { basedOn: null, numberId: null, level: 0 };
      const id = element.attribute("styleId") ?? "";
      styles.set(id, open);
      const isDefault = /^(?:1|true|on)$/.test(element.attribute("default") ?? "");
      if (isDefault && element.attribute("type") === "paragraph") normal = id;
    } else if (open) {
      const value = element.attribute("val") ?? null;
      if (element.local === "basedOn") open.basedOn = value;
      if (element.local === "numId") open.numberId = value;
      if (element.local === "ilvl") open.level = Number(value ?? "0") || 0;
      // Formats for the first row and the like hold only there.
      if (element.local === "tblStylePr") open = null;
    }
  };
  if (part) {
    visitXml(part, {
      open: opened,
      close(element) {
        if (!WORD.has(element.uri)) return;
        if (element.local === "style") open = null;
        if (element.local === "rPrDefault") inDefaults = false;
      },
    });
  }

  const chain = (id: string | null): Style[] => {
    const links: Style[] = [];
    let at = id === null ? normal : id;
    while (at !== null && links.length < LONGEST_CHAIN) {
      const style = styles.get(at);
      if (!style) break;
      links.push(style);
      at = style.basedOn;
    }
    return links;
  };
  const known = new Map<string | null, Toggles>();
  return {
    defaults,
    toggles(style) {
      let found = known.get(style);
      if (!found) {
        const links = chain(style);
        const nearest = (toggle: keyof Toggles) => links.find((link) => link[toggle] !== undefined)?.[toggle];
        found = { bold: nearest("bold"), italic: nearest("italic"), hidden: nearest("hidden") };
        known.set(style, found);
      }
      return found;
    },
    numbering(style) {
      const numbered = chain(style).find((link) => link.numberId !== null);
      return numbered?.numberId ? { id: numbered.numberId, level: numbered.level } : null;
    },
  };
}

export function isOn(element: XmlElement): boolean {
  return !/^(?:0|false|off|none)$/.test(element.attribute("val") ?? "1");
}
