"use client";

import Link from "next/link";
import type { ReadResult } from "@/db/reads";
import { type Column, DataTable } from "../../../ui/data-table";

type Round = ReadResult<"project-overview">["rounds"][number];

const STATUS_WORDS = { open: "Being coded", revealed: "Revealed", settled: "Settled" };

function progressWords(round: Round): string {
  if (round.status !== "open") return "";
  if (round.all) return `${round.all.submitted} of ${round.all.seats} submitted`;
  if (round.mine) return `${round.mine.submitted} of ${round.mine.documents} of yours submitted`;
  return "";
}

export function RoundTable({ rounds, base }: { rounds: readonly Round[]; base: string }) {
  const columns: Column<Round>[] = [
    {
      id: "name",
      header: "Round",
      rowHeader: true,
      cell: (round) => (
        <Link href={`${base}/rounds/${round.id}`} prefetch={false}>
          {round.name}
        </Link>
      ),
    },
    { id: "documents", header: "Documents", align: "end", width: "6rem", cell: (round) => round.documents },
    {
      id: "state",
      header: "State",
      cell: (round) => `${STATUS_WORDS[round.status]}${round.openCodebook ? ", open codebook (not blind)" : ""}`,
    },
    { id: "progress", header: "Progress", cell: progressWords },
  ];
  return <DataTable caption="Rounds" columns={columns} rows={rounds} rowKey={(round) => round.id} />;
}
