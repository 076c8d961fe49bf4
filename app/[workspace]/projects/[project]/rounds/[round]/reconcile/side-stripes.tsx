"use client";

import { type CSSProperties, useLayoutEffect, useRef, useState } from "react";
import { classes } from "@/app/ui/classes";
import type { TextMark } from "./round-text";
import styles from "./round-text.module.css";

interface Stripe {
  readonly mark: TextMark;
  readonly top: number;
  readonly height: number;
  readonly column: number;
}

/**
 * A stripe for every mark of the passage it stands in: the first coder's left of the words, the others' right. Where
 * a mark begins and ends on the page only the laid-out page knows, so it is measured, and again when the width changes.
 */
export function SideStripes({ marks }: { marks: readonly TextMark[] }) {
  const layer = useRef<HTMLDivElement>(null);
  const [stripes, setStripes] = useState<readonly Stripe[]>([]);
  useLayoutEffect(() => {
    const passage = layer.current?.parentElement;
    if (!passage) return;
    const measure = () => setStripes(stripesOf(passage, marks));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(passage);
    return () => observer.disconnect();
  }, [marks]);
  return (
    <div ref={layer} aria-hidden className={styles.stripes}>
      {stripes.map(({ mark, top, height, column }) => {
        const style: CSSProperties & { "--colour": string; "--column": number } = {
          "--colour": mark.colour,
          "--column": column,
          insetBlockStart: top,
          blockSize: height,
        };
        return (
          <span
            key={`${mark.side} ${mark.start} ${mark.end} ${mark.title}`}
            data-colour
            title={mark.title}
            className={classes(
              styles.stripe,
              mark.side === 0 ? styles.left : styles.right,
              styles[`pattern${mark.side % 4}`],
            )}
            style={style}
          >
            <span className={styles.stripeKey}>{mark.side + 1}</span>
          </span>
        );
      })}
    </div>
  );
}

function stripesOf(passage: Element, marks: readonly TextMark[]): Stripe[] {
  const origin = passage.getBoundingClientRect().top;
  const found: Stripe[] = [];
  marks.forEach((mark, index) => {
    const boxes = [...passage.querySelectorAll(`[data-mark="${index}"]`)].map((each) => each.getBoundingClientRect());
    if (boxes.length === 0) return;
    const top = Math.min(...boxes.map((box) => box.top)) - origin;
    const bottom = Math.max(...boxes.map((box) => box.bottom)) - origin;
    const left = mark.side === 0;
    const beside = found.filter(
      (each) => (each.mark.side === 0) === left && each.top < bottom && top < each.top + each.height,
    );
    let column = 0;
    while (beside.some((each) => each.column === column)) column++;
    found.push({ mark, top, height: bottom - top, column });
  });
  return found;
}
