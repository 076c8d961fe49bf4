// Bytes and Unicode escapes of a rich text file → characters, in the code page of the font they stand in.
import { decodePage, isWidePage, SYMBOL_PAGE } from "./rtf-fonts";
import { symbolOf } from "./symbol-font";

/** Hands over the characters that are complete. */
export class RtfText {
  readonly #emit: (words: string) => void;
  #bytes: number[] = [];
  #page = 1252;
  #high = 0;
  symbolsUnknown = 0;

  constructor(emit: (words: string) => void) {
    this.#emit = emit;
  }

  byte(byte: number, page: number, font: string): void {
    if (this.#high !== 0) this.flush();
    if (page === SYMBOL_PAGE) {
      this.flush();
      this.#emit(this.#symbol(font, byte));
      return;
    }
    if (page !== this.#page) this.flush();
    this.#page = page;
    this.#bytes.push(byte);
    if (this.#bytes.length > 65_536 && byte < 0x80) this.flush();
  }

  /** `words` hold one character a byte. */
  text(words: string, page: number, font: string): void {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: everything beyond ASCII is what is looked for
    const isPlain = !/[^\x00-\x7F]/.test(words);
    // The second byte of a wide character may be a letter that stands there as itself.
    const plainNow = isPlain && page !== SYMBOL_PAGE && (!isWidePage(page) || this.#bytes.length === 0);
    if (plainNow) this.characters(words);
    else for (let i = 0; i < words.length; i++) this.byte(words.charCodeAt(i), page, font);
  }

  characters(words: string): void {
    this.flush();
    this.#emit(words);
  }

  /** One UTF-16 code unit; signed and unsigned alike. Half a pair without its other half shows as U+FFFD. */
  unit(parameter: number, page: number, font: string): void {
    const unit = parameter < 0 ? parameter + 65_536 : parameter;
    if (unit <= 0 || unit > 0xffff) return;
    if (unit >= 0xdc00 && unit <= 0xdfff && this.#high !== 0) {
      const pair = String.fromCharCode(this.#high, unit);
      this.#high = 0;
      this.#emit(pair);
      return;
    }
    this.flush();
    if (unit >= 0xd800 && unit <= 0xdbff) this.#high = unit;
    else if (unit >= 0xdc00 && unit <= 0xdfff) this.#emit("\uFFFD");
    else if (page === SYMBOL_PAGE && unit >= 0xf000 && unit <= 0xf0ff) this.#emit(this.#symbol(font, unit));
    else this.#emit(String.fromCharCode(unit));
  }

  /** Where only the look changes: half a pair still waits for its other half. */
  flushBytes(): void {
    if (this.#bytes.length === 0) return;
    const words = decodePage(this.#bytes, this.#page);
    this.#bytes = [];
    this.#emit(words);
  }

  flush(): void {
    this.flushBytes();
    if (this.#high !== 0) {
      this.#high = 0;
      this.#emit("\uFFFD");
    }
  }

  #symbol(font: string, code: number): string {
    const shown = symbolOf(font, code);
    if (shown === null) this.symbolsUnknown++;
    return shown ?? "\uFFFD";
  }
}
