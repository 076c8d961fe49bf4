const FORMAT = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });

/** The day of a moment, the same on the server and in the browser, or hydration would differ. */
export function dayOf(iso: string): string {
  return FORMAT.format(new Date(iso));
}
