import type { Metadata } from "next";
import { enterProject, readForPage } from "@/app/access";
import { DeskScreen } from "./desk-screen";

interface DeskPageProps {
  params: Promise<{ workspace: string; project: string; document: string }>;
  searchParams: Promise<{ round?: string | string[]; at?: string | string[] }>;
}

const ID = /^[0-9a-f]{32}$/;

async function placeOf({ params, searchParams }: DeskPageProps) {
  const { workspace, project: projectId, document: documentId } = await params;
  const { round, at } = await searchParams;
  const roundId = typeof round === "string" && ID.test(round) ? round : undefined;
  const offset = typeof at === "string" && /^\d{1,9}$/.test(at) ? Number(at) : null;
  return { workspace, params: { projectId, documentId, ...(roundId ? { roundId } : {}) }, offset };
}

export async function generateMetadata(props: DeskPageProps): Promise<Metadata> {
  const { workspace, params } = await placeOf(props);
  const entrance = await enterProject(workspace, params.projectId);
  const { documents } = readForPage(entrance, "desk-codings", { ...params, known: "nothing" });
  return { title: documents.find((each) => each.id === params.documentId)?.name ?? "Document" };
}

export default async function DeskPage(props: DeskPageProps) {
  const { workspace, params, offset } = await placeOf(props);
  const entrance = await enterProject(workspace, params.projectId);
  return (
    <DeskScreen
      // Another document is another desk: nothing of the one before may linger.
      key={`${params.documentId} ${params.roundId ?? ""}`}
      place={{ workspace: entrance.workspace.name, ...params }}
      desk={readForPage(entrance, "coding-desk", params)}
      codings={readForPage(entrance, "desk-codings", params)}
      offset={offset}
    />
  );
}
