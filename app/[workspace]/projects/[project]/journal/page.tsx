import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enterProject, readForPage } from "../../../../access";
import type { ProjectParams } from "../layout";
import { JournalScreen } from "./journal-screen";

export const metadata: Metadata = { title: "Journal" };

export default async function JournalPage({ params }: { params: Promise<ProjectParams> }) {
  const { workspace, project: projectId } = await params;
  const entrance = await enterProject(workspace, projectId);
  if (entrance.member.role === "coder") notFound();
  return <JournalScreen projectId={projectId} initial={readForPage(entrance, "project-journal", { projectId })} />;
}
