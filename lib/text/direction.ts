// Which way a sign of a text runs, as far as the sign itself says.

const RIGHT_TO_LEFT =
  /^[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]$/u;
const STRONG = /^[\p{L}\p{Nd}]$/u;

/** Null for spaces, marks and signs, which run as their paragraph does. */
export function directionAt(text: string, offset: number): "rtl" | "ltr" | null {
  const point = text.codePointAt(offset);
  if (point === undefined) return null;
  const sign = String.fromCodePoint(point);
  if (/^\p{N}$/u.test(sign)) return "ltr";
  if (RIGHT_TO_LEFT.test(sign)) return "rtl";
  return STRONG.test(sign) ? "ltr" : null;
}
