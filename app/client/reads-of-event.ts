import type { ReadName } from "@/db/reads";

export interface ChangedEvent {
  readonly projectId: string;
  readonly subject: string;
  readonly documentId: string | null;
  readonly roundId: string | null;
}

const AGREEMENT_READS: readonly ReadName[] = [
  "agreement-report",
  "agreement-by-document",
  "agreement-by-unit",
  "agreement-over-rounds",
  "agreement-places",
  "all-coders-agreement",
  "full-agreement-report",
  "overlap-agreement",
  "overlap-places",
  "unitizing-agreement",
];

/** Which reads may look different after something of this kind changed; a subject not named here concerns them all. */
const CONCERNED: Readonly<Record<string, readonly ReadName[]>> = {
  members: ["people", "my-projects", "project-overview", "round-progress", "project-journal"],
  codings: [
    "desk-codings",
    "moved-codings",
    "coding-desk",
    "code-excerpts",
    "codebook",
    "coded-quotes",
    "project-overview",
    "round-progress",
    "project-journal",
    ...AGREEMENT_READS,
    "reconciliation",
  ],
  rulings: [
    "reconciliation",
    "compared-codings",
    "coded-quotes",
    "project-overview",
    "round-progress",
    "agreement-places",
    "project-journal",
  ],
};

/** Whether an open query, by its key, should be asked again because of the event. */
export function isConcerned(key: readonly unknown[], workspace: string, event: ChangedEvent): boolean {
  const [kind, where, name, params] = key as [unknown, unknown, ReadName, Record<string, unknown> | undefined];
  if (kind !== "read" || where !== workspace) return false;
  const named = CONCERNED[event.subject];
  if (named && !named.includes(name)) return false;
  const asked = params ?? {};
  const fits = (field: "projectId" | "documentId" | "roundId") =>
    typeof asked[field] !== "string" || event[field] === null || asked[field] === event[field];
  return fits("projectId") && fits("documentId") && fits("roundId");
}
