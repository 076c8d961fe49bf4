// A code: one node of the theme tree, as every part of the program passes it round.

/** A top-level code (`parentId` null) is a theme, one below it a sub-theme. `position` orders siblings. */
export interface Code {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly position: number;
  /** `#rrggbb`, lower case. */
  readonly colour: string;
  readonly retired: boolean;
}
