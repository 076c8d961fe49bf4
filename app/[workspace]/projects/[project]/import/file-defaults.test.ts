import { describe, expect, it } from "vitest";
import type { LabelDecision } from "@/lib/readers/read-result";
import { dateOf, documentNameOf, guessKind } from "./file-defaults";

const speaker = (label: string, role: LabelDecision["role"] = "participant", name = label): LabelDecision => ({
  label,
  treatment: "speaker",
  name,
  role,
});

describe("documentNameOf", () => {
  it("drops the ending and joins words with spaces", () => {
    expect(documentNameOf("interview_802.docx")).toBe("Interview 802");
    expect(documentNameOf("focus-group-2.vtt")).toBe("Focus group 2");
    expect(documentNameOf("2024-03-05 P12.txt")).toBe("2024-03-05 P12");
    expect(documentNameOf("Dr. Smith.txt")).toBe("Dr. Smith");
    expect(documentNameOf("Übergang.md")).toBe("Übergang");
  });

  it("keeps a name that is nothing but an ending", () => {
    expect(documentNameOf(".txt")).toBe(".txt");
  });
});

describe("guessKind", () => {
  it("takes two for an interview and more for a focus group", () => {
    expect(guessKind([speaker("INT", "interviewer"), speaker("P1")])).toBe("interview");
    expect(guessKind([speaker("INT", "interviewer"), speaker("P1"), speaker("P2"), speaker("P3")])).toBe("focus-group");
  });

  it("counts merged labels once and those who do not speak not at all", () => {
    expect(guessKind([speaker("P1"), speaker("p1", "participant", "P1"), speaker("P2")])).toBe("interview");
    expect(guessKind([{ ...speaker("Note"), treatment: "not-speaker" }])).toBe("other");
  });

  it("takes a moderated talk for a focus group", () => {
    expect(guessKind([speaker("MOD", "moderator"), speaker("P1")])).toBe("focus-group");
  });
});

it("counts those to whom only some turns of a label belong", () => {
  const parts = ["Ana", "Ben"].map((name, i) => ({ name, role: "participant" as const, blocks: [i] }));
  expect(guessKind([{ ...speaker("F"), parts }])).toBe("focus-group");
});

it.each([
  ["2024-03-05 P12.txt", "2024-03-05"],
  ["GMT20260428-065744_Recording.transcript.vtt", "2026-04-28"],
  ["Interview 2024_12_31.docx", "2024-12-31"],
  ["Interview 20241350.docx", ""],
  ["P120240305.docx", ""],
  ["Interview 802.docx", ""],
])("finds the day in %s", (name, date) => {
  expect(dateOf(name)).toBe(date);
});
