"use client";

import { useState } from "react";
import type { Role } from "@/db/actor";
import type { ReadResult } from "@/db/reads";
import { useRead } from "../../../../client/use-read";
import { useWorkspace } from "../../../../client/workspace-context";
import { Button } from "../../../../ui/button";
import { LinkButton } from "../../../../ui/link-button";
import { PageFrame } from "../../../../ui/page-frame";
import { Section } from "../../../../ui/section";
import { InvitationTable } from "./invitation-table";
import { InviteDialog } from "./invite-dialog";
import { MemberTable } from "./member-table";
import { ParticipantTable } from "./participant-table";

export interface PeopleScreenProps {
  projectId: string;
  role: Role;
  initialPeople: ReadResult<"people">;
  initialParticipants: ReadResult<"participants">;
}

export function PeopleScreen({ projectId, role, initialPeople, initialParticipants }: PeopleScreenProps) {
  const { data: people = initialPeople } = useRead("people", { projectId }, { initial: initialPeople });
  const { data: spoken = initialParticipants } = useRead(
    "participants",
    { projectId },
    { initial: initialParticipants },
  );
  const workspace = useWorkspace().name;
  const [inviting, setInviting] = useState(false);
  const leads = role === "lead";
  return (
    <PageFrame title="People">
      <Section
        title="The team"
        intro="A lead sets the study up and settles disagreements, a coder codes blind, an observer may read."
        actions={
          leads ? (
            <Button variant="primary" onPress={() => setInviting(true)}>
              Invite somebody
            </Button>
          ) : null
        }
      >
        <MemberTable projectId={projectId} people={people.people} leads={leads} />
      </Section>
      {leads && people.invitations.length > 0 ? (
        <Section
          title="Open invitations"
          intro="Links that nobody has used yet. A lost link cannot be shown again: withdraw it and make a new one."
        >
          <InvitationTable projectId={projectId} invitations={people.invitations} />
        </Section>
      ) : null}
      <Section
        title="Participants"
        intro={
          leads
            ? "Those who speak in the documents. Quotes are attributed by these names, so a pseudonym belongs here. What you write is saved when you leave the field."
            : "Those who speak in the documents."
        }
        actions={
          leads ? <LinkButton href={`/${workspace}/projects/${projectId}/pseudonyms`}>Pseudonyms</LinkButton> : null
        }
      >
        <ParticipantTable projectId={projectId} participants={spoken.participants} leads={leads} />
      </Section>
      {inviting ? <InviteDialog projectId={projectId} onClose={() => setInviting(false)} /> : null}
    </PageFrame>
  );
}
