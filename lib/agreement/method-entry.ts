// What the method page says about one figure: the lines of the doc comment of the function that computes it.

export interface MethodEntry {
  /** The function's name; `methodAnchor` makes the address of it. */
  readonly name: string;
  /** Its file in this folder. */
  readonly file: string;
  readonly answers: string;
  readonly formula?: string;
  readonly shape: string;
  readonly unit: string;
  readonly undefinedWhen: string;
  readonly misleads?: string;
  readonly elsewhere?: string;
  readonly source: string;
  readonly checked: string;
}

/** What must be known to use a figure well, under the words that stand before it; lines that it does not have are left out. */
export function methodLines(entry: MethodEntry): (readonly [label: string, words: string])[] {
  const lines: [string, string | undefined][] = [
    ["Made from", entry.shape],
    ["Unit", entry.unit],
    ["Undefined", entry.undefinedWhen],
    ["Misleads", entry.misleads],
    ["Elsewhere", entry.elsewhere],
    ["Source", entry.source],
    ["Checked", entry.checked],
  ];
  return lines.flatMap(([label, words]) => (words === undefined ? [] : [[label, words] as const]));
}
