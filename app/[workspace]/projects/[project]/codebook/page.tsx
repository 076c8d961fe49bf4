import type { Metadata } from "next";
import { enterProject, readForPage } from "../../../../access";
import type { ProjectParams } from "../layout";
import { CodebookScreen } from "./codebook-screen";

export const metadata: Metadata = { title: "Codebook" };

export default async function CodebookPage({ params }: { params: Promise<ProjectParams> }) {
  const { workspace, project: projectId } = await params;
  const entrance = await enterProject(workspace, projectId);
  return <CodebookScreen projectId={projectId} initial={readForPage(entrance, "codebook", { projectId })} />;
}
