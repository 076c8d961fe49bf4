"use client";

import { X } from "lucide-react";
import type { ReactNode } from "react";
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from "react-aria-components";
import { Button } from "./button";
import { classes } from "./classes";
import styles from "./dialog.module.css";

export interface DialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  children?: ReactNode;
  /** Buttons at the foot, the one that does it last. */
  actions?: ReactNode;
  size?: "small" | "medium" | "large";
  /** False while closing would lose work: neither Escape nor a click outside closes it. */
  dismissable?: boolean;
  role?: "dialog" | "alertdialog";
}

export function Dialog({
  open,
  onClose,
  title,
  children,
  actions,
  size = "medium",
  dismissable = true,
  role,
}: DialogProps) {
  return (
    <ModalOverlay
      className={styles.veil ?? ""}
      isOpen={open}
      onOpenChange={(next) => {
        if (!next) onClose();
      }}
      isDismissable={dismissable}
      isKeyboardDismissDisabled={!dismissable}
    >
      <Modal className={classes(styles.modal, size !== "medium" && styles[size])}>
        <AriaDialog role={role} className={styles.dialog ?? ""}>
          <div className={styles.head}>
            <Heading slot="title" level={2} className={styles.title}>
              {title}
            </Heading>
            {dismissable ? (
              <Button variant="quiet" size="small" icon={<X aria-hidden />} aria-label="Close" onPress={onClose} />
            ) : null}
          </div>
          {children ? <div className={styles.body}>{children}</div> : null}
          {actions ? <div className={styles.actions}>{actions}</div> : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
