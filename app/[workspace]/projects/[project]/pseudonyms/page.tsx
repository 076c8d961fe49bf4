import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enterProject, readForPage } from "../../../../access";
import type { ProjectParams } from "../layout";
import { PseudonymsScreen } from "./pseudonyms-screen";

export const metadata: Metadata = { title: "Pseudonyms" };

export default async function PseudonymsPage({ params }: { params: Promise<ProjectParams> }) {
  const { workspace, project: projectId } = await params;
  const entrance = await enterProject(workspace, projectId);
  if (entrance.member.role !== "lead") notFound();
  return <PseudonymsScreen projectId={projectId} initial={readForPage(entrance, "pseudonym-state", { projectId })} />;
}
