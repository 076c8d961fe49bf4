import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { enterProject, readForPage } from "../../../../access";
import { fileLimitMegabytes } from "../../../../front-door/file-limit.mjs";
import type { ProjectParams } from "../layout";
import { ImportScreen } from "./import-screen";

export const metadata: Metadata = { title: "Import documents" };

export default async function ImportPage({ params }: { params: Promise<ProjectParams> }) {
  const { workspace, project: projectId } = await params;
  const entrance = await enterProject(workspace, projectId);
  if (entrance.member.role !== "lead") notFound();
  return (
    <ImportScreen
      projectId={projectId}
      megabytes={fileLimitMegabytes()}
      initial={readForPage(entrance, "participants", { projectId })}
      initialRules={readForPage(entrance, "speaker-rules", { projectId })}
    />
  );
}
