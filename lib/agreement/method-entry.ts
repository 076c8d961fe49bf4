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
