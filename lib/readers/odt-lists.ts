// The numbers of an OpenDocument text's lists, which the file shows on every page and holds nowhere in its text.
import { numeral } from "./list-numeral";
import type { OdtStyles } from "./odt-styles";
import type { ShownNumber } from "./page-flow-writer";

interface OpenList {
  readonly style: string | null;
  /** The open item's number is still to be shown: its first paragraph has it. */
  waiting: boolean;
}

const FORMATS: Readonly<Record<string, string>> = {
  a: "lowerLetter",
  A: "upperLetter",
  i: "lowerRoman",
  I: "upperRoman",
};

export class OdtLists {
  readonly #open: OpenList[] = [];
  readonly #counts = new Map<string, number[]>();
  readonly #styles: OdtStyles;

  constructor(styles: OdtStyles) {
    this.#styles = styles;
  }

  openList(style: string | undefined, continues: boolean): void {
    const own = style ?? this.#open.at(-1)?.style ?? null;
    if (this.#open.length === 0 && !continues && own !== null) this.#counts.delete(own);
    this.#open.push({ style: own, waiting: false });
  }

  closeList(): void {
    this.#open.pop();
  }

  openItem(): void {
    const list = this.#open.at(-1);
    if (list) list.waiting = true;
  }

  closeItem(): void {
    const list = this.#open.at(-1);
    if (list) list.waiting = false;
  }

  /** The number that stands before a paragraph of that style, which begins here; null where none is shown. */
  next(paragraphStyle: string | undefined): ShownNumber | null {
    const list = this.#open.at(-1);
    if (!list?.waiting) return null;
    list.waiting = false;
    const style = list.style ?? this.#styles.listStyleOf(paragraphStyle);
    const level = this.#open.length;
    const own = style === null ? null : this.#styles.listLevel(style, level);
    if (style === null || !own) return null;
    const counts = this.#counts.get(style) ?? [];
    this.#counts.set(style, counts);
    counts[level] = (counts[level] ?? own.start - 1) + 1;
    counts.length = level + 1;
    if (own.format === "") return null;
    const from = Math.max(1, level - own.shown + 1);
    const numbers = Array.from({ length: level - from + 1 }, (_, i) => {
      const at = this.#styles.listLevel(style, from + i);
      return numeral(counts[from + i] ?? at?.start ?? 1, FORMATS[at?.format ?? "1"] ?? "decimal");
    });
    const text = `${own.prefix}${numbers.join(".")}${own.suffix}`.trim();
    return { text, named: /\p{L}/u.test(own.prefix + own.suffix) };
  }
}
