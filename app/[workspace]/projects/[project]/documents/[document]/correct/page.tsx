import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enterProject, readForPage } from "@/app/access";
import { CorrectScreen } from "./correct-screen";

export const metadata: Metadata = { title: "Correct the transcript" };

interface CorrectPageProps {
  params: Promise<{ workspace: string; project: string; document: string }>;
}

export default async function CorrectPage({ params }: CorrectPageProps) {
  const { workspace, project: projectId, document: documentId } = await params;
  const entrance = await enterProject(workspace, projectId);
  if (entrance.member.role !== "lead") notFound();
  const initial = readForPage(entrance, "newest-text", { projectId, documentId });
  return <CorrectScreen key={documentId} projectId={projectId} documentId={documentId} initial={initial} />;
}
