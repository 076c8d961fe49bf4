// The shape of a general section of the method page.

export interface MethodTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A paragraph, a list, terms with what they mean, or a table. Words are read with `inlineParts`. */
export type MethodPart =
  | string
  | { readonly list: readonly string[] }
  | { readonly terms: readonly (readonly [term: string, meaning: string])[] }
  | MethodTable;

export interface MethodSection {
  readonly id: string;
  readonly title: string;
  readonly parts: readonly MethodPart[];
}
