// The data files of the sample study: transcripts as .txt, codings as .jsonl beside them.
import fs from "node:fs";
import path from "node:path";
import * as z from "zod";

const lineSchema = z.object({
  t: z.int().min(1),
  at: z.string().optional(),
  code: z.string(),
  by: z.enum(["A", "B", "AB"]),
  ruling: z.enum(["first", "second", "both", "neither"]).optional(),
  why: z.string().optional(),
  memo: z.string().optional(),
});

/** `t` is the turn, `at` its words (first … last; absent: the whole turn), `by` the coders who coded exactly this. */
export type SampleLine = z.output<typeof lineSchema>;

export interface SampleFile {
  readonly file: string;
  readonly name: string;
  readonly kind: "interview" | "focus-group";
  readonly bytes: Uint8Array;
  readonly lines: readonly SampleLine[];
}

function nameOf(file: string): string {
  const [, interview] = /^interview-(\d+)$/.exec(file) ?? [];
  if (interview) return `Interview P${interview}`;
  return `Focus group ${file.replace("focus-group-", "")}`;
}

/** In the order of the study: interviews, then focus groups. */
export function sampleFiles(studyFolder: string): SampleFile[] {
  const files = fs
    .readdirSync(studyFolder)
    .filter((file) => file.endsWith(".txt"))
    .map((file) => file.slice(0, -4))
    .sort((a, b) => Number(a.startsWith("focus")) - Number(b.startsWith("focus")) || (a < b ? -1 : 1));
  return files.map((file) => {
    const codings = path.join(studyFolder, `${file}.codings.jsonl`);
    const lines = fs.existsSync(codings) ? fs.readFileSync(codings, "utf8").split("\n").filter(Boolean) : [];
    return {
      file,
      name: nameOf(file),
      kind: file.startsWith("focus") ? "focus-group" : "interview",
      bytes: new Uint8Array(fs.readFileSync(path.join(studyFolder, `${file}.txt`))),
      lines: lines.map((line) => lineSchema.parse(JSON.parse(line))),
    };
  });
}
