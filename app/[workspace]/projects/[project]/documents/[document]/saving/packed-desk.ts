import type { ReadResult } from "@/db/reads";
import type { DeskCoding, LaterCodings } from "./coding-store";

type Answer = ReadResult<"desk-codings">;

type DeskCode = Answer["codes"][number];

/** The answer as a page carries it: 20,000 objects take the browser far longer to read than their text. */
export interface PackedDesk extends Omit<Answer, "codings" | "codes"> {
  /** As JSON, without what most codes have not. */
  readonly codes: string;
  /** Codings without memo and star, one a line: id, place of its code in `used`, start, length, version; in base 36. */
  readonly packed: string;
  /** The codes of these codings, and how many each has. */
  readonly used: readonly (readonly [codeId: string, codings: number])[];
  readonly noted: readonly DeskCoding[];
}

const BARE: Partial<DeskCode> = {
  parentId: null,
  retired: false,
  definition: "",
  useWhen: "",
  useNot: "",
  example: "",
  version: 1,
  wording: 1,
  proposal: false,
};

function packCodes(codes: readonly DeskCode[]): string {
  const bare = new Map<string, unknown>(Object.entries(BARE));
  return JSON.stringify(codes, (key, value) => (bare.has(key) && bare.get(key) === value ? undefined : value));
}

function unpackCodes(codes: string): DeskCode[] {
  return (JSON.parse(codes) as DeskCode[]).map((code) => ({ ...BARE, ...code }));
}

export function packDesk({ codings, codes, ...rest }: Answer): PackedDesk {
  const places = new Map<string, number>();
  const counts: number[] = [];
  const lines: string[] = [];
  const noted: DeskCoding[] = [];
  for (const coding of codings) {
    if (coding.memoId !== null || coding.starred) {
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
  return { ...rest, codes: packCodes(codes), packed: lines.join("\n"), used, noted };
}

/** All of the answer but the codings. */
export function unpackDesk({ packed: _, used: __, noted: ___, codes, ...rest }: PackedDesk): Omit<Answer, "codings"> {
  return { ...rest, codes: unpackCodes(codes) };
}

/** What was packed; the codings with memos and stars come last. */
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
      starred: false,
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
