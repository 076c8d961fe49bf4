"use client";

import { useState } from "react";
import type { ReadResult } from "@/db/reads";
import type { NameTable } from "@/lib/pseudonyms/name-entry";
import { useRead } from "../../../../client/use-read";
import { PageFrame } from "../../../../ui/page-frame";
import { LockedTable } from "./locked-table";
import { OpenTable } from "./open-table";

export interface PseudonymsScreenProps {
  projectId: string;
  initial: ReadResult<"pseudonym-state">;
}

/** The passphrase and the table live in this page alone, and are gone with it. */
export interface Opened {
  readonly passphrase: string;
  readonly table: NameTable;
  readonly version: number;
}

export function PseudonymsScreen({ projectId, initial }: PseudonymsScreenProps) {
  const { data: state = initial } = useRead("pseudonym-state", { projectId }, { initial });
  const [opened, setOpened] = useState<Opened | null>(null);
  return (
    <PageFrame
      width="wide"
      title="Pseudonyms"
      intro="A table says which name becomes which pseudonym. It is kept sealed under a passphrase, apart from the project: it is in no export, no journal and no log."
    >
      {opened ? (
        <OpenTable projectId={projectId} state={state} opened={opened} onClose={() => setOpened(null)} />
      ) : (
        <LockedTable projectId={projectId} exists={state.version > 0} onOpen={setOpened} />
      )}
    </PageFrame>
  );
}
