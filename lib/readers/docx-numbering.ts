// Word's automatic numbers: labels that the file shows on every page and holds nowhere in its text.
import { numeral } from "./list-numeral";
import type { ShownNumber } from "./page-flow-writer";
import { WORD } from "./word-namespace";
import { visitXml } from "./xml";

interface Level {
  start: number;
  format: string;
  text: string;
}

interface Definitions {
  readonly levels: ReadonlyMap<string, ReadonlyMap<number, Level>>;
  /** numId → abstractNumId. */
  readonly instances: ReadonlyMap<string, string>;
  /** numId and level → where this instance starts anew. */
  readonly starts: ReadonlyMap<string, number>;
}

export interface Numbering {
  /** The number of the next paragraph of that list and level as Word shows it, or null where it shows none. */
  next(id: string, level: number): ShownNumber | null;
}

/** Throws Refusal as `visitXml` does. */
export function readDocxNumbering(part: Uint8Array | undefined): Numbering {
  const { levels, instances, starts } = definitions(part);
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();
  return {
    next(id, level) {
      const abstract = instances.get(id);
      const list = abstract === undefined ? undefined : levels.get(abstract);
      const own = list?.get(level);
      if (abstract === undefined || !list || !own) return null;
      const counts = counters.get(abstract) ?? [];
      counters.set(abstract, counts);
      const restart = starts.get(`${id} ${level}`);
      if (restart !== undefined && !begun.has(`${id} ${level}`)) counts[level] = restart - 1;
      begun.add(`${id} ${level}`);
      counts[level] = (counts[level] ?? own.start - 1) + 1;
      counts.length = level + 1;
      if (own.format === "none" || own.format === "bullet") return null;
      const text = own.text.replace(/%([1-9])/g, (_, digit: string) => {
        const at = Number(digit) - 1;
        const shown = list.get(at);
        return shown ? numeral(counts[at] ?? shown.start, shown.format) : "";
      });
      return text.trim() === "" ? null : { text, named: /\p{L}/u.test(own.text) };
    },
  };
}

function definitions(part: Uint8Array | undefined): Definitions {
  const levels = new Map<string, Map<number, Level>>();
  const instances = new Map<string, string>();
  const starts = new Map<string, number>();
  let abstract: string | null = null;
  let instance: string | null = null;
  let level: Level | null = null;
  let overridden = 0;
  if (part) {
    visitXml(part, {
      open(element) {
        if (!WORD.has(element.uri)) return;
        const value = element.attribute("val") ?? "";
        switch (element.local) {
          case "abstractNum":
            abstract = element.attribute("abstractNumId") ?? "";
            levels.set(abstract, new Map());
            break;
          case "lvl":
            level = { start: 1, format: "decimal", text: "" };
            if (abstract !== null) levels.get(abstract)?.set(Number(element.attribute("ilvl") ?? "0"), level);
            break;
          case "num":
            instance = element.attribute("numId") ?? "";
            abstract = null;
            break;
          case "abstractNumId":
            if (instance !== null) instances.set(instance, value);
            break;
          case "lvlOverride":
            overridden = Number(element.attribute("ilvl") ?? "0");
            break;
          case "startOverride":
            if (instance !== null) starts.set(`${instance} ${overridden}`, Number(value) || 1);
            break;
          case "start":
            if (level) level.start = Number(value) || 0;
            break;
          case "numFmt":
            if (level) level.format = value;
            break;
          case "lvlText":
            if (level) level.text = value;
            break;
        }
      },
      close(element) {
        if (WORD.has(element.uri) && element.local === "lvl") level = null;
      },
    });
  }
  return { levels, instances, starts };
}
