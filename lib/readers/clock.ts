// Clock times as transcripts write them → whole milliseconds.

/** `0:05`, `00:12:41`, `00:12:41.500`, `00:12:41:05` (the last pair are frames), `12'41"`. */
export const CLOCK = "\\d{1,3}(?::\\d{1,2})?:\\d{2}(?:[.,]\\d{1,3}|:\\d{2})?|\\d{1,3}'\\d{2}\"";

/** ":" less "0". */
const COLON = 10;

/** `0:0:2.90`, `00:01.000`, `123:00:00,5`: the looser form of cue files; hours may exceed two digits. */
export const CUE_CLOCK = "(?:\\d{1,6}:)?\\d{1,2}:\\d{1,2}(?:[.,]\\d{1,3})?";

/** Throws RangeError when the text is not of the form CLOCK. */
export function clockMs(text: string): number {
  const apostrophes = /^(\d+)'(\d+)"$/.exec(text);
  if (apostrophes) return (Number(apostrophes[1]) * 60 + Number(apostrophes[2])) * 1000;
  const [whole = "", fraction = ""] = text.split(/[.,]/);
  const fields = whole.split(":").map(Number);
  if (fields.length < 2 || fields.some((field) => Number.isNaN(field))) {
    throw new RangeError(`not a clock time of ${text.length} characters`);
  }
  const seconds = fields.slice(0, 3).reduce((sum, field) => sum * 60 + field, 0);
  return seconds * 1000 + decimalMs(fraction);
}

/** Whether a time's minutes or seconds show that its writer does not pad numbers: `0:0:2.90`. */
export function isUnpadded(text: string): boolean {
  return /:\d(?:[:.,]|$)/.test(text);
}

/**
 * A writer that does not pad `0:0:2` does not pad milliseconds either: its `.90` beside `.480` is 90 ms, not 900.
 * Throws RangeError when the text is not of the form CUE_CLOCK.
 */
export function cueClockMs(text: string, unpadded = isUnpadded(text)): number {
  let whole = 0;
  let field = 0;
  let colons = 0;
  let at = 0;
  for (; at < text.length; at++) {
    const digit = text.charCodeAt(at) - 0x30;
    if (digit >= 0 && digit <= 9) field = field * 10 + digit;
    else if (digit === COLON) {
      whole = (whole + field) * 60;
      field = 0;
      colons++;
    } else break;
  }
  const rest = text.slice(at);
  if (colons < 1 || colons > 2 || (rest !== "" && !/^[.,]\d*$/.test(rest))) {
    throw new RangeError(`not a cue time of ${text.length} characters`);
  }
  const fraction = rest.slice(1);
  return (whole + field) * 1000 + (unpadded ? Number(fraction || "0") : decimalMs(fraction));
}

function decimalMs(fraction: string): number {
  return Number(fraction.length === 3 ? fraction : fraction.slice(0, 3).padEnd(3, "0"));
}
