import type { Metadata } from "next";
import { enterProject, readForPage } from "../../../../access";
import type { ProjectParams } from "../layout";
import { AttributesScreen } from "./attributes-screen";
import { scopeOf } from "./table-scope";

export const metadata: Metadata = { title: "Attributes" };

export interface AttributesPageProps {
  params: Promise<ProjectParams>;
  searchParams: Promise<{ of?: string | string[] }>;
}

export default async function AttributesPage({ params, searchParams }: AttributesPageProps) {
  const [{ workspace, project: projectId }, { of }] = await Promise.all([params, searchParams]);
  const entrance = await enterProject(workspace, projectId);
  const { surveys } = readForPage(entrance, "surveys", { projectId });
  const scope = scopeOf(of, surveys);
  const initial = readForPage(entrance, "attribute-grid", { projectId, ...scope });
  return (
    <AttributesScreen
      key={scope.surveyId ?? scope.owner}
      projectId={projectId}
      scope={scope}
      surveys={surveys.map(({ id, name }) => ({ id, name }))}
      initial={initial}
    />
  );
}
