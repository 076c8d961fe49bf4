"use client";

import { type CSSProperties, useId } from "react";
import { Checkbox } from "@/app/ui/checkbox";
import { Swatch } from "@/app/ui/swatch";
import type { ReadResult } from "@/db/reads";
import styles from "./quotes.module.css";

type Codes = ReadResult<"coded-quotes">["codes"];

export interface CodePickerProps {
  /** In the order of the tree. */
  codes: Codes;
  counts: ReadonlyMap<string, number>;
  leftOut: ReadonlySet<string>;
  onChange: (leftOut: Set<string>) => void;
}

/** The theme tree to choose from; a theme takes its sub-themes with it. */
export function CodePicker({ codes, counts, leftOut, onChange }: CodePickerProps) {
  const titleId = useId();
  const set = (ids: readonly string[], on: boolean) => {
    const next = new Set(leftOut);
    for (const id of ids) {
      if (on) next.delete(id);
      else next.add(id);
    }
    onChange(next);
  };
  const all = codes.map((code) => code.id);
  const some = all.some((id) => leftOut.has(id));
  return (
    <section aria-labelledby={titleId} className={styles.picker}>
      <h2 id={titleId}>Codes</h2>
      {codes.length === 0 ? (
        <p className={styles.soft}>The codebook is still empty.</p>
      ) : (
        <ul className={styles.codes}>
          <li className={styles.all}>
            <Checkbox
              checked={!some}
              mixed={some && all.some((id) => !leftOut.has(id))}
              onChange={(on) => set(all, on)}
            >
              All codes
            </Checkbox>
          </li>
          {codes.map((code, index) => {
            const style: CSSProperties & { "--depth": number } = { "--depth": code.depth };
            const branch = branchOf(codes, index);
            return (
              <li key={code.id} className={styles.codeRow} style={style}>
                <Checkbox
                  checked={!leftOut.has(code.id)}
                  mixed={!leftOut.has(code.id) && branch.some((id) => leftOut.has(id))}
                  onChange={(on) => set(branch, on)}
                >
                  <span className={styles.codeName}>
                    <Swatch colour={code.colour} />
                    <span>{code.name}</span>
                  </span>
                </Checkbox>
                <span className={styles.count}>{counts.get(code.id) ?? 0}</span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

/** The code at `index` and all below it: in the order of the tree they follow it, deeper. */
function branchOf(codes: Codes, index: number): string[] {
  const [top, ...rest] = codes.slice(index);
  if (!top) return [];
  const end = rest.findIndex((code) => code.depth <= top.depth);
  return [top, ...(end < 0 ? rest : rest.slice(0, end))].map((code) => code.id);
}
