// What every document has beside its attributes: its kind, date, group and note, as columns of the same table.
import type { Choice, ValueKind } from "./attribute-value";

export const DOCUMENT_KIND_CHOICES = [
  { value: "interview", label: "Interview" },
  { value: "focus-group", label: "Focus group" },
  { value: "field-note", label: "Field note" },
  { value: "other", label: "Other text" },
] as const satisfies readonly Choice[];

export const DOCUMENT_FIELDS = ["kind", "date", "group", "note"] as const;
export type DocumentField = (typeof DOCUMENT_FIELDS)[number];

export const DOCUMENT_COLUMNS: Readonly<Record<DocumentField, ValueKind & { readonly name: string }>> = {
  kind: { name: "Kind", kind: "choice", choices: DOCUMENT_KIND_CHOICES },
  date: { name: "Date", kind: "date", choices: null },
  group: { name: "Group", kind: "text", choices: null },
  note: { name: "Note", kind: "text", choices: null },
};

/** The heading of the column that says whose row it is. */
export const NAME_HEADING = "Name";

export function isDocumentField(id: string): id is DocumentField {
  return DOCUMENT_FIELDS.some((field) => field === id);
}

/** Headings that the table of an owner has already, so that no attribute may be called so. */
export function isReservedHeading(owner: "participant" | "document", name: string): boolean {
  const own = owner === "document" ? Object.values(DOCUMENT_COLUMNS).map((column) => column.name) : [];
  return [NAME_HEADING, ...own].some((each) => each.toLowerCase() === name.toLowerCase());
}
