"use client";

import type { ReadResult } from "@/db/reads";
import { useAct } from "../../../../client/use-act";
import { Button } from "../../../../ui/button";
import { type Column, DataTable } from "../../../../ui/data-table";
import { Notice } from "../../../../ui/notice";
import { dayOf } from "../../../account/day-of";
import { ROLE_WORDS } from "./role-words";

type Invitation = ReadResult<"people">["invitations"][number];

export interface InvitationTableProps {
  projectId: string;
  invitations: readonly Invitation[];
}

export function InvitationTable({ projectId, invitations }: InvitationTableProps) {
  const withdrawal = useAct("withdraw-invitation");
  const columns: Column<Invitation>[] = [
    { id: "name", header: "For", rowHeader: true, cell: (invitation) => invitation.name },
    { id: "role", header: "Role", cell: (invitation) => ROLE_WORDS[invitation.role] },
    { id: "made", header: "Made", cell: (invitation) => dayOf(invitation.createdAt) },
    { id: "ends", header: "Expires", cell: (invitation) => dayOf(invitation.expiresAt) },
    {
      id: "withdraw",
      header: "Change",
      hideHeader: true,
      align: "end",
      cell: (invitation) => (
        <Button
          size="small"
          variant="quiet"
          aria-label={`Withdraw the invitation for ${invitation.name}`}
          onPress={() => {
            // `problem` says why it was refused.
            withdrawal.perform({ projectId, invitationId: invitation.invitationId }).catch(() => {});
          }}
        >
          Withdraw
        </Button>
      ),
    },
  ];
  return (
    <>
      {withdrawal.problem ? (
        <Notice tone="error" live>
          {withdrawal.problem}
        </Notice>
      ) : null}
      <DataTable
        caption="Open invitations"
        columns={columns}
        rows={invitations}
        rowKey={(invitation) => invitation.invitationId}
      />
    </>
  );
}
