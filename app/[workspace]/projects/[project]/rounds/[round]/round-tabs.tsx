"use client";

import { useWorkspace } from "@/app/client/workspace-context";
import { NavTabs } from "@/app/ui/nav-tabs";

export interface RoundTabsProps {
  projectId: string;
  roundId: string;
  current: "progress" | "agreement" | "reconcile";
  /** How many disagreements are open, where that is known. */
  unsettled?: number;
}

/** The pages of a round. Agreement and reconciliation say themselves that they come with the reveal. */
export function RoundTabs({ projectId, roundId, current, unsettled }: RoundTabsProps) {
  const { name: workspace } = useWorkspace();
  const base = `/${workspace}/projects/${projectId}/rounds/${roundId}`;
  return (
    <NavTabs
      label="Round"
      items={[
        { href: base, label: "Progress", current: current === "progress" },
        { href: `${base}/agreement`, label: "Agreement", current: current === "agreement" },
        { href: `${base}/reconcile`, label: "Reconciliation", current: current === "reconcile", count: unsettled },
      ]}
    />
  );
}
