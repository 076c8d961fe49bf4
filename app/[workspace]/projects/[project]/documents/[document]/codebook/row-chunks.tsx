import type { CSSProperties, ReactNode } from "react";
import styles from "./row-chunks.module.css";

/** As many rows as the browser looks at together: of one alone each would cost on every frame. */
const ROWS = 25;

export interface ChunkedRow {
  /** Its place among all rows there could be: a row that goes, or comes back, leaves the others where they are. */
  readonly place: number;
  readonly node: ReactNode;
}

/** Rows of a long list in chunks that the browser leaves out while they are not in sight. */
export function rowChunks(rows: readonly ChunkedRow[]): ReactNode[] {
  const chunks = new Map<number, ReactNode[]>();
  for (const { place, node } of rows) {
    const at = Math.floor(place / ROWS);
    const own = chunks.get(at);
    if (own) own.push(node);
    else chunks.set(at, [node]);
  }
  return [...chunks].map(([at, own]) => (
    <div key={at} role="presentation" className={styles.chunk} style={rowsOf(own.length)}>
      {own}
    </div>
  ));
}

function rowsOf(rows: number): CSSProperties & Record<"--rows", number> {
  return { "--rows": rows };
}
