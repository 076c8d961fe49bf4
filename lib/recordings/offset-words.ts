// How far into a recording the transcript's zero lies, as people write it: 0:12, 1:02:03, -0:30.

/** The longest recording has less than this. */
export const MOST_OFFSET_MS = 100 * 60 * 60 * 1000;

/** Milliseconds, or null for what is no such time. A number alone is seconds; nothing is zero. */
export function offsetOf(words: string): number | null {
  const [, sign, hours, minutes, seconds, fraction] =
    /^([-−+]?)(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,5})(?:[.,](\d{1,3}))?$/.exec(words.trim() || "0") ?? [];
  if (seconds === undefined || (minutes !== undefined && Number(seconds) >= 60)) return null;
  if (hours !== undefined && Number(minutes) >= 60) return null;
  const whole = Number(hours ?? 0) * 3600 + Number(minutes ?? 0) * 60 + Number(seconds);
  const ms = whole * 1000 + Number((fraction ?? "").padEnd(3, "0"));
  if (ms >= MOST_OFFSET_MS) return null;
  return ms === 0 || sign === "" || sign === "+" ? ms : -ms;
}

export function offsetWords(ms: number): string {
  const all = Math.abs(ms);
  const [h, m, s] = [Math.floor(all / 3_600_000), Math.floor(all / 60_000) % 60, Math.floor(all / 1000) % 60];
  const two = (value: number) => String(value).padStart(2, "0");
  const fraction =
    all % 1000 === 0
      ? ""
      : `.${String(all % 1000)
          .padStart(3, "0")
          .replace(/0+$/, "")}`;
  return `${ms < 0 ? "−" : ""}${h > 0 ? `${h}:${two(m)}` : m}:${two(s)}${fraction}`;
}
