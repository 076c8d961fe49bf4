import type { Metadata } from "next";
import type { ReactNode } from "react";
import { enterProject, readForPage } from "../../../access";
import { ProjectFrame } from "./project-frame";

export interface ProjectParams {
  readonly workspace: string;
  readonly project: string;
}

export interface ProjectLayoutProps {
  children: ReactNode;
  params: Promise<ProjectParams>;
}

export async function generateMetadata({ params }: { params: Promise<ProjectParams> }): Promise<Metadata> {
  const { workspace, project } = await params;
  const entrance = await enterProject(workspace, project);
  const name = readForPage(entrance, "my-projects", {}).find((row) => row.projectId === project)?.name ?? "Project";
  return { title: { default: name, template: `%s · ${name} · Tandem` } };
}

export default async function ProjectLayout({ children, params }: ProjectLayoutProps) {
  const { workspace, project } = await params;
  const entrance = await enterProject(workspace, project);
  return (
    <ProjectFrame projectId={project} projects={readForPage(entrance, "my-projects", {})}>
      {children}
    </ProjectFrame>
  );
}
