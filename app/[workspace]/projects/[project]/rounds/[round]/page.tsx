import type { Metadata } from "next";
import { enterProject, readForPage } from "@/app/access";
import { RoundScreen } from "./round-screen";

export const metadata: Metadata = { title: "Round" };

export default async function RoundPage({
  params,
}: {
  params: Promise<{ workspace: string; project: string; round: string }>;
}) {
  const { workspace, project, round } = await params;
  const entrance = await enterProject(workspace, project);
  const initial = readForPage(entrance, "round-progress", { projectId: project, roundId: round });
  return <RoundScreen projectId={project} roundId={round} initial={initial} />;
}
