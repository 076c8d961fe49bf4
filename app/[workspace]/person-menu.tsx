"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { post, sentenceOfError } from "../client/api";
import { countKept, forgetKept } from "../client/kept-here";
import { whileLeaving } from "../client/leave";
import { useWorkspace } from "../client/workspace-context";
import { Button } from "../ui/button";
import { LinkButton } from "../ui/link-button";
import { toast } from "../ui/toast";

const UnsavedDialog = dynamic(() => import("./unsaved-dialog").then((module) => module.UnsavedDialog), { ssr: false });

/** The right side of the top bar: the signed-in person's account, and the way out. */
export function PersonMenu() {
  const { name: workspace, person } = useWorkspace();
  const [pending, setPending] = useState(false);
  const [unsaved, setUnsaved] = useState(0);
  if (!person) return null;
  const signOut = async () => {
    setPending(true);
    setUnsaved(0);
    try {
      await whileLeaving(() => post(workspace, "/api/auth/sign-out", {}));
      await forgetKept(workspace, person.id);
      window.location.assign("/");
    } catch (error) {
      toast(sentenceOfError(error), { tone: "error" });
      setPending(false);
    }
  };
  const ask = async () => {
    const count = await countKept(workspace, person.id);
    if (count > 0) setUnsaved(count);
    else await signOut();
  };
  return (
    <>
      <LinkButton href={`/${workspace}/account`} variant="quiet" size="small">
        {person.name}
      </LinkButton>
      <Button variant="quiet" size="small" onPress={() => void ask()} pending={pending && "Signing out…"}>
        {workspace === "sample" ? "Leave the sample" : "Sign out"}
      </Button>
      {unsaved > 0 ? (
        <UnsavedDialog count={unsaved} onStay={() => setUnsaved(0)} onLeave={() => void signOut()} />
      ) : null}
    </>
  );
}
