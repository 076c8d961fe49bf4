// What an OpenDocument text's styles do to its words: make them bold or italic, hide them, and number their paragraphs.
import { OFFICE, STYLE, TEXT } from "./odf-namespace";
import { visitXml, type XmlElement } from "./xml";

/** Undefined where the style says nothing of it. */
export interface OdtLook {
  bold?: boolean;
  italic?: boolean;
  hidden?: boolean;
}

export interface OdtListLevel {
  format: string;
  prefix: string;
  suffix: string;
  start: number;
  /** How many levels' numbers are shown. */
  shown: number;
}

export interface OdtStyles {
  /** What a style says, its parents included. */
  look(family: string, name: string | undefined): OdtLook;
  listStyleOf(paragraphStyle: string | undefined): string | null;
  listLevel(listStyle: string, level: number): OdtListLevel | null;
  /** Headers and footers that hold words. */
  readonly headers: number;
}

interface Style extends OdtLook {
  readonly parent: string | null;
  readonly list: string | null;
}

const LONGEST_CHAIN = 50;
const HEADER = /^(?:header|footer)(?:-left|-first)?$/;

/** `parts`: styles.xml and content.xml, or the one part of a flat file. Throws Refusal as `visitXml` does. */
export function readOdtStyles(parts: readonly Uint8Array[]): OdtStyles {
  const styles = new Map<string, Style>();
  const lists = new Map<string, Map<number, OdtListLevel>>();
  const heads = { count: 0, found: false, depth: 0 };
  for (const part of parts) readPart(part, styles, lists, heads);

  const chain = (key: string): Style[] => {
    const links: Style[] = [];
    const [family = ""] = key.split(" ", 1);
    let at: string | null = key;
    while (at !== null && links.length < LONGEST_CHAIN) {
      const style = styles.get(at);
      if (!style) break;
      links.push(style);
      at = style.parent === null ? null : `${family} ${style.parent}`;
    }
    const fallback = styles.get(`${family} `);
    return fallback ? [...links, fallback] : links;
  };
  const known = new Map<string, OdtLook>();
  return {
    headers: heads.count,
    look(family, name) {
      const key = `${family} ${name ?? ""}`;
      let found = known.get(key);
      if (!found) {
        const links = chain(key);
        const nearest = (what: keyof OdtLook) => links.find((link) => link[what] !== undefined)?.[what];
        found = { bold: nearest("bold"), italic: nearest("italic"), hidden: nearest("hidden") };
        known.set(key, found);
      }
      return found;
    },
    listStyleOf: (style) => chain(`paragraph ${style ?? ""}`).find((link) => link.list !== null)?.list ?? null,
    listLevel: (listStyle, level) => lists.get(listStyle)?.get(level) ?? null,
  };
}

function readPart(
  part: Uint8Array,
  styles: Map<string, Style>,
  lists: Map<string, Map<number, OdtListLevel>>,
  heads: { count: number; found: boolean; depth: number },
): void {
  let open: (Style & OdtLook) | null = null;
  let list: Map<number, OdtListLevel> | null = null;
  let level: OdtListLevel | null = null;
  const opened = (element: XmlElement) => {
    const { local } = element;
    if (element.uri === STYLE && (local === "style" || local === "default-style")) {
      const name = local === "style" ? (element.attribute("name") ?? "") : "";
      const listed = element.attribute("list-style-name");
      open = { parent: element.attribute("parent-style-name") ?? null, list: listed ? listed : null };
      styles.set(`${element.attribute("family") ?? ""} ${name}`, open);
    } else if (element.uri === STYLE && local === "text-properties" && open && !level) {
      const weight = element.attribute("font-weight");
      const slant = element.attribute("font-style");
      const display = element.attribute("display");
      if (weight !== undefined) open.bold = weight === "bold" || Number(weight) >= 600;
      if (slant !== undefined) open.italic = slant === "italic" || slant === "oblique";
      if (display !== undefined) open.hidden = display === "none";
    } else if (element.uri === TEXT && local === "list-style") {
      list = new Map();
      lists.set(element.attribute("name") ?? "", list);
    } else if (element.uri === TEXT && list && /^list-level-style-(?:number|bullet|image)$/.test(local)) {
      level = listLevel(element);
      list.set(Number(element.attribute("level") ?? "1") || 1, level);
    } else if (element.uri === STYLE && HEADER.test(local)) {
      heads.depth++;
      heads.found = false;
    }
  };
  visitXml(part, {
    open: opened,
    close(element) {
      if (element.uri === STYLE && /^(?:default-)?style$/.test(element.local)) open = null;
      else if (element.uri === TEXT && element.local === "list-style") list = null;
      else if (element.uri === TEXT && element.local.startsWith("list-level-style-")) level = null;
      else if (element.uri === STYLE && HEADER.test(element.local)) {
        heads.depth--;
        if (heads.found) heads.count++;
      } else if (element.uri === OFFICE && element.local === "body") heads.depth = 0;
    },
    text(words) {
      // A page number alone is nobody's words.
      if (heads.depth > 0 && /\p{L}/u.test(words)) heads.found = true;
    },
  });
}

function listLevel(element: XmlElement): OdtListLevel {
  const numbered = element.local === "list-level-style-number";
  // Newer writers give the whole of it as a pattern: `P%1%:`.
  const pattern = /^([^%]*)%\d%(?:.*%\d%)?([^%]*)$/.exec(element.attribute("num-list-format") ?? "");
  return {
    format: numbered ? (element.attribute("num-format") ?? "") : "",
    prefix: pattern?.[1] ?? element.attribute("num-prefix") ?? "",
    suffix: pattern?.[2] ?? element.attribute("num-suffix") ?? "",
    start: Number(element.attribute("start-value") ?? "1") || 1,
    shown: Number(element.attribute("display-levels") ?? "1") || 1,
  };
}
