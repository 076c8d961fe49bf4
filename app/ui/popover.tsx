"use client";

import { type ReactNode, type RefObject, useContext, useEffect } from "react";
import {
  Popover as AriaPopover,
  DialogTrigger,
  OverlayTriggerStateContext,
  type PopoverProps as Placed,
} from "react-aria-components";
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
export function Popover(props: PopoverProps) {
  const { trigger, open, onOpenChange, label, children, placement = "bottom start", bare } = props;
  return (
    <DialogTrigger isOpen={open} onOpenChange={onOpenChange}>
      {trigger}
      <AriaPopover
        aria-label={label}
        className={classes(styles.popover, bare && styles.bare)}
        placement={placement}
        offset={4}
      >
        <TriggeredBody>{children}</TriggeredBody>
      </AriaPopover>
    </DialogTrigger>
  );
}

function TriggeredBody({ children }: Pick<PopoverBodyProps, "children">) {
  const state = useContext(OverlayTriggerStateContext);
  return typeof children === "function" ? children(() => state?.close()) : children;
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
  const { anchor, open, onClose, nonModal, label, children, placement = "bottom", bare } = props;
  const body = typeof children === "function" ? children(onClose) : children;

  // With the focus elsewhere the panel itself hears no Escape.
  useEffect(() => {
    if (!open || !nonModal) return;
    const close = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented) onClose();
    };
    document.addEventListener("keydown", close);
    return () => document.removeEventListener("keydown", close);
  }, [open, nonModal, onClose]);

  return (
    <AriaPopover
      aria-label={label}
      className={classes(styles.popover, bare && styles.bare)}
      triggerRef={anchor}
      isOpen={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      placement={placement}
      offset={6}
      isNonModal={nonModal}
      // A modal one is a dialog by itself; the other needs a role, or its label and its place would be lost.
      // biome-ignore lint/a11y/useSemanticElements: the ref and the props are those of a div
      render={nonModal ? (dom) => <div {...dom} role="region" aria-label={label} /> : undefined}
    >
      {body}
    </AriaPopover>
  );
}
