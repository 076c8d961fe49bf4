import type { RefusalParams } from "@/lib/refusal";
import type { Sentences } from "../sentences";

const save = (what: string, how: string) => () => `This is ${what}, which is not read yet. ${how}`;
const AS_DOCX = "Save it as a Word document (.docx) or as plain text and add that.";
const KINDS =
  "Transcripts come as documents (.docx, .doc, .odt, .rtf, .pdf, .html), text (.txt, .md) or captions (.vtt, .srt).";

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
  "file-too-many-lines": () =>
    "The file has more than a million lines and was not read: a transcript has some thousands. Split it and add the parts.",
  "file-too-deep": () => "The file is nested more deeply than any transcript is and was not read.",
  "file-too-slow": ({ seconds }) =>
    `Reading the file took more than ${seconds} seconds and was stopped. Nothing was stored.`,
  "file-too-hard": () =>
    "Reading the file failed: it asks for more memory than any transcript needs. Nothing was stored.",
  "file-unsafe-names": () => "The file holds parts with names that point outside it and was not opened.",
  "file-doctype": () => "The file holds a document type declaration, which transcripts do not have, and was not read.",
  "file-damaged": () =>
    "The file is damaged and cannot be read. Open it in the program that made it and save it again.",
  "file-binary": () => `This is not a text that can be read. ${KINDS}`,
  "file-password": () => "The file is protected by a password. Save a copy without one and add that.",
  "file-doc-word95": () =>
    "This document was saved by Word 95 or earlier, which is not read. Open it in Word or LibreOffice and save it as .docx.",
  "file-xls": save("an old spreadsheet (.xls)", "Open it in Excel or LibreOffice and save it as .xlsx."),
  "file-no-text-layer": ({ count }) =>
    `The ${Number(count) === 1 ? "page of this PDF holds" : `${count} pages of this PDF hold`} pictures and no text. Run text recognition (OCR) over it and add the result.`,
  "file-password-needed": () => "This PDF asks for a password. Type it to read the file; it is not kept.",
  "file-password-wrong": () => "This password does not open the PDF. Try another one.",
  "file-too-many-pages": ({ limit }) =>
    `The file has more than ${limit} pages, which is the most that is read. Split it and add the parts.`,
  "file-mhtml": save("a web archive (.mht)", AS_DOCX),
  "file-xml": save("an XML file", AS_DOCX),
  "file-csv": save("a table (.csv)", "Interviews come as .docx, .txt, .md, .vtt or .srt."),
  "file-spreadsheet": save("a spreadsheet", "Interviews come as .docx, .txt, .md, .vtt or .srt."),
  "file-presentation": save("a presentation", AS_DOCX),
  "file-qdpx": save("a project of another program (.qdpx)", "Export its transcripts as .docx or plain text."),
  "file-image": save("a picture", KINDS),
  "file-recording": save("a recording", "Tandem does not transcribe. Add the transcript of it."),
  "file-database": save("a database", "Export its transcripts as .docx or plain text and add those."),
  "file-archive": save("an archive", "Unpack it and add the files that are in it."),
  "file-survey": () =>
    "This is a table of a survey, not a transcript. Choose it as a survey, or say that its rows are turns.",
  "archive-password": () =>
    "This file of the archive is protected by a password. Unpack the archive and add the files that are in it.",
  "archive-in-archive": () =>
    "This is an archive inside an archive, which is not opened. Unpack it and add the files that are in it.",
  "stage-of-another-kind": () =>
    "The file was read as something else meanwhile. Nothing was stored. Look at it again and import it then.",
  "file-lfs-pointer": () =>
    "This is a placeholder that Git LFS left in the file's stead. Fetch the true file with “git lfs pull” and add that.",
  "file-format-unknown": () => `The kind of this file is not known. ${KINDS}`,
  "encoding-unknown": () => "This text encoding is not known. Choose another one.",
  "job-stopped": () => "Reading the file was stopped. Nothing was stored.",
  "format-not-offered": ({ format }) => `Exports in the format “${format}” are not offered.`,
};
