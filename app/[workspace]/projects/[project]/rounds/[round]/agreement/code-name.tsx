import type { CSSProperties } from "react";
import { Swatch } from "@/app/ui/swatch";
import styles from "./agreement.module.css";

export interface CodeNameProps {
  name: string;
  /** `#rrggbb`; null for a figure over several codes. */
  colour: string | null;
  depth: number;
}

/** A code at its place in the tree. */
export function CodeName({ name, colour, depth }: CodeNameProps) {
  const style: CSSProperties & { "--depth": number } = { "--depth": depth };
  return (
    <span className={styles.code} style={style}>
      {colour ? <Swatch colour={colour} /> : null}
      <span>{name}</span>
    </span>
  );
}
