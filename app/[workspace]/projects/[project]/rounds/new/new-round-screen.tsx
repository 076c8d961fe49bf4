"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { newId } from "@/app/client/new-id";
import { useAct } from "@/app/client/use-act";
import { useRead } from "@/app/client/use-read";
import { useWorkspace } from "@/app/client/workspace-context";
import { Button } from "@/app/ui/button";
import { EmptyState } from "@/app/ui/empty-state";
import { LinkButton } from "@/app/ui/link-button";
import { Notice } from "@/app/ui/notice";
import { PageFrame } from "@/app/ui/page-frame";
import { Section } from "@/app/ui/section";
import { Switch } from "@/app/ui/switch";
import { TextField } from "@/app/ui/text-field";
import type { ReadResult } from "@/db/reads";
import { ChooseList } from "./choose-list";
import styles from "./new-round.module.css";

export interface NewRoundScreenProps {
  projectId: string;
  overview: ReadResult<"project-overview">;
  people: ReadResult<"people">;
}

const INTRO =
  "In a round each coder codes every chosen document on their own. Nobody sees another's work until you reveal the round.";

const KIND_WORDS: Readonly<Record<string, string>> = { "focus-group": "focus group", "field-note": "field note" };

export function NewRoundScreen(props: NewRoundScreenProps) {
  const { projectId } = props;
  const { name: workspace } = useWorkspace();
  const { data: overview = props.overview } = useRead("project-overview", { projectId }, { initial: props.overview });
  const { data: people = props.people } = useRead("people", { projectId }, { initial: props.people });
  const coders = people.people.flatMap(({ name, role, self, managed }) =>
    managed?.coderId ? [{ id: managed.coderId, name, role, self }] : [],
  );
  const base = `/${workspace}/projects/${projectId}`;
  const lacking = missingOf(base, overview, coders.length);
  return (
    <PageFrame title="Open a round" intro={INTRO}>
      {lacking ? (
        <EmptyState title={lacking.title} actions={<LinkButton href={lacking.href}>{lacking.label}</LinkButton>}>
          <p>{lacking.words}</p>
        </EmptyState>
      ) : (
        <RoundForm projectId={projectId} base={base} overview={overview} coders={coders} />
      )}
    </PageFrame>
  );
}

function detailOf({ kind, turns, rounds }: ReadResult<"project-overview">["documents"][number]): string {
  const facts = `${KIND_WORDS[kind] ?? kind}, ${turns.toLocaleString("en-GB")} turns`;
  return rounds.length > 0 ? `${facts}, already in ${rounds.join(" and ")}` : facts;
}

function missingOf(base: string, overview: ReadResult<"project-overview">, coders: number) {
  if (overview.documents.length === 0) {
    return {
      title: "There is no document to code yet",
      words: "Import the transcripts first; a round then takes those that you choose.",
      href: `${base}/import`,
      label: "Import documents",
    };
  }
  if (overview.codes === 0) {
    return {
      title: "The codebook is still empty",
      words: "A round pins the codebook as it is when it opens. Build the theme tree first.",
      href: `${base}/codebook`,
      label: "Build the theme tree",
    };
  }
  if (coders < 2) {
    return {
      title: "A round needs two coders",
      words: "Only one member of this project can code so far. Invite another by link.",
      href: `${base}/people`,
      label: "Invite a coder",
    };
  }
  return null;
}

interface RoundFormProps {
  projectId: string;
  base: string;
  overview: ReadResult<"project-overview">;
  coders: readonly { id: string; name: string; role: string; self: boolean }[];
}

function RoundForm({ projectId, base, overview, coders }: RoundFormProps) {
  const router = useRouter();
  const [name, setName] = useState(`Round ${Math.max(0, ...overview.rounds.map((round) => round.number)) + 1}`);
  // What is left out is kept, not what is chosen: a document imported meanwhile is in, as it would have been.
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const asCoders = coders.filter((each) => each.role === "coder");
  const [chosen, setChosen] = useState<ReadonlySet<string>>(
    new Set((asCoders.length >= 2 ? asCoders : coders).map((each) => each.id)),
  );
  const [openCodebook, setOpenCodebook] = useState(false);
  const open = useAct("open-round");
  const documentIds = overview.documents.map((each) => each.id).filter((id) => !leftOut.has(id));
  const coderIds = coders.map((each) => each.id).filter((id) => chosen.has(id));
  const ready = name.trim() !== "" && documentIds.length > 0 && coderIds.length >= 2;
  const submit = async () => {
    const roundId = newId();
    try {
      await open.perform({ projectId, roundId, name, documentIds, coderIds, openCodebook });
    } catch {
      // The form shows why and keeps what was chosen.
      return;
    }
    router.push(`${base}/rounds/${roundId}`);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (ready && !open.pending) void submit();
      }}
    >
      <div className={styles.name}>
        <TextField label="Name" value={name} onChange={setName} maxLength={200} required />
      </div>
      <div className={styles.columns}>
        <ChooseList
          title="Documents"
          items={overview.documents.map((each) => ({
            id: each.id,
            label: each.name,
            detail: detailOf(each),
          }))}
          chosen={new Set(documentIds)}
          onChange={(ids) =>
            setLeftOut(new Set(overview.documents.map((each) => each.id).filter((id) => !ids.has(id))))
          }
          lacking={documentIds.length === 0 ? "Choose at least one document." : null}
        />
        <ChooseList
          title="Coders"
          items={coders.map((each) => ({
            id: each.id,
            label: each.self ? `${each.name} (you)` : each.name,
            detail: each.role,
          }))}
          chosen={chosen}
          onChange={setChosen}
          lacking={coderIds.length < 2 ? "Choose at least two coders." : null}
        />
      </div>
      <Section title="Codebook">
        <Switch
          checked={openCodebook}
          onChange={setOpenCodebook}
          hint={
            openCodebook
              ? "Codes that one coder adds are seen by the others at once. The round is labelled “not blind” in its report and exports."
              : "Everybody codes with the codebook as it is now. A code that a coder adds stays their own proposal until the reveal."
          }
        >
          Open codebook: coders share new codes while they code
        </Switch>
      </Section>
      {open.problem ? (
        <Notice tone="error" live>
          {open.problem}
        </Notice>
      ) : null}
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" disabled={!ready} pending={open.pending && "Opening…"}>
          Open the round
        </Button>
        <LinkButton href={base}>Cancel</LinkButton>
        <span className={styles.sum}>
          {documentIds.length} {documentIds.length === 1 ? "document" : "documents"} × {coderIds.length} coders ={" "}
          {documentIds.length * coderIds.length} to submit
        </span>
      </div>
    </form>
  );
}
