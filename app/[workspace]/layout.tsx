import type { ReactNode } from "react";
import { latestEvent } from "@/db/reads/events-after";
import { enter } from "../access";
import { WorkspaceProvider } from "../client/workspace-context";
import { LiveSession } from "./live-session";
import { SampleBanner } from "./sample-banner";
import { seatOf } from "./seat-of";

export interface WorkspaceLayoutProps {
  children: ReactNode;
  params: Promise<{ workspace: string }>;
}

export default async function WorkspaceLayout({ children, params }: WorkspaceLayoutProps) {
  const { workspace, visitor } = await enter((await params).workspace);
  const person = visitor
    ? { id: visitor.actor.userId, name: visitor.actor.name, workspaceRole: visitor.actor.workspaceRole }
    : null;
  return (
    <WorkspaceProvider scene={{ name: workspace.name, person }}>
      {visitor ? (
        <LiveSession after={latestEvent(workspace, visitor.actor.userId)} email={visitor.email}>
          {workspace.name === "sample" ? <SampleBanner seat={seatOf(visitor.email)} /> : null}
          {children}
        </LiveSession>
      ) : (
        children
      )}
    </WorkspaceProvider>
  );
}
