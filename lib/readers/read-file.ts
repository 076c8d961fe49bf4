// A file of unknown kind → what is in it, or a refusal that says what it is instead.
import { Refusal } from "../refusal";
import { readDocx } from "./docx";
import { isBlank } from "./label-blocks";
import { readMd } from "./md";
import type { ReadOptions, ReadResult } from "./read-result";
import { sniffBytes, sniffText, type TextFormat } from "./sniff";
import { readSrt } from "./srt";
import { decodeText } from "./text-encoding";
import { readTxt } from "./txt";
import { readVtt } from "./vtt";

export const FILE_LIMIT_BYTES = 25 * 1024 * 1024;

export type TextReader = (text: string, options: ReadOptions, name: string) => Omit<ReadResult, "encoding">;

const TEXT_READERS: Readonly<Record<TextFormat, TextReader>> = {
  txt: readTxt,
  md: readMd,
  vtt: readVtt,
  srt: readSrt,
};

/**
 * `name` only helps to tell kinds of plain text apart. Throws Refusal with a code for each reason: file-empty,
 * file-no-words, file-too-large, file-password, file-damaged, what the file is instead (file-image, file-database, …),
 * and the limits on what it unpacks to. No refusal carries words of the file.
 */
export async function readFile(bytes: Uint8Array, name: string, options: ReadOptions = {}): Promise<ReadResult> {
  try {
    const read = await readAny(bytes, name, options);
    if (read.blocks.every((block) => isBlank(block.raw.slice(block.labelLength))))
      throw new Refusal("file-no-words", 422);
    return read;
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, error.status, { ...error.params, name });
    throw error;
  }
}

async function readAny(bytes: Uint8Array, name: string, options: ReadOptions): Promise<ReadResult> {
  if (bytes.length > FILE_LIMIT_BYTES) {
    throw new Refusal("file-too-large", 413, { megabytes: FILE_LIMIT_BYTES / 1024 / 1024 });
  }
  switch (sniffBytes(bytes)) {
    case "zip":
      return readDocx(bytes, options);
    case "pdf":
      throw new Refusal("file-pdf", 422);
    case "rtf":
      throw new Refusal("file-rtf", 422);
    case "doc":
      throw new Refusal("file-doc", 422);
    case "text": {
      const { text, encoding, problems } = decodeText(bytes, options.encoding);
      const read = TEXT_READERS[sniffText(text, name)](text, options, name);
      return { ...read, encoding, problems: [...problems, ...read.problems] };
    }
  }
}
