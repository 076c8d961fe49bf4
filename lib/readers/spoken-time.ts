// Times as Teams writes them for those who listen to the screen, `Anna Lee 1 minute 8 seconds`, → a clock's.

const NAME = "(.{1,63}?)";
const HOURS = "(?:(\\d{1,2}) (?:hours?|Stunden?|heures?|horas?))?";
const MINUTES = "(?:(\\d{1,2}) (?:minutes?|Minuten?|minutos?))?";
const SECONDS = "(?:(\\d{1,2}) (?:seconds?|Sekunden?|secondes?|segundos?))?";
/** On a Mac the time of the screen follows at once: `8 seconds1:08`. */
const SPOKEN = new RegExp(`^${NAME}\\s+${HOURS}\\s*${MINUTES}\\s*${SECONDS}(?:\\d{1,2}:\\d{2}(?::\\d{2})?)?\\s*$`, "u");
const MAY_BE_SPOKEN = /\d (?:hour|minut|second|Stunde|Minute|Sekunde|heure|hora|segundo)/u;

/** The name before a spoken time that ends the line. */
export function spokenTime(line: string): { readonly name: string; readonly time: string } | null {
  if (!MAY_BE_SPOKEN.test(line)) return null;
  const [, name, hours, minutes, seconds] = SPOKEN.exec(line) ?? [];
  if (name === undefined || (hours ?? minutes ?? seconds) === undefined) return null;
  const two = (field: string | undefined) => (field ?? "0").padStart(2, "0");
  return { name, time: `${hours ?? "0"}:${two(minutes)}:${two(seconds)}` };
}
