"use client";

import { useState } from "react";
import { LiveUpdates } from "../client/live-updates";
import { useWorkspace } from "../client/workspace-context";
import { SignInForm } from "../sign-in-form";
import { Dialog } from "../ui/dialog";
import { LinkButton } from "../ui/link-button";

/** Keeps the screens fresh; when the session ends it asks for the password over them, so that no unsent work is lost. */
export function LiveSession({ after }: { after: number }) {
  const { name } = useWorkspace();
  const [ended, setEnded] = useState(false);
  const [round, setRound] = useState(0);
  return (
    <>
      {ended ? null : <LiveUpdates key={round} after={after} onSignedOut={() => setEnded(true)} />}
      <Dialog open={ended} onClose={() => {}} dismissable={false} size="small" title="Your session has ended">
        {name === "sample" ? (
          <>
            <p>The sample study was put back as it was, or another place was taken in another window.</p>
            <LinkButton href="/">Go to the start page</LinkButton>
          </>
        ) : (
          <>
            <p>Sign in again to go on. What is on the screen stays as it is.</p>
            <SignInForm
              workspace={name}
              onSignedIn={() => {
                setRound((count) => count + 1);
                setEnded(false);
              }}
            />
          </>
        )}
      </Dialog>
    </>
  );
}
