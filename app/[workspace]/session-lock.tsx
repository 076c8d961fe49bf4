"use client";

import { useWorkspace } from "../client/workspace-context";
import { SignInForm } from "../sign-in-form";
import { Dialog } from "../ui/dialog";
import { LinkButton } from "../ui/link-button";
import styles from "./live-session.module.css";

export interface SessionLockProps {
  /** Whose page lies behind it. */
  email: string;
  onSignedIn: () => Promise<void>;
}

/** Stands before the page from the end of a session until the same person has signed in again. */
export function SessionLock({ email, onSignedIn }: SessionLockProps) {
  const { name, person } = useWorkspace();
  if (name === "sample") {
    return (
      <Dialog open onClose={() => {}} dismissable={false} size="small" title="Your session has ended">
        <div className={styles.behind} />
        <p>The sample study was put back as it was, or another place was taken in another window.</p>
        <LinkButton href="/">Go to the start page</LinkButton>
      </Dialog>
    );
  }
  return (
    <Dialog open onClose={() => {}} dismissable={false} size="small" title="Your session has ended">
      <div className={styles.behind} />
      <p>
        {person ? `${person.name}, sign` : "Sign"} in again to go on where you were. Whatever was not saved yet waits on
        this computer and is sent then.
      </p>
      <SignInForm workspace={name} email={email} onSignedIn={onSignedIn} />
      <p>Somebody else? Signing in here opens your own start page.</p>
    </Dialog>
  );
}
