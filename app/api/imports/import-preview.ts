import type { StagedMeta } from "@/db/staged-import";
import type { FileFormat, FoundLabel, Problem, ReadResult } from "@/lib/readers/read-result";
import { foundLabels } from "@/lib/readers/speakers";
import { buildTranscript } from "@/lib/readers/transcript";

export interface PreviewTurn {
  readonly label: string | null;
  readonly words: string;
  readonly startMs: number | null;
}

export interface ImportPreview {
  readonly stageId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly format: FileFormat;
  readonly encoding: string | null;
  readonly unit: ReadResult["unit"];
  readonly blocks: number;
  readonly labels: readonly FoundLabel[];
  readonly problems: readonly Problem[];
  /** The first turns as the proposals would make them. */
  readonly turns: readonly PreviewTurn[];
  readonly expiresAt: string;
}

const SHOWN_TURNS = 30;
const SHOWN_BLOCKS = 300;
const SHOWN_WORDS = 400;

export function previewOf(stageId: string, meta: StagedMeta, read: ReadResult): ImportPreview {
  const labels = foundLabels(read);
  const opening = buildTranscript(
    { ...read, blocks: read.blocks.slice(0, SHOWN_BLOCKS) },
    labels.map((each) => each.proposal),
  );
  return {
    stageId,
    fileName: meta.fileName,
    sha256: meta.sha256,
    bytes: meta.bytes,
    format: read.format,
    encoding: read.encoding,
    unit: read.unit,
    blocks: read.blocks.length,
    labels,
    problems: read.problems,
    turns: opening.turns.slice(0, SHOWN_TURNS).map(({ label, start, end, startMs }) => ({
      label,
      words: opening.text.slice(start, Math.min(end, start + SHOWN_WORDS)),
      startMs,
    })),
    expiresAt: meta.expiresAt,
  };
}
