import type { Metadata } from "next";
import { enterProject, readForPage } from "@/app/access";
import { NotRevealed } from "../not-revealed";
import { ReconcileScreen } from "./reconcile-screen";

export const metadata: Metadata = { title: "Reconciliation" };

export interface ReconcilePageProps {
  params: Promise<{ workspace: string; project: string; round: string }>;
  /** `document` and `at`: a place in the text, as the pages of agreement link to it. */
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export default async function ReconcilePage({ params, searchParams }: ReconcilePageProps) {
  const { workspace, project, round } = await params;
  const query = await searchParams;
  const entrance = await enterProject(workspace, project);
  const place = { projectId: project, roundId: round };
  const { round: row } = readForPage(entrance, "round-progress", place);
  if (!row.revealedAt) return <NotRevealed {...place} name={row.name} page="reconcile" />;
  const asked = typeof query.document === "string" && /^[0-9a-f]{32}$/.test(query.document) ? query.document : null;
  const at = typeof query.at === "string" && /^\d{1,9}$/.test(query.at) ? Number(query.at) : null;
  const initial = readForPage(entrance, "reconciliation", { ...place, ...(asked ? { documentId: asked } : {}) });
  return (
    <ReconcileScreen
      {...place}
      initial={initial}
      initialText={readForPage(entrance, "coding-desk", { ...place, documentId: initial.documentId })}
      at={asked === null ? null : at}
    />
  );
}
