"use client";

import Link from "next/link";
import type { ReadResult } from "@/db/reads";
import { type Column, DataTable } from "../../../ui/data-table";
import styles from "./overview.module.css";

type Round = ReadResult<"project-overview">["rounds"][number];

const STATUS_WORDS = { open: "Being coded", revealed: "Revealed", settled: "Settled" };

function progressWords(round: Round): string {
  if (round.settlement) {
    const { disagreements, settled } = round.settlement;
    return disagreements === 0 ? "No disagreements" : `${settled} of ${disagreements} disagreements settled`;
  }
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
    {
      id: "results",
      header: "Results",
      cell: (round) =>
        round.status === "open" ? (
          <span className={styles.soft}>with the reveal</span>
        ) : (
          <span className={styles.results}>
            <Link href={`${base}/rounds/${round.id}/agreement`} prefetch={false}>
              Agreement
            </Link>
            <Link href={`${base}/rounds/${round.id}/reconcile`} prefetch={false}>
              Reconciliation
            </Link>
          </span>
        ),
    },
  ];
  return <DataTable caption="Rounds" columns={columns} rows={rounds} rowKey={(round) => round.id} />;
}
