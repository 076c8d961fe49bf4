import type { StagedMeta } from "@/db/staged-import";
import type { Block, FileFormat, FoundLabel, Problem, ReadResult } from "@/lib/readers/read-result";
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
  /** The first blocks, long ones cut: from them a screen shows the turns as other decisions would make them. */
  readonly opening: readonly Block[];
  readonly expiresAt: string;
}

/** What the child leaves in the stage: the reader's result with the labels that it found. */
export interface StagedRead extends ReadResult {
  readonly labels: readonly FoundLabel[];
}

const SHOWN_TURNS = 30;
const SHOWN_BLOCKS = 300;
const SHOWN_WORDS = 400;
const OPENING_BLOCKS = 80;

export function previewOf(stageId: string, meta: StagedMeta, read: StagedRead): ImportPreview {
  const { labels } = read;
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
    opening: read.blocks
      .slice(0, OPENING_BLOCKS)
      .map((block) => ({ ...block, raw: block.raw.slice(0, block.labelLength + SHOWN_WORDS) })),
    expiresAt: meta.expiresAt,
  };
}
