import type { Unit } from "./agreement-choice";

interface UnitWords {
  readonly title: string;
  readonly one: string;
  readonly many: string;
}

export const UNIT_WORDS: Readonly<Record<Unit, UnitWords>> = {
  turn: { title: "Turn", one: "turn", many: "turns" },
  sentence: { title: "Sentence", one: "sentence", many: "sentences" },
  paragraph: { title: "Paragraph", one: "paragraph", many: "paragraphs" },
  character: { title: "Character", one: "character", many: "characters" },
  document: { title: "Document", one: "document", many: "documents" },
};
