import type { Metadata } from "next";
import { enterProject, readForPage, slowReadForPage } from "@/app/access";
import { NotRevealed } from "../not-revealed";
import { choiceFrom, figureParams, intervalParams } from "./agreement-choice";
import { AgreementScreen } from "./agreement-screen";

export const metadata: Metadata = { title: "Agreement" };

export interface AgreementPageProps {
  params: Promise<{ workspace: string; project: string; round: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function AgreementPage({ params, searchParams }: AgreementPageProps) {
  const { workspace, project, round } = await params;
  const entrance = await enterProject(workspace, project);
  const place = { projectId: project, roundId: round };
  const { round: row } = readForPage(entrance, "round-progress", place);
  if (!row.revealedAt) return <NotRevealed {...place} name={row.name} page="agreement" />;
  const choice = choiceFrom(await searchParams);
  return (
    <AgreementScreen
      {...place}
      choice={choice}
      initial={
        await slowReadForPage(entrance, "agreement-report", {
          ...place,
          ...figureParams(choice),
          ...intervalParams(choice),
        })
      }
    />
  );
}
