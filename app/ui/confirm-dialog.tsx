"use client";

import { type ReactNode, useId, useState } from "react";
import { Button } from "./button";
import { Dialog } from "./dialog";
import { Notice } from "./notice";
import { TextField } from "./text-field";

export interface ConfirmDialogProps {
  open: boolean;
  onClose: () => void;
  title: string;
  /** What will happen and why it cannot be taken back. */
  children: ReactNode;
  /** What must be typed before the button works. */
  phrase: string;
  confirmLabel: string;
  onConfirm: () => void;
  /** The words while it is being done. */
  pending?: string | false | null;
  error?: ReactNode;
}

/** Only for what cannot be undone: whatever can be is simply done. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  // Mounted anew at each opening, so that what was typed the last time is gone.
  return props.open ? <OpenConfirmDialog {...props} /> : null;
}

function OpenConfirmDialog(props: ConfirmDialogProps) {
  const { open, onClose, title, children, phrase, confirmLabel, onConfirm, pending, error } = props;
  const [typed, setTyped] = useState("");
  const formId = useId();
  const ready = typed.trim() === phrase.trim();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      role="alertdialog"
      dismissable={!pending}
      actions={
        <>
          <Button onPress={onClose} disabled={Boolean(pending)}>
            Cancel
          </Button>
          <Button variant="danger" type="submit" form={formId} disabled={!ready} pending={pending}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      <div>{children}</div>
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          if (ready && !pending) onConfirm();
        }}
      >
        <TextField
          label={`Type “${phrase}” to confirm`}
          value={typed}
          onChange={setTyped}
          autoComplete="off"
          spellCheck={false}
          autoFocus
        />
      </form>
      {error ? (
        <Notice tone="error" live>
          {error}
        </Notice>
      ) : null}
    </Dialog>
  );
}
