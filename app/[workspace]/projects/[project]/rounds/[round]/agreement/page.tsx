import type { Metadata } from "next";
import { enterProject, readForPage, slowReadForPage } from "@/app/access";
import { NotRevealed } from "../not-revealed";
import { choiceFrom, figureParams, intervalParams, stillThere } from "./agreement-choice";
import { AgreementScreen } from "./agreement-screen";
import { OneCoder } from "./one-coder";

export const metadata: Metadata = { title: "Agreement" };

export interface AgreementPageProps {
  params: Promise<{ workspace: string; project: string; round: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function AgreementPage({ params, searchParams }: AgreementPageProps) {
  const { workspace, project, round } = await params;
  const entrance = await enterProject(workspace, project);
  const place = { projectId: project, roundId: round };
  const progress = readForPage(entrance, "round-progress", place);
  const { round: row } = progress;
  if (!row.revealedAt) return <NotRevealed {...place} name={row.name} page="agreement" />;
  if (progress.coders.length < 2) return <OneCoder {...place} name={row.name} />;
  const choice = stillThere(choiceFrom(await searchParams), progress);
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
