import { enterProject, readForPage } from "../../../access";
import type { ProjectParams } from "./layout";
import { OverviewScreen } from "./overview-screen";

export default async function OverviewPage({ params }: { params: Promise<ProjectParams> }) {
  const { workspace, project: projectId } = await params;
  const entrance = await enterProject(workspace, projectId);
  return (
    <OverviewScreen
      projectId={projectId}
      initial={readForPage(entrance, "project-overview", { projectId })}
      initialPeople={readForPage(entrance, "people", { projectId })}
    />
  );
}
