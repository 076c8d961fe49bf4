import type { Metadata } from "next";
import { cookies } from "next/headers";
import { cache } from "react";
import { enterProject, readForPage } from "@/app/access";
import type { Span } from "@/lib/text/span";
import { DeskScreen } from "./desk-screen";
import { deskSettingsCookie, readDeskSettings } from "./reading/desk-settings";
import { packDesk } from "./saving/packed-desk";
import { packTurns } from "./text/packed-turns";

interface DeskPageProps {
  params: Promise<{ workspace: string; project: string; document: string }>;
  searchParams: Promise<{ round?: string | string[]; at?: string | string[] }>;
}

const ID = /^[0-9a-f]{32}$/;

/** Once per request: the page and its title ask for the same. */
const openDesk = cache(async (workspace: string, projectId: string, documentId: string, roundId: string) => {
  const entrance = await enterProject(workspace, projectId);
  const params = { projectId, documentId, ...(roundId ? { roundId } : {}) };
  const { turns, ...desk } = readForPage(entrance, "coding-desk", params);
  const own = readForPage(entrance, "desk-codings", params);
  // Of a round in which the person has no codings the desk itself knows nothing.
  const other = roundId && !own.round ? readForPage(entrance, "round-progress", { projectId, roundId }).round : null;
  return {
    place: { workspace: entrance.workspace.name, ...params },
    desk: { ...desk, turns: packTurns(turns) },
    codings: packDesk(own),
    recordings: readForPage(entrance, "recordings", { projectId, documentId }),
    otherRevealed: other?.revealedAt ? other.id : null,
  };
});

async function openFrom({ params, searchParams }: DeskPageProps) {
  const { workspace, project, document } = await params;
  const { round } = await searchParams;
  return openDesk(workspace, project, document, typeof round === "string" && ID.test(round) ? round : "");
}

export async function generateMetadata(props: DeskPageProps): Promise<Metadata> {
  const { desk } = await openFrom(props);
  return { title: desk.document.name };
}

/** `?at=120` is a place in the text, `?at=120-160` are words of it. */
function targetOf(at: string | string[] | undefined): Span | null {
  const [, from, to] = (typeof at === "string" && /^(\d{1,9})(?:-(\d{1,9}))?$/.exec(at)) || [];
  return from === undefined ? null : { start: Number(from), end: Math.max(Number(from), Number(to ?? from)) };
}

export default async function DeskPage(props: DeskPageProps) {
  const { place, desk, codings, recordings, otherRevealed } = await openFrom(props);
  const { at } = await props.searchParams;
  return (
    <DeskScreen
      // Another document, and another text of it, is another desk: nothing of the one before may linger.
      key={`${place.documentId} ${place.roundId ?? ""} ${desk.revision.id}`}
      place={place}
      desk={desk}
      codings={codings}
      recordings={recordings}
      otherRevealed={otherRevealed}
      target={targetOf(at)}
      settings={readDeskSettings((await cookies()).get(deskSettingsCookie)?.value)}
    />
  );
}
