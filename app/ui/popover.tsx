"use client";

import type { ReactNode, RefObject } from "react";
import { Popover as AriaPopover, Dialog, DialogTrigger, type PopoverProps as Placed } from "react-aria-components";
import { classes } from "./classes";
import styles from "./popover.module.css";

interface PopoverBodyProps {
  label: string;
  children: ReactNode | ((close: () => void) => ReactNode);
  placement?: Placed["placement"];
  /** Close to the edge: for a bar of buttons. */
  bare?: boolean;
}

export interface PopoverProps extends PopoverBodyProps {
  /** A `Button`. */
  trigger: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
}

/** A small panel that a button opens; the page behind it stays as it is. */
export function Popover({ trigger, open, onOpenChange, placement = "bottom start", ...body }: PopoverProps) {
  return (
    <DialogTrigger isOpen={open} onOpenChange={onOpenChange}>
      {trigger}
      <AriaPopover className={styles.popover ?? ""} placement={placement} offset={4}>
        <Body {...body} />
      </AriaPopover>
    </DialogTrigger>
  );
}

export interface AnchoredPopoverProps extends PopoverBodyProps {
  anchor: RefObject<Element | null>;
  open: boolean;
  onClose: () => void;
  /** The focus stays where it was and the page stays usable: for what appears beside a selection. */
  nonModal?: boolean;
}

/** The same panel at any element, opened by whoever shows it. */
export function AnchoredPopover(props: AnchoredPopoverProps) {
  const { anchor, open, onClose, placement = "bottom", nonModal, ...body } = props;
  return (
    <AriaPopover
      className={styles.popover ?? ""}
      triggerRef={anchor}
      isOpen={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      placement={placement}
      offset={6}
      isNonModal={nonModal}
    >
      <Body {...body} />
    </AriaPopover>
  );
}

function Body({ label, children, bare }: Omit<PopoverBodyProps, "placement">) {
  return (
    <Dialog aria-label={label} className={classes(styles.dialog, bare && styles.bare)}>
      {typeof children === "function" ? ({ close }) => children(close) : children}
    </Dialog>
  );
}
