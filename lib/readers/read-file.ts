// A file of unknown kind → what is in it, or a refusal that says what it is instead.
import { Refusal } from "../refusal";
import { archiveEntries } from "./archive";
import { readDoc } from "./doc";
import { readDocx } from "./docx";
import type { FileContent } from "./file-content";
import { readHtml } from "./html";
import { readJson } from "./json";
import { isBlank } from "./label-blocks";
import { readMd } from "./md";
import { readFlatOdt, readOdt } from "./odt";
import { readPdf } from "./pdf";
import type { ReadOptions, ReadResult } from "./read-result";
import { readRtf } from "./rtf";
import { packageKind, sniffBytes, sniffText, type TextFormat } from "./sniff";
import { readSrt } from "./srt";
import { decodeText } from "./text-encoding";
import { readTableFile } from "./turns-table";
import { readTxt } from "./txt";
import { readVtt } from "./vtt";
import { isWorkbook } from "./xlsx";
import { listZip } from "./zip";

export const FILE_LIMIT_BYTES = 25 * 1024 * 1024;

/** Every line becomes several objects in memory; an hour of talk has some thousands. */
const LINE_LIMIT = 1_000_000;

/** What a person's decision about a label may hold. */
const LONGEST_LABEL = 200;

export type TextReader = (text: string, options: ReadOptions, name: string) => Omit<ReadResult, "encoding">;

const TEXT_READERS: Readonly<Record<TextFormat, TextReader>> = {
  txt: readTxt,
  md: readMd,
  vtt: readVtt,
  srt: readSrt,
  json: readJson,
};

/**
 * `name` only helps to tell kinds of plain text apart. Throws Refusal with a code for each reason: file-empty,
 * file-no-words, file-too-large, file-password, file-damaged, what the file is instead (file-image, file-database, …),
 * and the limits on what it unpacks to. No refusal carries words of the file.
 */
export async function readContent(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions = {},
  limitBytes = FILE_LIMIT_BYTES,
): Promise<FileContent> {
  try {
    if (bytes.length > limitBytes) {
      throw new Refusal("file-too-large", 413, { megabytes: Math.round(limitBytes / 1024 / 1024) });
    }
    const content = withoutVastLabels(await readAny(bytes, name, options));
    if (content.kind === "transcript" && hasNoWords(content.read)) throw new Refusal("file-no-words", 422);
    return content;
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, error.status, { ...error.params, name });
    throw error;
  }
}

/** As `readContent`, for whoever can use a transcript alone: file-survey and file-archive refuse the others. */
export async function readFile(bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<ReadResult> {
  const content = await readContent(bytes, name, options);
  if (content.kind === "transcript") return content.read;
  throw new Refusal(content.kind === "survey" ? "file-survey" : "file-archive", 422, { name });
}

/** A table's cell may hold pages where a name should stand: no speaker, so the words go back into the text. */
function withoutVastLabels(content: FileContent): FileContent {
  if (content.kind !== "transcript") return content;
  const { read } = content;
  const vast = new Set(read.blocks.filter(({ label }) => label !== null && label.length > LONGEST_LABEL));
  if (vast.size === 0) return content;
  const blocks = read.blocks.map((block) => (vast.has(block) ? { ...block, label: null, labelLength: 0 } : block));
  const problem = { code: "labels-too-long", params: { count: vast.size } };
  return transcript({ ...read, blocks, problems: [...read.problems, problem] });
}

function hasNoWords(read: ReadResult): boolean {
  return read.blocks.every((block) => isBlank(block.raw.slice(block.labelLength)));
}

const transcript = (read: ReadResult): FileContent => ({ kind: "transcript", read });

async function readAny(bytes: Uint8Array, name: string, options: ReadOptions): Promise<FileContent> {
  switch (sniffBytes(bytes)) {
    case "zip": {
      const entries = await archiveEntries(bytes);
      if (entries !== null) return { kind: "archive", entries };
      if (await isWorkbook(bytes)) return readTableFile(bytes, options);
      return transcript(await readPackage(bytes, options));
    }
    case "pdf":
      return transcript(await readPdf(bytes, options));
    case "rtf":
      return transcript(readRtf(bytes, options));
    case "doc":
      return transcript(readDoc(bytes, options));
    case "text": {
      const { text, encoding, problems } = decodeText(bytes, options.encoding);
      const format = sniffText(text, name);
      if (format === "csv") return readTableFile(bytes, options);
      if (format === "html") return transcript(readHtml(bytes, options));
      if (format === "odt") return transcript(readFlatOdt(bytes, options));
      assertLineCount(text);
      const read = TEXT_READERS[format](text, options, name);
      return transcript({ ...read, encoding, problems: [...problems, ...read.problems] });
    }
  }
}

function assertLineCount(text: string): void {
  let count = 0;
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) {
    if (++count > LINE_LIMIT) throw new Refusal("file-too-many-lines", 422);
  }
}

async function readPackage(bytes: Uint8Array, options: ReadOptions): Promise<ReadResult> {
  const names = (await listZip(bytes)).map((entry) => entry.name);
  return packageKind(names) === "odt" ? readOdt(bytes, options) : readDocx(bytes, options);
}
