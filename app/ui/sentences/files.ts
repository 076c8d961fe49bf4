import type { RefusalParams } from "@/lib/refusal";
import type { Sentences } from "../sentences";

const save = (what: string, how: string) => () => `This is ${what}, which is not read yet. ${how}`;
const AS_DOCX = "Save it as a Word document (.docx) or as plain text and add that.";

function tooLarge({ megabytes }: RefusalParams): string {
  return `The file is larger than ${megabytes} MB, which is the most that is read.`;
}

/** Files that come in and go out. The name of the file stands beside these on the screen. */
export const fileSentences: Sentences = {
  "file-empty": () => "The file is empty.",
  "file-no-words": () => "The file was read, but there are no words in it.",
  "file-has-no-text": ({ name }) =>
    `With these decisions nothing of “${name}” would be left as text. Nothing was stored.`,
  "file-too-large": tooLarge,
  "file-too-big": tooLarge,
  "file-unpacks-too-big": ({ megabytes }) =>
    `Unpacked, the file is larger than ${megabytes} MB. Transcripts are far smaller; large pictures in it may be the reason.`,
  "file-too-dense": () => "The file unpacks to so much more than its size that it was not opened, as a precaution.",
  "file-too-many-parts": ({ limit }) => `The file consists of more than ${limit} parts and was not opened.`,
  "file-too-deep": () => "The file is nested more deeply than any transcript is and was not read.",
  "file-too-slow": ({ seconds }) =>
    `Reading the file took more than ${seconds} seconds and was stopped. Nothing was stored.`,
  "file-too-hard": () =>
    "Reading the file failed: it asks for more memory than any transcript needs. Nothing was stored.",
  "file-unsafe-names": () => "The file holds parts with names that point outside it and was not opened.",
  "file-doctype": () => "The file holds a document type declaration, which transcripts do not have, and was not read.",
  "file-damaged": () =>
    "The file is damaged and cannot be read. Open it in the program that made it and save it again.",
  "file-binary": () => "This is not a text that can be read. Transcripts come as .docx, .txt, .md, .vtt or .srt.",
  "file-password": () => "The file is protected by a password. Save a copy without one and add that.",
  "file-doc": save("an old Word document (.doc)", "Open it in Word and save it as .docx."),
  "file-pdf": save("a PDF", AS_DOCX),
  "file-rtf": save("a rich text file (.rtf)", AS_DOCX),
  "file-odt": save("an OpenDocument text (.odt)", AS_DOCX),
  "file-html": save("a web page", AS_DOCX),
  "file-xml": save("an XML file", AS_DOCX),
  "file-csv": save("a table (.csv)", "Interviews come as .docx, .txt, .md, .vtt or .srt."),
  "file-json": save("a JSON file", "Export the transcript as .vtt, .srt or plain text and add that."),
  "file-spreadsheet": save("a spreadsheet", "Interviews come as .docx, .txt, .md, .vtt or .srt."),
  "file-presentation": save("a presentation", AS_DOCX),
  "file-qdpx": save("a project of another program (.qdpx)", "Export its transcripts as .docx or plain text."),
  "file-image": save("a picture", "Transcripts come as .docx, .txt, .md, .vtt or .srt."),
  "file-recording": save("a recording", "Tandem does not transcribe. Add the transcript of it."),
  "file-database": save("a database", "Export its transcripts as .docx or plain text and add those."),
  "file-archive": save("an archive", "Unpack it and add the files that are in it."),
  "file-lfs-pointer": () =>
    "This is a placeholder that Git LFS left in the file's stead. Fetch the true file with “git lfs pull” and add that.",
  "file-format-unknown": () =>
    "The kind of this file is not known. Transcripts come as .docx, .txt, .md, .vtt or .srt.",
  "encoding-unknown": () => "This text encoding is not known. Choose another one.",
  "job-stopped": () => "Reading the file was stopped. Nothing was stored.",
  "format-not-offered": ({ format }) => `Exports in the format “${format}” are not offered.`,
};
