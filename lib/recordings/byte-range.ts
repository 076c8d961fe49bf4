// Which bytes a Range header asks for: one range of a thing of known size, as RFC 9110 section 14 has it.

/** `start` and `end` are both sent: the last byte is counted as HTTP counts it. */
export type ByteRange =
  | { readonly kind: "whole" }
  | { readonly kind: "part"; readonly start: number; readonly end: number }
  | { readonly kind: "unsatisfiable" };

const WHOLE: ByteRange = { kind: "whole" };

/** Several ranges and what is no range of bytes are answered with all of it, which a server always may. */
export function byteRange(header: string | null, size: number): ByteRange {
  const [, from, to] = /^bytes=[ \t]*(\d{0,15})-(\d{0,15})[ \t]*$/i.exec(header ?? "") ?? [];
  if (from === undefined || to === undefined || (from === "" && to === "")) return WHOLE;
  if (from === "") {
    const last = Math.min(Number(to), size);
    return last === 0 ? { kind: "unsatisfiable" } : { kind: "part", start: size - last, end: size - 1 };
  }
  const start = Number(from);
  const end = to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== "" && Number(to) < start) return WHOLE;
  return start >= size ? { kind: "unsatisfiable" } : { kind: "part", start, end };
}
