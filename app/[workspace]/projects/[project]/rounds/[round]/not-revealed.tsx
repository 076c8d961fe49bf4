"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useRead } from "@/app/client/use-read";
import { useWorkspace } from "@/app/client/workspace-context";
import { EmptyState } from "@/app/ui/empty-state";
import { LinkButton } from "@/app/ui/link-button";
import { PageFrame } from "@/app/ui/page-frame";
import { RoundTabs } from "./round-tabs";

export interface NotRevealedProps {
  projectId: string;
  roundId: string;
  name: string;
  page: "agreement" | "reconcile";
}

const WORDS = {
  agreement: {
    title: "Figures come with the reveal",
    words:
      "An agreement figure tells what a coder did, so nobody sees one before the round is revealed, the lead included.",
  },
  reconcile: {
    title: "Disagreements come with the reveal",
    words: "Until the round is revealed nobody sees another's work, so there is nothing to compare yet.",
  },
} as const;

export function NotRevealed({ projectId, roundId, name, page }: NotRevealedProps) {
  const { name: workspace } = useWorkspace();
  const router = useRouter();
  const { data } = useRead("round-progress", { projectId, roundId });
  const revealed = Boolean(data?.round.revealedAt);
  useEffect(() => {
    if (revealed) router.refresh();
  }, [revealed, router]);
  return (
    <PageFrame title={name}>
      <RoundTabs projectId={projectId} roundId={roundId} current={page} />
      <EmptyState
        title={WORDS[page].title}
        actions={
          <LinkButton href={`/${workspace}/projects/${projectId}/rounds/${roundId}`}>See the progress</LinkButton>
        }
      >
        <p>{WORDS[page].words}</p>
      </EmptyState>
    </PageFrame>
  );
}
