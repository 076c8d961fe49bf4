"use client";

import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";

export interface UnsavedDialogProps {
  count: number;
  onStay: () => void;
  onLeave: () => void;
}

/** Asked because it cannot be undone: signing out takes what the server does not have off this computer. */
export function UnsavedDialog({ count, onStay, onLeave }: UnsavedDialogProps) {
  const changes = count === 1 ? "1 change of yours is" : `${count} changes of yours are`;
  return (
    <Dialog
      open
      onClose={onStay}
      size="small"
      title={count === 1 ? "1 change is not saved" : `${count} changes are not saved`}
      role="alertdialog"
      actions={
        <>
          <Button onPress={onStay}>Stay signed in</Button>
          <Button variant="danger" onPress={onLeave}>
            Sign out and lose {count === 1 ? "it" : "them"}
          </Button>
        </>
      }
    >
      <p>
        {changes} kept on this computer alone. To save {count === 1 ? "it" : "them"}, stay signed in and open the
        document that you coded: it is sent from there, or you are told why it cannot be.
      </p>
      <p>Signing out takes everything of yours off this computer, so that nobody who uses it next finds it.</p>
    </Dialog>
  );
}
