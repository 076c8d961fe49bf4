import { Refusal } from "@/lib/refusal";

export interface Named {
  readonly id: string;
  /** Everything that a person may call it by, the most particular first. */
  readonly names: readonly string[];
}

/**
 * The one thing that somebody means: by its id, else by a name as written, else by a name in any case. Throws Refusal
 * when there is none, or more than one of that name.
 */
export function findNamed<T extends Named>(what: string, among: readonly T[], asked: string): T {
  const wanted = asked.trim();
  const folded = wanted.toLocaleLowerCase("en");
  const attempts: ((one: T) => boolean)[] = [
    (one) => one.id === wanted,
    (one) => one.names.includes(wanted),
    (one) => one.names.some((name) => name.toLocaleLowerCase("en") === folded),
  ];
  for (const matches of attempts) {
    const found = among.filter(matches);
    const [first] = found;
    if (first && found.length === 1) return first;
    if (found.length > 1) {
      throw new Refusal("several-of-that-name", 409, {
        what,
        name: wanted,
        ids: found.map((one) => one.id).join(", "),
      });
    }
  }
  throw new Refusal("none-of-that-name", 404, { what, name: wanted });
}

/** The values of an option that may be given several times, or once with commas. A name with a comma is found whole. */
export function findAllNamed<T extends Named>(what: string, among: readonly T[], asked: unknown): T[] | null {
  if (asked === undefined) return null;
  const values = (Array.isArray(asked) ? asked : [asked]).map(String);
  const found = values.flatMap((value) => {
    const whole = among.filter((one) => one.id === value || one.names.includes(value));
    if (whole.length > 0) return [findNamed(what, among, value)];
    const parts = value.split(",").filter((part) => part.trim() !== "");
    return parts.map((part) => findNamed(what, among, part));
  });
  return [...new Map(found.map((one) => [one.id, one])).values()];
}
