import type { ReadResult } from "@/db/reads";
import type { DeskCoding, LaterCodings } from "./coding-store";

type Answer = ReadResult<"desk-codings">;

/** The answer as a page carries it: 20,000 objects take the browser far longer to read than their text. */
export interface PackedDesk extends Omit<Answer, "codings"> {
  /** Codings without a memo, one a line: id, place of its code in `used`, start, length, version; numbers in base 36. */
  readonly packed: string;
  /** The codes of these codings, and how many each has. */
  readonly used: readonly (readonly [codeId: string, codings: number])[];
  readonly noted: readonly DeskCoding[];
}

export function packDesk({ codings, ...rest }: Answer): PackedDesk {
  const places = new Map<string, number>();
  const counts: number[] = [];
  const lines: string[] = [];
  const noted: DeskCoding[] = [];
  for (const coding of codings) {
    if (coding.memoId !== null) {
      noted.push(coding);
      continue;
    }
    const { id, codeId, start, end, version } = coding;
    const place = places.get(codeId) ?? places.size;
    places.set(codeId, place);
    counts[place] = (counts[place] ?? 0) + 1;
    lines.push(`${id} ${[place, start, end - start, version].map((each) => each.toString(36)).join(" ")}`);
  }
  const used = [...places.keys()].map((codeId, place) => [codeId, counts[place] ?? 0] as const);
  return { ...rest, packed: lines.join("\n"), used, noted };
}

/** What was packed; the codings with memos come last. */
export function unpackCodings({ packed, used, noted }: Pick<PackedDesk, "packed" | "used" | "noted">): DeskCoding[] {
  const codings: DeskCoding[] = [];
  for (const line of packed === "" ? [] : packed.split("\n")) {
    const [id, ...numbers] = line.split(" ");
    const [place, start, length, version] = numbers.map((each) => Number.parseInt(each, 36));
    const codeId = place === undefined ? undefined : used[place]?.[0];
    if (id === undefined || codeId === undefined || start === undefined || !length || !version) {
      throw new RangeError(`not a packed coding: ${line.length} characters`);
    }
    codings.push({
      id,
      codeId,
      start,
      end: start + length,
      version,
      memoId: null,
      memoWording: null,
      memo: null,
    });
  }
  return [...codings, ...noted];
}

/** The codings for a store that unpacks them when somebody asks for one: the server never does. */
export function laterCodings(desk: PackedDesk): LaterCodings {
  const counts = new Map(desk.used);
  for (const { codeId } of desk.noted) counts.set(codeId, (counts.get(codeId) ?? 0) + 1);
  let size = 0;
  for (const count of counts.values()) size += count;
  return { size, counts, codings: () => unpackCodings(desk) };
}
