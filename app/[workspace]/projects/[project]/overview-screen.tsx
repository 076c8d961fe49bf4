"use client";

import { useState } from "react";
import type { ReadResult } from "@/db/reads";
import { useRead } from "../../../client/use-read";
import { useWorkspace } from "../../../client/workspace-context";
import { Button } from "../../../ui/button";
import { LinkButton } from "../../../ui/link-button";
import { PageFrame } from "../../../ui/page-frame";
import { Section } from "../../../ui/section";
import { DocumentTable } from "./document-table";
import { countWords } from "./document-words";
import { NextStep } from "./next-step";
import { nextStepOf } from "./next-step-of";
import { RenameProject } from "./rename-project";
import { RoundTable } from "./round-table";

export interface OverviewScreenProps {
  projectId: string;
  initial: ReadResult<"project-overview">;
  initialPeople: ReadResult<"people">;
}

const ROLE_WORDS = {
  lead: "You lead this project.",
  coder: "You code in this project.",
  observer: "You may read this project.",
};

export function OverviewScreen({ projectId, initial, initialPeople }: OverviewScreenProps) {
  const workspace = useWorkspace().name;
  const { data: overview = initial } = useRead("project-overview", { projectId }, { initial });
  const { data: people = initialPeople } = useRead("people", { projectId }, { initial: initialPeople });
  const [renaming, setRenaming] = useState(false);
  const base = `/${workspace}/projects/${projectId}`;
  const { project, me, documents, rounds } = overview;
  const leads = me.role === "lead";
  const words = documents.reduce((sum, document) => sum + document.words, 0);
  return (
    <PageFrame
      title={project.name}
      intro={ROLE_WORDS[me.role]}
      actions={
        leads ? (
          <Button variant="quiet" onPress={() => setRenaming(true)}>
            Rename the project
          </Button>
        ) : null
      }
    >
      <NextStep step={nextStepOf(overview, people, base)} />
      {rounds.length > 0 || (leads && documents.length > 0) ? (
        <Section
          title="Rounds"
          intro={
            rounds.length === 0
              ? "A round is a set of documents that the same coders code on their own, blind to each other."
              : undefined
          }
          actions={leads ? <LinkButton href={`${base}/rounds/new`}>Open a round</LinkButton> : null}
        >
          {rounds.length > 0 ? <RoundTable rounds={rounds} base={base} /> : null}
        </Section>
      ) : null}
      <Section
        title="Documents"
        intro={
          documents.length > 0
            ? `${countWords(documents.length, "document", "documents")}, ${countWords(words, "word", "words")}`
            : undefined
        }
        // Without documents, importing them is the next step, which stands above.
        actions={
          leads && documents.length > 0 ? <LinkButton href={`${base}/import`}>Import documents</LinkButton> : null
        }
      >
        <DocumentTable projectId={projectId} documents={documents} base={base} role={me.role} />
      </Section>
      {leads ? (
        <RenameProject projectId={projectId} name={project.name} open={renaming} onClose={() => setRenaming(false)} />
      ) : null}
    </PageFrame>
  );
}
