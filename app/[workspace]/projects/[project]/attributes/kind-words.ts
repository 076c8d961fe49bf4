import type { AttributeKind } from "@/lib/attributes/attribute-value";

export const KIND_OPTIONS: readonly { id: AttributeKind; label: string; detail: string }[] = [
  { id: "text", label: "Text", detail: "Any words" },
  { id: "number", label: "Number", detail: "Kept as typed, 0007 and 4,5 too" },
  { id: "date", label: "Date", detail: "YYYY-MM-DD" },
  { id: "choice", label: "Choice", detail: "One of a list" },
];

export function isAttributeKind(id: string): id is AttributeKind {
  return KIND_OPTIONS.some((option) => option.id === id);
}
