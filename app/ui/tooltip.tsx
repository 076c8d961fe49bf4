"use client";

import type { ComponentProps, ReactNode } from "react";
import { Tooltip as AriaTooltip, Focusable, TooltipTrigger } from "react-aria-components";
import { Kbd } from "./kbd";
import styles from "./tooltip.module.css";

export interface TooltipProps {
  text: ReactNode;
  /** The key that does the same. */
  keys?: string;
  /** A `Button`; with `plain`, one DOM element that can take the focus and has a role. */
  children: ComponentProps<typeof Focusable>["children"];
  plain?: boolean;
  placement?: "top" | "bottom" | "left" | "right";
}

/** An addition for those who look closer: whatever must be known stands on the page. */
export function Tooltip({ text, keys, children, plain, placement = "top" }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {plain ? <Focusable>{children}</Focusable> : children}
      <AriaTooltip className={styles.tooltip ?? ""} placement={placement} offset={6}>
        {text}
        {keys ? <Kbd keys={keys} /> : null}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
