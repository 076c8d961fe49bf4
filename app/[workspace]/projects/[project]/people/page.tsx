import type { Metadata } from "next";
import { enterProject, readForPage } from "../../../../access";
import type { ProjectParams } from "../layout";
import { PeopleScreen } from "./people-screen";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage({ params }: { params: Promise<ProjectParams> }) {
  const { workspace, project: projectId } = await params;
  const entrance = await enterProject(workspace, projectId);
  return (
    <PeopleScreen
      projectId={projectId}
      role={entrance.member.role}
      initialPeople={readForPage(entrance, "people", { projectId })}
      initialParticipants={readForPage(entrance, "participants", { projectId })}
    />
  );
}
