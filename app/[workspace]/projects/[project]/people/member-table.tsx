"use client";

import { useState } from "react";
import type { ReadResult } from "@/db/reads";
import { useAct } from "../../../../client/use-act";
import { Button } from "../../../../ui/button";
import { ConfirmDialog } from "../../../../ui/confirm-dialog";
import { type Column, DataTable } from "../../../../ui/data-table";
import { dayOf } from "../../../account/day-of";
import styles from "./people.module.css";
import { ROLE_WORDS } from "./role-words";

type Person = ReadResult<"people">["people"][number];

export interface MemberTableProps {
  projectId: string;
  people: readonly Person[];
  leads: boolean;
}

export function MemberTable({ projectId, people, leads }: MemberTableProps) {
  const [leaving, setLeaving] = useState<Person | null>(null);
  const removal = useAct("remove-member");
  const close = () => {
    removal.forget();
    setLeaving(null);
  };
  const remove = async (person: Person) => {
    if (!person.managed) return;
    try {
      await removal.perform({ projectId, userId: person.managed.userId });
    } catch {
      // The dialog shows why.
      return;
    }
    close();
  };
  const columns: Column<Person>[] = [
    {
      id: "name",
      header: "Name",
      rowHeader: true,
      cell: (person) => (
        <>
          {person.name}
          {person.self ? <span className={styles.soft}> (you)</span> : null}
        </>
      ),
    },
    { id: "role", header: "Role", cell: (person) => ROLE_WORDS[person.role] },
  ];
  if (leads) {
    columns.push(
      { id: "email", header: "E-mail address", cell: (person) => person.managed?.email ?? "" },
      { id: "joined", header: "Joined", cell: (person) => (person.managed ? dayOf(person.managed.joinedAt) : "") },
      {
        id: "remove",
        header: "Change",
        hideHeader: true,
        align: "end",
        cell: (person) =>
          person.managed && !person.self ? (
            <Button
              size="small"
              variant="quiet"
              aria-label={`Remove ${person.name}`}
              onPress={() => setLeaving(person)}
            >
              Remove…
            </Button>
          ) : null,
      },
    );
  }
  return (
    <>
      <DataTable
        caption="Members of the project"
        columns={columns}
        rows={people}
        rowKey={(person) => person.managed?.userId ?? `${person.name} ${person.role} ${person.self}`}
      />
      <ConfirmDialog
        open={leaving !== null}
        onClose={close}
        title={`Remove ${leaving?.name ?? ""} from the project`}
        phrase={leaving?.name ?? ""}
        confirmLabel="Remove"
        pending={removal.pending && "Removing…"}
        error={removal.problem}
        onConfirm={() => {
          if (leaving) void remove(leaving);
        }}
      >
        <p>
          {leaving?.name} loses access at once. What they have coded stays, under their name. To come back they need a
          new invitation.
        </p>
      </ConfirmDialog>
    </>
  );
}
