import type { Metadata } from "next";
import { enterAsPerson, readForPage } from "../access";
import { TopBar } from "../ui/top-bar";
import { PersonMenu } from "./person-menu";
import { ProjectsScreen } from "./projects-screen";

export const metadata: Metadata = { title: "Projects" };

export default async function ProjectsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const entrance = await enterAsPerson(workspace);
  return (
    <>
      <TopBar homeHref={`/${workspace}`} crumbs={[{ label: "Projects" }]} right={<PersonMenu />} />
      <ProjectsScreen initial={readForPage(entrance, "my-projects", {})} />
    </>
  );
}
