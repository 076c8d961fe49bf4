"use client";

import { useState } from "react";
import { post, sentenceOfError } from "../client/api";
import { whileLeaving } from "../client/leave";
import { useWorkspace } from "../client/workspace-context";
import { Button } from "../ui/button";
import { LinkButton } from "../ui/link-button";
import { toast } from "../ui/toast";

/** The right side of the top bar: the signed-in person's account, and the way out. */
export function PersonMenu() {
  const { name: workspace, person } = useWorkspace();
  const [pending, setPending] = useState(false);
  const signOut = async () => {
    setPending(true);
    try {
      await whileLeaving(() => post(workspace, "/api/auth/sign-out", {}));
      window.location.assign("/");
    } catch (error) {
      toast(sentenceOfError(error), { tone: "error" });
      setPending(false);
    }
  };
  if (!person) return null;
  return (
    <>
      <LinkButton href={`/${workspace}/account`} variant="quiet" size="small">
        {person.name}
      </LinkButton>
      <Button variant="quiet" size="small" onPress={() => void signOut()} pending={pending && "Signing out…"}>
        {workspace === "sample" ? "Leave the sample" : "Sign out"}
      </Button>
    </>
  );
}
