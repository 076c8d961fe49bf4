import type { RefusalParams } from "@/lib/refusal";
import { accountSentences } from "./sentences/accounts";
import { commandSentences } from "./sentences/commands";
import { fileSentences } from "./sentences/files";
import { projectSentences } from "./sentences/projects";
import { readingSentences } from "./sentences/reading";
import { roundSentences } from "./sentences/rounds";
import { serverSentences } from "./sentences/server";

export type Sentences = Readonly<Record<string, (params: RefusalParams) => string>>;

const sentences: Sentences = {
  ...serverSentences,
  ...accountSentences,
  ...fileSentences,
  ...readingSentences,
  ...projectSentences,
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
