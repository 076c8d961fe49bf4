"use client";

import { useCallback, useEffect, useState } from "react";
import type { InvitationOffer } from "@/db/accounts/look-at-invitation";
import { post, sentenceOfError } from "../../client/api";
import { useForm } from "../../client/use-form";
import { useWorkspace } from "../../client/workspace-context";
import styles from "../../doors.module.css";
import { NewAccountFields } from "../../new-account-fields";
import { SignInForm } from "../../sign-in-form";
import { Button } from "../../ui/button";
import { LinkButton } from "../../ui/link-button";
import { Notice } from "../../ui/notice";
import { Section } from "../../ui/section";
import { Spinner } from "../../ui/spinner";

interface Seen {
  readonly offer: InvitationOffer;
  readonly signedInAs: string | null;
}

const ROLE_WORDS = { lead: "as a lead", coder: "as a coder", observer: "as an observer, who may read but not change" };

export function JoinScreen() {
  const { name: workspace } = useWorkspace();
  const [secret, setSecret] = useState<string | null>(null);
  const [seen, setSeen] = useState<Seen | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const look = useCallback(async () => {
    const found = window.location.hash.slice(1);
    setSecret(found);
    setProblem(null);
    if (found === "") {
      setProblem("This link is not complete. Copy the whole of it, to its last character.");
      return;
    }
    try {
      setSeen(await post<Seen>(workspace, "/api/accounts/invitation", { secret: found }));
    } catch (error) {
      setSeen(null);
      setProblem(sentenceOfError(error));
    }
  }, [workspace]);
  useEffect(() => {
    void look();
    const again = () => void look();
    window.addEventListener("hashchange", again);
    return () => window.removeEventListener("hashchange", again);
  }, [look]);

  if (problem) {
    return (
      <Notice tone="error" live actions={<LinkButton href="/">Go to the start page</LinkButton>}>
        {problem}
      </Notice>
    );
  }
  if (!seen || !secret) return <Spinner>Looking at the invitation…</Spinner>;
  const { offer, signedInAs } = seen;
  return (
    <>
      <p>
        {offer.invitedBy} invites you to work on “{offer.projectName}” {ROLE_WORDS[offer.role]}.
      </p>
      {signedInAs ? (
        <JoinAsYouAre secret={secret} name={signedInAs} />
      ) : (
        <JoinAsNew secret={secret} name={offer.name} onSignedIn={look} />
      )}
    </>
  );
}

interface Joined {
  readonly projectId: string;
}

function useJoin(secret: string) {
  const { name: workspace } = useWorkspace();
  return useForm(async (values) => {
    const { projectId } = await post<Joined>(workspace, "/api/accounts/join", { ...values, secret });
    window.location.assign(`/${workspace}/projects/${projectId}`);
  });
}

function JoinAsYouAre({ secret, name }: { secret: string; name: string }) {
  const form = useJoin(secret);
  return (
    <form method="post" className={styles.form} onSubmit={form.submit}>
      <p>You are signed in as {name}.</p>
      {form.problem ? (
        <Notice tone="error" live>
          {form.problem}
        </Notice>
      ) : null}
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" pending={form.pending && "Joining…"}>
          Join the project
        </Button>
      </div>
    </form>
  );
}

function JoinAsNew({ secret, name, onSignedIn }: { secret: string; name: string; onSignedIn: () => Promise<void> }) {
  const { name: workspace } = useWorkspace();
  const [known, setKnown] = useState(false);
  const form = useJoin(secret);
  if (known) {
    return (
      <Section title="Sign in to join" actions={<Button onPress={() => setKnown(false)}>I have no account</Button>}>
        <SignInForm workspace={workspace} onSignedIn={() => void onSignedIn()} />
      </Section>
    );
  }
  return (
    <Section title="Create your account" actions={<Button onPress={() => setKnown(true)}>I have an account</Button>}>
      <form method="post" className={styles.form} onSubmit={form.submit}>
        <NewAccountFields form={form} name={name} />
        {form.problem ? (
          <Notice tone="error" live>
            {form.problem}
          </Notice>
        ) : null}
        <div className={styles.buttons}>
          <Button type="submit" variant="primary" pending={form.pending && "Joining…"}>
            Join the project
          </Button>
        </div>
      </form>
    </Section>
  );
}
