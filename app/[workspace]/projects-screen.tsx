"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ReadResult } from "@/db/reads";
import { newId } from "../client/new-id";
import { useAct } from "../client/use-act";
import { useRead } from "../client/use-read";
import { useWorkspace } from "../client/workspace-context";
import styles from "../doors.module.css";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { EmptyState } from "../ui/empty-state";
import { Notice } from "../ui/notice";
import { PageFrame } from "../ui/page-frame";
import { TextField } from "../ui/text-field";

const ROLE_WORDS = { lead: "You lead it", coder: "You code in it", observer: "You may read it" };

export function ProjectsScreen({ initial }: { initial: ReadResult<"my-projects"> }) {
  const { name: workspace } = useWorkspace();
  const { data: projects = initial } = useRead("my-projects", {}, { initial });
  const [making, setMaking] = useState(false);
  const button = (
    <Button variant="primary" onPress={() => setMaking(true)}>
      New project
    </Button>
  );
  return (
    <PageFrame title="Projects" actions={projects.length > 0 ? button : null}>
      {projects.length === 0 ? (
        <EmptyState title="You are not in a project yet" actions={button}>
          <p>A project is one study: its documents, codebook, people and rounds. Make one, or open an invitation.</p>
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {projects.map((project) => (
            <li key={project.projectId} className={styles.row}>
              <Link href={`/${workspace}/projects/${project.projectId}`} prefetch={false}>
                {project.name}
              </Link>
              <span className={styles.faint}>{ROLE_WORDS[project.role]}</span>
            </li>
          ))}
        </ul>
      )}
      <NewProject open={making} onClose={() => setMaking(false)} />
    </PageFrame>
  );
}

function NewProject({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { name: workspace } = useWorkspace();
  const router = useRouter();
  const [name, setName] = useState("");
  const create = useAct("create-project");
  const close = () => {
    create.forget();
    onClose();
  };
  const submit = async () => {
    const projectId = newId();
    try {
      await create.perform({ projectId, name });
    } catch {
      // The dialog shows why and keeps the name.
      return;
    }
    router.push(`/${workspace}/projects/${projectId}`);
  };
  return (
    <Dialog
      open={open}
      onClose={close}
      title="New project"
      size="small"
      actions={
        <>
          <Button onPress={close}>Cancel</Button>
          <Button
            type="submit"
            form="new-project"
            variant="primary"
            disabled={name.trim() === ""}
            pending={create.pending && "Creating…"}
          >
            Create the project
          </Button>
        </>
      }
    >
      <form
        id="new-project"
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== "" && !create.pending) void submit();
        }}
      >
        <TextField
          label="Name"
          hint="For example “Wellbeing of RASSO officers”. It can be changed later."
          value={name}
          onChange={setName}
          maxLength={200}
          autoFocus
          required
        />
        {create.problem ? (
          <Notice tone="error" live>
            {create.problem}
          </Notice>
        ) : null}
      </form>
    </Dialog>
  );
}
