// The headings of a table → which of its columns names the rows, which is which attribute, and of what kind a new one is.
import { type AttributeKind, type Choice, readAttributeValue } from "./attribute-value";
import { NAME_HEADING } from "./document-columns";

export interface TableColumn {
  readonly index: number;
  readonly heading: string;
  readonly examples: readonly string[];
  /** The column of the grid that has this heading. */
  readonly columnId: string | null;
  /** What it would be as a new attribute. */
  readonly kind: AttributeKind;
  readonly choices: readonly Choice[] | null;
}

export interface ProposedColumns {
  readonly key: number;
  readonly columns: readonly TableColumn[];
}

const EXAMPLES = 3;
const LOOKED_AT = 5_000;
const MOST_CHOICES = 12;
const LONGEST_CHOICE = 60;

const folded = (words: string) => words.normalize("NFC").replace(/\s+/g, " ").trim().toLowerCase();

export function proposeColumns(
  rows: readonly (readonly string[])[],
  owners: readonly { readonly name: string }[],
  existing: readonly { readonly id: string; readonly name: string }[],
): ProposedColumns {
  const [headings = []] = rows;
  const body = rows.slice(1, LOOKED_AT);
  const known = new Map(existing.map(({ id, name }) => [folded(name), id]));
  const names = new Set(owners.map(({ name }) => folded(name)));
  const hits = headings.map((_, index) => body.filter((cells) => names.has(folded(cells[index] ?? ""))).length);
  const most = Math.max(0, ...hits);
  const named = headings.findIndex((heading) => folded(heading) === folded(NAME_HEADING));
  const key = most > 0 ? hits.indexOf(most) : Math.max(0, named);
  const taken = new Set<string>();
  const columns = headings.map((heading, index): TableColumn => {
    const values = body.map((cells) => (cells[index] ?? "").trim()).filter((value) => value !== "");
    const found = index === key ? undefined : known.get(folded(heading));
    const columnId = found === undefined || taken.has(found) ? null : found;
    if (columnId !== null) taken.add(columnId);
    const distinct = [...new Set(values)];
    const examples = distinct.slice(0, EXAMPLES).map((value) => value.slice(0, 120));
    return {
      index,
      heading: heading.replace(/\s+/g, " ").trim(),
      examples,
      columnId,
      ...proposedKind(values, distinct),
    };
  });
  return { key, columns };
}

function proposedKind(values: readonly string[], distinct: readonly string[]): Pick<TableColumn, "kind" | "choices"> {
  const all = (kind: "number" | "date") =>
    values.length > 0 && values.every((value) => "value" in readAttributeValue({ kind, choices: null }, value));
  // Figures with a zero in front are names of something.
  if (all("number") && !values.some((value) => /^0\d/.test(value))) return { kind: "number", choices: null };
  if (all("date")) return { kind: "date", choices: null };
  const few = distinct.length >= 2 && distinct.length <= MOST_CHOICES && values.length >= 2 * distinct.length;
  if (!few || distinct.some((value) => value.length > LONGEST_CHOICE)) return { kind: "text", choices: null };
  return { kind: "choice", choices: distinct.map((value) => ({ value, label: value })) };
}
