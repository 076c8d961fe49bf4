import fs from "node:fs";
import path from "node:path";
import { Readable } from "node:stream";
import type { Member } from "@/db/actor";
import type { ActResult } from "@/db/acts";
import type { AnyAct } from "@/db/acts/act";
import { confirmImport } from "@/db/acts/confirm-import";
import { importSurvey } from "@/db/acts/import-survey";
import { prepareAct, runAct } from "@/db/acts/run-act";
import { newId } from "@/db/new-id";
import { discardStaged } from "@/db/staged-import";
import type { Workspace } from "@/db/workspace";
import type { Problem, ReadOptions } from "@/lib/readers/read-result";
import { Refusal } from "@/lib/refusal";
import { documentNameOf, guessKind, proposalsOf } from "../[workspace]/projects/[project]/import/file-defaults";
import type { ArchivePreview, ImportPreview, SurveyPreview, TranscriptPreview } from "../api/imports/import-preview";
import { type Reading, stageEntry, stageFile } from "../api/imports/stage-file";
import { sentenceOf } from "../ui/sentences";
import type { Pool } from "../workers/pool";
import { prepareInChild } from "../workers/prepare-in-child";
import type { RefusedFile } from "./dry-run";
import { assertReadable } from "./listed-files";

export interface ImportedFile {
  readonly file: string;
  readonly documentId: string;
  readonly name: string;
  readonly kind: string;
  readonly format: string;
  readonly encoding: string | null;
  readonly speakers: readonly { readonly label: string; readonly turns: number }[];
  readonly problems: readonly Problem[];
}

/** The project has a document of the very same bytes. */
export interface SkippedFile {
  readonly file: string;
  readonly duplicateOf: { readonly documentId: string; readonly name: string };
}

export interface ImportedSurvey {
  readonly file: string;
  readonly surveyId: string;
  readonly name: string;
  readonly format: string;
  readonly encoding: string | null;
  readonly documents: readonly string[];
  readonly attributes: number;
  readonly respondents: number;
  readonly problems: readonly Problem[];
}

type Made = ActResult<"import-survey">;

export type ImportAnswer = ImportedFile | ImportedSurvey | SkippedFile | RefusedFile;

export interface ImportChoice {
  readonly options: ReadOptions;
  /** Files that the project has already come in once more. */
  readonly again: boolean;
}

/** Brings files into one project, each by an act of its own: one that cannot be read stops no other. */
export class ProjectImport {
  private readonly reading: Reading;

  constructor(
    private readonly workspace: Workspace,
    private readonly lead: Member,
    private readonly pool: Pool,
    private readonly choice: ImportChoice,
  ) {
    this.reading = { state: { pool }, workspace, lead, signal: new AbortController().signal };
  }

  /** A row, or one for each file of an archive. Nothing stays staged, however it ends. */
  async bring(file: string): Promise<ImportAnswer[]> {
    return this.staged(file, async () => {
      assertReadable(file);
      const body = Readable.toWeb(fs.createReadStream(file)) as ReadableStream<Uint8Array>;
      // `duplex` is what fetch asks of a body that streams; the types of the browser do not know it yet.
      const init: RequestInit & { duplex: "half" } = { method: "POST", body, duplex: "half" };
      const asked = { name: path.basename(file), options: this.choice.options };
      return stageFile(this.reading, new Request("http://localhost/", init), asked);
    });
  }

  private async staged(file: string, stage: () => Promise<ImportPreview>): Promise<ImportAnswer[]> {
    let stageId: string | null = null;
    try {
      const preview = await stage();
      stageId = preview.stageId;
      if (preview.kind === "archive") return await this.entries(file, preview);
      const { duplicateOf } = preview;
      if (duplicateOf && !this.choice.again) return [{ file, duplicateOf }];
      return [preview.kind === "survey" ? await this.survey(file, preview) : await this.transcript(file, preview)];
    } catch (error) {
      if (error instanceof Refusal) return [{ file, refused: sentenceOf(error.code, error.params) }];
      throw error;
    } finally {
      if (stageId) discardStaged(this.workspace.folder, stageId);
    }
  }

  private async entries(file: string, archive: ArchivePreview): Promise<ImportAnswer[]> {
    const answers: ImportAnswer[] = [];
    for (const { index, name } of archive.entries) {
      const stage = () => stageEntry(this.reading, archive.stageId, index, this.choice.options);
      answers.push(...(await this.staged(`${file}/${name}`, stage)));
    }
    return answers;
  }

  private async transcript(file: string, preview: TranscriptPreview): Promise<ImportedFile> {
    const decisions = proposalsOf(preview.labels);
    const [kind, documentId, name] = [guessKind(decisions), newId(), documentNameOf(preview.fileName)];
    await this.perform(confirmImport, { documents: [{ stageId: preview.stageId, documentId, name, kind, decisions }] });
    return {
      ...{ file, documentId, name, kind },
      format: preview.format,
      encoding: preview.encoding,
      speakers: preview.labels.map(({ label, turns }) => ({ label, turns })),
      problems: preview.problems,
    };
  }

  private async survey(file: string, preview: SurveyPreview): Promise<ImportedSurvey> {
    const { survey, stageId } = preview;
    const [surveyId, name] = [newId(), documentNameOf(preview.fileName)];
    const columns = survey.columns.map(({ index, kind, question, name: column }) => ({
      ...{ index, kind },
      name: (question.replace(/\s+/gu, " ").trim() || column.trim() || `Column ${index + 1}`).slice(0, 200),
    }));
    const { headerRows, format, encoding, problems } = survey;
    const result = await this.perform(importSurvey, { stageId, surveyId, name, headerRows, columns, leaveOut: [] });
    const { documents, attributes, respondents } = result as Made;
    return {
      ...{ file, surveyId, name, format, encoding, problems, attributes, respondents },
      documents: documents.map((each) => each.documentId),
    };
  }

  private async perform(act: AnyAct, input: Record<string, unknown>): Promise<unknown> {
    const request = { act, input: { projectId: this.lead.projectId, ...input } };
    const prepared = await prepareAct(this.workspace, this.lead, request, prepareInChild(this.pool));
    return runAct(this.workspace, this.lead, request, prepared).result;
  }
}
