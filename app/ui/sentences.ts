import type { RefusalParams } from "@/lib/refusal";
import { accountSentences } from "./sentences/accounts";
import { attributeSentences } from "./sentences/attributes";
import { commandSentences } from "./sentences/commands";
import { correctionSentences } from "./sentences/corrections";
import { fileSentences } from "./sentences/files";
import { jsonSentences } from "./sentences/json";
import { pdfSentences } from "./sentences/pdf";
import { projectSentences } from "./sentences/projects";
import { pseudonymSentences } from "./sentences/pseudonyms";
import { readingSentences } from "./sentences/reading";
import { recordingSentences } from "./sentences/recordings";
import { roundSentences } from "./sentences/rounds";
import { serverSentences } from "./sentences/server";
import { tableSentences } from "./sentences/tables";

export type Sentences = Readonly<Record<string, (params: RefusalParams) => string>>;

const sentences: Sentences = {
  ...serverSentences,
  ...accountSentences,
  ...fileSentences,
  ...attributeSentences,
  ...correctionSentences,
  ...tableSentences,
  ...jsonSentences,
  ...readingSentences,
  ...pdfSentences,
  ...projectSentences,
  ...pseudonymSentences,
  ...recordingSentences,
  ...roundSentences,
  ...commandSentences,
};

export function hasSentence(code: string): boolean {
  return Object.hasOwn(sentences, code);
}

/** What happened and what to do, for a person; a code without a sentence still says that nothing was changed. */
export function sentenceOf(code: string, params: RefusalParams = {}): string {
  const sentence = hasSentence(code) ? sentences[code] : undefined;
  if (sentence) return sentence(params);
  return `This could not be done (${code}). Nothing was changed.`;
}
