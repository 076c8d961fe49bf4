// The tokens of a rich text file: groups, control words with their numbers, bytes and stretches of plain text.

export interface RtfVisitor {
  open(): void;
  close(): void;
  /** `parameter` is null where none is written. */
  word(name: string, parameter: number | null): void;
  /** A backslash and one sign; a line end written so is "\n". */
  symbol(sign: string): void;
  byte(byte: number): void;
  /** `[start, end)` of the source, which holds one character a byte. */
  text(start: number, end: number): void;
}

const OPEN = 0x7b;
const CLOSE = 0x7d;
const BACKSLASH = 0x5c;
const LONGEST_WORD = 40;

export function visitRtf(source: string, visitor: RtfVisitor): void {
  let at = 0;
  while (at < source.length) {
    const code = source.charCodeAt(at);
    if (code === OPEN) {
      visitor.open();
      at++;
    } else if (code === CLOSE) {
      visitor.close();
      at++;
    } else if (code === BACKSLASH) {
      at = control(source, at + 1, visitor);
    } else if (code === 0x0a || code === 0x0d || code === 0) {
      at++;
    } else {
      const start = at;
      while (at < source.length && !endsText(source.charCodeAt(at))) at++;
      visitor.text(start, at);
    }
  }
}

function endsText(code: number): boolean {
  return code === OPEN || code === CLOSE || code === BACKSLASH || code === 0x0a || code === 0x0d || code === 0;
}

/** Returns where the next token begins. */
function control(source: string, from: number, visitor: RtfVisitor): number {
  let at = from;
  while (at < source.length && at - from < LONGEST_WORD && isLetter(source.charCodeAt(at))) at++;
  if (at === from) return symbol(source, from, visitor);
  const name = source.slice(from, at);
  const digits = source.charCodeAt(at) === 0x2d ? at + 1 : at;
  let end = digits;
  while (end - digits < 10 && isDigit(source.charCodeAt(end))) end++;
  const parameter = end > digits ? Number(source.slice(at, end)) : null;
  const next = end > digits ? end : at;
  const after = source.charCodeAt(next) === 0x20 ? next + 1 : next;
  visitor.word(name, parameter);
  // Raw bytes of a picture: nothing in them is a brace.
  if (name === "bin" && parameter !== null && parameter > 0) return Math.min(source.length, after + parameter);
  return after;
}

function symbol(source: string, from: number, visitor: RtfVisitor): number {
  const sign = source.charAt(from);
  if (sign === "'") {
    const byte = hexByte(source.charCodeAt(from + 1), source.charCodeAt(from + 2));
    if (byte === null) return from + 1;
    visitor.byte(byte);
    return from + 3;
  }
  if (sign === "\r" || sign === "\n") {
    visitor.symbol("\n");
    return from + (sign === "\r" && source.charAt(from + 1) === "\n" ? 2 : 1);
  }
  if (sign !== "") visitor.symbol(sign);
  return from + 1;
}

function isLetter(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function hexByte(high: number, low: number): number | null {
  const value = hexDigit(high) * 16 + hexDigit(low);
  return Number.isNaN(value) ? null : value;
}

function hexDigit(code: number): number {
  if (isDigit(code)) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x57 : Number.NaN;
}
