// A number of a workbook → the text that its cell shows: dates in ISO form, leading zeros and per cent kept, nothing rounded.

/** How a cell shows its number. "padded" is a format of zeros alone, as for `0007`. */
export type NumberFormat =
  | { readonly kind: "general" | "date" | "date-time" | "time" | "elapsed" | "percent" }
  | { readonly kind: "padded"; readonly digits: number };

const GENERAL: NumberFormat = { kind: "general" };
/** The built-in formats that mean dates or times, by their number in the file. */
const BUILT_IN: Readonly<Record<number, NumberFormat["kind"]>> = { 9: "percent", 10: "percent", 22: "date-time" };

export function builtInFormat(id: number): NumberFormat {
  const kind = BUILT_IN[id];
  if (kind !== undefined && kind !== "padded") return { kind };
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return { kind: "date" };
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 45 || id === 47) return { kind: "time" };
  if (id === 46) return { kind: "elapsed" };
  return GENERAL;
}

export function formatOfCode(code: string): NumberFormat {
  const [first = ""] = code.replace(/"[^"]*"|\\.|_.|\*./g, "").split(";");
  if (/\[[hms]+\]/i.test(first)) return { kind: "elapsed" };
  const plain = first.replace(/\[[^\]]*\]/g, "").replace(/general/gi, "");
  if (/^0{2,}$/.test(plain)) return { kind: "padded", digits: plain.length };
  if (/%/.test(plain)) return { kind: "percent" };
  const time = /[hs]/i.test(plain);
  const date = /[yd]/i.test(plain) || (/m/i.test(plain) && !time);
  if (date) return { kind: time ? "date-time" : "date" };
  return time ? { kind: "time" } : GENERAL;
}

const DAY_MS = 86_400_000;
const LAST_SERIAL = 2_958_465;

/** `raw` as it stands in the file. What is no number stays as it is. */
export function shownNumber(raw: string, format: NumberFormat, from1904: boolean): string {
  if (format.kind === "general" && /^-?(?:0|[1-9]\d{0,14})$/.test(raw)) return raw;
  const value = Number(raw);
  if (raw.trim() === "" || !Number.isFinite(value)) return raw;
  switch (format.kind) {
    case "general":
      return plainNumber(value);
    case "percent":
      return `${plainNumber(value * 100)}%`;
    case "padded":
      return Number.isInteger(value) && value >= 0
        ? plainNumber(value).padStart(format.digits, "0")
        : plainNumber(value);
    case "elapsed":
      return value < 0 ? plainNumber(value) : clock(Math.round(value * 86_400));
    default:
      return dateText(value, format.kind, from1904) ?? plainNumber(value);
  }
}

/** Fifteen digits, as a spreadsheet counts them: 0.1 + 0.2 is shown as 0.3. */
function plainNumber(value: number): string {
  return String(Number(value.toPrecision(15))).replace("e", "E");
}

function dateText(serial: number, kind: "date" | "date-time" | "time", from1904: boolean): string | null {
  if (serial < 0 || serial > LAST_SERIAL) return null;
  // The spreadsheets' 1900 had a 29 February: days before it are one off.
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const iso = new Date(Date.UTC(1899, 11, 30) + Math.round((days * DAY_MS) / 1000) * 1000).toISOString();
  const [date = "", time = ""] = iso.slice(0, 19).split("T");
  if (kind === "time" && (from1904 ? serial : days - 1) < 1) return time;
  return kind === "date" && time === "00:00:00" ? date : `${date} ${time}`;
}

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, "0")).join(":");
}
