import type { Metadata } from "next";
import { enterProject, readForPage } from "@/app/access";
import { QuotesScreen } from "./quotes-screen";

export const metadata: Metadata = { title: "Quotes" };

export default async function QuotesPage({ params }: { params: Promise<{ workspace: string; project: string }> }) {
  const { workspace, project } = await params;
  const entrance = await enterProject(workspace, project);
  const initial = readForPage(entrance, "coded-quotes", { projectId: project, source: "consensus" });
  return <QuotesScreen projectId={project} initial={initial} mayCode={entrance.member.coderId !== null} />;
}
