import type { ArchiveEntry, FileContent } from "@/lib/readers/file-content";
import type {
  Block,
  FileFormat,
  Finding,
  FoundLabel,
  Problem,
  ReadOptions,
  ReadResult,
} from "@/lib/readers/read-result";
import { foundLabels } from "@/lib/readers/speakers";
import type { SurveyRead } from "@/lib/readers/survey-read";
import { buildTranscript } from "@/lib/readers/transcript";

export interface PreviewTurn {
  readonly label: string | null;
  readonly words: string;
  readonly startMs: number | null;
}

/** How the file was read; a password is used and forgotten. */
export type KeptOptions = Omit<ReadOptions, "password">;

/** What every preview says of its file. */
export interface StagedFacts {
  readonly stageId: string;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  /** A document of this project that was made of the very same bytes. */
  readonly duplicateOf: { readonly documentId: string; readonly name: string } | null;
  readonly expiresAt: string;
}

export interface TranscriptBody {
  readonly kind: "transcript";
  readonly options: KeptOptions;
  readonly format: FileFormat;
  readonly encoding: string | null;
  readonly unit: ReadResult["unit"];
  readonly blocks: number;
  readonly labels: readonly FoundLabel[];
  readonly problems: readonly Problem[];
  readonly findings: readonly Finding[];
  readonly styleMightLabel: boolean;
  /** The first turns as the proposals would make them. */
  readonly turns: readonly PreviewTurn[];
  /** The first blocks, long ones cut: from them a screen shows the turns as other decisions would make them. */
  readonly opening: readonly Block[];
}

export interface SurveyBody {
  readonly kind: "survey";
  readonly options: KeptOptions;
  readonly survey: Omit<SurveyRead, "rows">;
  readonly rowCount: number;
  readonly sampleRows: SurveyRead["rows"];
}

export interface ArchiveBody {
  readonly kind: "archive";
  readonly options: KeptOptions;
  readonly entries: readonly ArchiveEntry[];
}

export type PreviewBody = TranscriptBody | SurveyBody | ArchiveBody;
export type TranscriptPreview = StagedFacts & TranscriptBody;
export type SurveyPreview = StagedFacts & SurveyBody;
export type ArchivePreview = StagedFacts & ArchiveBody;
export type ImportPreview = TranscriptPreview | SurveyPreview | ArchivePreview;

const SHOWN_TURNS = 30;
const SHOWN_BLOCKS = 300;
const SHOWN_WORDS = 400;
const OPENING_BLOCKS = 80;
const SAMPLE_ROWS = 20;
const SHOWN_CELL = 500;

/** Made in the child that read the file: the server itself never holds the whole of it. */
export function previewBody(content: FileContent, { password, ...options }: ReadOptions): PreviewBody {
  if (content.kind === "archive") return { kind: "archive", options, entries: content.entries };
  if (content.kind === "survey") {
    const { rows, ...survey } = content.survey;
    return {
      kind: "survey",
      options,
      survey,
      rowCount: rows.length,
      sampleRows: rows.slice(0, SAMPLE_ROWS).map((row) => row.map((cell) => cell.slice(0, SHOWN_CELL))),
    };
  }
  const { read } = content;
  const labels = foundLabels(read);
  const opening = buildTranscript(
    { ...read, blocks: read.blocks.slice(0, SHOWN_BLOCKS).map(shortened) },
    labels.map((each) => each.proposal),
  );
  return {
    kind: "transcript",
    options,
    format: read.format,
    encoding: read.encoding,
    unit: read.unit,
    blocks: read.blocks.length,
    labels,
    problems: read.problems,
    findings: read.findings ?? [],
    styleMightLabel: read.styleMightLabel ?? false,
    turns: opening.turns.slice(0, SHOWN_TURNS).map(({ label, start, end, startMs }) => ({
      label,
      words: opening.text.slice(start, Math.min(end, start + SHOWN_WORDS)),
      startMs,
    })),
    opening: read.blocks.slice(0, OPENING_BLOCKS).map(shortened),
  };
}

/** A block with as many of its words as a preview shows, and the emphasis that lies over those. */
function shortened(block: Block): Block {
  const length = block.labelLength + SHOWN_WORDS + 1;
  if (block.raw.length <= length) return block;
  const emphasis = block.emphasis
    ?.filter((each) => each.start < length)
    .map((each) => ({ ...each, end: Math.min(each.end, length) }));
  return { ...block, raw: block.raw.slice(0, length), ...(emphasis ? { emphasis } : {}) };
}
