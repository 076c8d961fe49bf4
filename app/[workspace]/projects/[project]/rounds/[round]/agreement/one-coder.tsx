"use client";

import { useWorkspace } from "@/app/client/workspace-context";
import { EmptyState } from "@/app/ui/empty-state";
import { LinkButton } from "@/app/ui/link-button";
import { PageFrame } from "@/app/ui/page-frame";
import { RoundTabs } from "../round-tabs";

export interface OneCoderProps {
  projectId: string;
  roundId: string;
  name: string;
}

/** A round that one person coded: there is nobody to agree with. */
export function OneCoder({ projectId, roundId, name }: OneCoderProps) {
  const { name: workspace } = useWorkspace();
  return (
    <PageFrame title={name}>
      <RoundTabs projectId={projectId} roundId={roundId} current="agreement" />
      <EmptyState
        title="Agreement takes two"
        actions={<LinkButton href={`/${workspace}/projects/${projectId}/rounds/new`}>Start another round</LinkButton>}
      >
        <p>One person coded this round. A figure of agreement compares the work of two coders or more.</p>
      </EmptyState>
    </PageFrame>
  );
}
