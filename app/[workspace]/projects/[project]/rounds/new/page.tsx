import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enterProject, readForPage } from "@/app/access";
import { NewRoundScreen } from "./new-round-screen";

export const metadata: Metadata = { title: "Open a round" };

export default async function NewRoundPage({ params }: { params: Promise<{ workspace: string; project: string }> }) {
  const { workspace, project } = await params;
  const entrance = await enterProject(workspace, project);
  if (entrance.member.role !== "lead") notFound();
  return (
    <NewRoundScreen
      projectId={project}
      overview={readForPage(entrance, "project-overview", { projectId: project })}
      people={readForPage(entrance, "people", { projectId: project })}
    />
  );
}
