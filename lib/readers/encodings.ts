// The text encodings that a person can choose from when the guess is wrong; small enough for the browser.

/** Names as iconv-lite and the file picker's list know them; the first is what nearly every new file is. */
export const ENCODINGS = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "windows-1250",
  "windows-1251",
  "windows-1253",
  "windows-1254",
  "windows-1255",
  "windows-1256",
  "windows-1257",
  "windows-1258",
  "iso-8859-2",
  "iso-8859-5",
  "iso-8859-7",
  "iso-8859-15",
  "koi8-r",
  "macintosh",
  "shift_jis",
  "euc-jp",
  "gb18030",
  "big5",
  "euc-kr",
] as const;
export type EncodingName = (typeof ENCODINGS)[number];

/** The listed name for however a library or a person spells it, or null. */
export function encodingName(spelling: string): EncodingName | null {
  const plain = spelling.toLowerCase().replaceAll("_", "-");
  // A browser reads ISO-8859-1 and its relatives as their Windows supersets too: files with curly quotes claim the former.
  const superset: Record<string, EncodingName> = {
    ascii: "utf-8",
    utf8: "utf-8",
    "iso-8859-1": "windows-1252",
    "iso-8859-6": "windows-1256",
    "iso-8859-8": "windows-1255",
    "iso-8859-9": "windows-1254",
    "shift-jis": "shift_jis",
  };
  return superset[plain] ?? ENCODINGS.find((name) => name === plain) ?? null;
}
