"use client";

import type { RefObject } from "react";
import { Popover } from "react-aria-components";
import styles from "./list.module.css";
import { MenuList, type MenuProps } from "./menu";

export interface AnchoredMenuProps extends Pick<MenuProps, "label" | "items" | "placement"> {
  anchor: RefObject<Element | null>;
  onClose: () => void;
}

/** A menu at any element, for what a right click or the menu key asks for. Whoever shows it takes it away after a choice. */
export function AnchoredMenu({ anchor, label, items, placement = "bottom start", onClose }: AnchoredMenuProps) {
  return (
    <Popover
      className={styles.popover ?? ""}
      aria-label={label}
      triggerRef={anchor}
      isOpen
      onOpenChange={(open) => {
        if (!open) onClose();
      }}
      placement={placement}
      offset={2}
    >
      <MenuList label={label} items={items} autoFocus="first" />
    </Popover>
  );
}
