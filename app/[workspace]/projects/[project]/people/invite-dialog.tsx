"use client";

import { useId, useState } from "react";
import type { Role } from "@/db/actor";
import { newId } from "../../../../client/new-id";
import { invitationLink, newInvitationSecret } from "../../../../client/new-secret";
import { useAct } from "../../../../client/use-act";
import { useWorkspace } from "../../../../client/workspace-context";
import { Button } from "../../../../ui/button";
import { CopyButton } from "../../../../ui/copy-button";
import { Dialog } from "../../../../ui/dialog";
import { Notice } from "../../../../ui/notice";
import { RadioGroup } from "../../../../ui/radio-group";
import { Select } from "../../../../ui/select";
import { TextField } from "../../../../ui/text-field";
import { dayOf } from "../../../account/day-of";
import styles from "./people.module.css";
import { ROLE_OPTIONS, ROLE_WORDS } from "./role-words";

interface Made {
  readonly link: string;
  readonly name: string;
  readonly role: Role;
  readonly expiresAt: string;
}

const DAYS = [
  { id: "7", label: "7 days" },
  { id: "14", label: "14 days" },
  { id: "30", label: "30 days" },
  { id: "60", label: "60 days" },
];

export function InviteDialog({ projectId, onClose }: { projectId: string; onClose: () => void }) {
  const [made, setMade] = useState<Made | null>(null);
  if (made) return <MadeDialog made={made} onClose={onClose} onAnother={() => setMade(null)} />;
  return <AskDialog projectId={projectId} onClose={onClose} onMade={setMade} />;
}

interface AskDialogProps {
  projectId: string;
  onClose: () => void;
  onMade: (made: Made) => void;
}

function AskDialog({ projectId, onClose, onMade }: AskDialogProps) {
  const { name: workspace } = useWorkspace();
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("coder");
  const [days, setDays] = useState("14");
  const invite = useAct("invite-member");
  const formId = useId();
  const submit = async () => {
    const { secret, secretHash } = newInvitationSecret();
    try {
      const invitationId = newId();
      const { expiresAt } = await invite.perform({
        projectId,
        invitationId,
        role,
        name,
        secretHash,
        days: Number(days),
      });
      onMade({ link: invitationLink(window.location.origin, workspace, secret), name: name.trim(), role, expiresAt });
    } catch {
      // The dialog shows why and keeps what was typed.
    }
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title="Invite somebody"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            type="submit"
            form={formId}
            variant="primary"
            disabled={name.trim() === ""}
            pending={invite.pending && "Making the link…"}
          >
            Make the link
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "" && !invite.pending) void submit();
        }}
      >
        <TextField
          label="Name"
          hint="Whom the link is for. They can change it when they join."
          value={name}
          onChange={setName}
          maxLength={200}
          autoComplete="off"
          autoFocus
          required
        />
        <RadioGroup
          label="Role"
          options={ROLE_OPTIONS}
          value={role}
          onChange={(id) => {
            const chosen = ROLE_OPTIONS.find((option) => option.id === id);
            if (chosen) setRole(chosen.id);
          }}
        />
        <Select label="The link works for" options={DAYS} value={days} onChange={setDays} />
        {invite.problem ? (
          <Notice tone="error" live>
            {invite.problem}
          </Notice>
        ) : null}
      </form>
    </Dialog>
  );
}

interface MadeDialogProps {
  made: Made;
  onClose: () => void;
  onAnother: () => void;
}

function MadeDialog({ made, onClose, onAnother }: MadeDialogProps) {
  return (
    <Dialog
      open
      onClose={onClose}
      dismissable={false}
      title={`The link for ${made.name}`}
      actions={
        <>
          <Button onPress={onAnother}>Invite another</Button>
          <Button variant="primary" onPress={onClose}>
            Done
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>
          Send it to {made.name} yourself, in a message that only they read. It works once, until{" "}
          {dayOf(made.expiresAt)}, and makes them {made.role === "observer" ? "an" : "a"}{" "}
          {ROLE_WORDS[made.role].toLowerCase()} in this project.
        </p>
        <TextField label="Invitation link" value={made.link} readOnly mono />
        <div>
          <CopyButton text={made.link} label="Copy the link" />
        </div>
        <Notice tone="warn">It is shown only now. If it gets lost, withdraw it and make a new one.</Notice>
      </div>
    </Dialog>
  );
}
