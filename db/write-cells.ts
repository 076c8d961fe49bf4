// Cells of the tables of attributes: checked against their columns, written in bulk, what they held kept for undo.
import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { readAttributeValue, type ValueKind } from "@/lib/attributes/attribute-value";
import { DOCUMENT_COLUMNS, type DocumentField, isDocumentField } from "@/lib/attributes/document-columns";
import { notFound, Refusal } from "@/lib/refusal";
import type { Member } from "./actor";
import { valuesOf } from "./attribute-values";
import type { Tx } from "./connection";
import type { DataFolder } from "./data-folder";
import { type KeptCell, keepCells } from "./kept-cells";
import { attribute, attributeValue, DOCUMENT_KINDS, document, participant } from "./schema";

export interface CellChange {
  readonly ownerId: string;
  /** An attribute's id, or the name of what every document has. */
  readonly columnId: string;
  readonly value: string | null;
  /** What the person saw, 0 where nothing is recorded; for what every document has, the document's. */
  readonly version?: number | undefined;
  /** Refuses unless this is there now. */
  readonly left?: string | null;
}

interface Place {
  readonly folder: DataFolder;
  readonly newId: () => string;
}

type Column = ValueKind & { readonly name: string; readonly owner: string; readonly surveyId: string | null };

export interface WrittenCells {
  /** Where the earlier values lie, for `restore-attribute-values`. */
  readonly keptId: string;
  readonly changed: number;
  readonly ownerIds: readonly string[];
  readonly attributeIds: readonly string[];
}

const CHUNK = 20_000;
/** Beyond this the journal holds the number alone. */
const MOST_TRACED = 500;

const NAMES = ["attributeIds", "ownerIds"] as const;

/** Of what was written, for the journal: ids, never values. */
export function traceOf(written: WrittenCells): Record<string, unknown> {
  const lists = NAMES.map((name) => [name, written[name]] as const).filter(([, ids]) => ids.length <= MOST_TRACED);
  return { cells: written.changed, ...Object.fromEntries(lists) };
}

/** Throws Refusal: not-found, changed-meanwhile, value-does-not-fit. All of them are written or none. */
export function writeCells(tx: Tx, actor: Member, place: Place, changes: readonly CellChange[]): WrittenCells {
  const { projectId } = actor;
  const columns = columnsOfChanges(tx, projectId, changes);
  assertOwners(tx, projectId, changes, columns);
  const ownerIds = [...new Set(changes.map(({ ownerId }) => ownerId))];
  const kept = valuesOf(tx, ownerIds, [...columns.keys()]);
  const seen = new Set<string>();
  const cells = changes.flatMap(({ ownerId, columnId, value, version, left }): KeptCell[] => {
    const column = columns.get(columnId);
    const cell = `${ownerId} ${columnId}`;
    if (!column || seen.has(cell)) throw notFound();
    seen.add(cell);
    const found = kept.get(ownerId)?.get(columnId);
    const before = found?.value ?? null;
    if (left !== undefined && left !== before) throw new Refusal("changed-meanwhile", 409);
    if (version !== undefined && version !== versionThere(tx, ownerId, columnId, found?.version)) {
      throw new Refusal("changed-meanwhile", 409);
    }
    // What undo brings back may be older than the kind of its column; the change of a kind looked at it already.
    const read = left === undefined && value !== null ? readAttributeValue(column, value) : { value };
    const misfit = "misfit" in read ? read.misfit : columnId === "kind" && read.value === null ? "not-a-choice" : null;
    if ("misfit" in read || misfit !== null) {
      throw new Refusal("value-does-not-fit", 422, {
        row: nameOf(tx, ownerId),
        column: column.name,
        misfit: misfit ?? "",
      });
    }
    return read.value === before ? [] : [{ ownerId, columnId, before, left: read.value }];
  });
  writeValues(
    tx,
    cells.filter(({ columnId }) => !isDocumentField(columnId)),
  );
  writeFields(
    tx,
    cells.filter(({ columnId }) => isDocumentField(columnId)),
  );
  const keptId = place.newId();
  keepCells(place.folder, keptId, projectId, cells);
  const touched = (ids: readonly string[]) => [...new Set(ids)];
  return {
    keptId,
    changed: cells.length,
    ownerIds: touched(cells.map(({ ownerId }) => ownerId)),
    attributeIds: touched(cells.map(({ columnId }) => columnId)),
  };
}

function columnsOfChanges(tx: Tx, projectId: string, changes: readonly CellChange[]): Map<string, Column> {
  const ids = [...new Set(changes.map(({ columnId }) => columnId))];
  const fields = ids.filter(isDocumentField);
  const rows = tx
    .select()
    .from(attribute)
    .where(
      and(
        inArray(
          attribute.id,
          ids.filter((id) => !isDocumentField(id)),
        ),
        eq(attribute.projectId, projectId),
        isNull(attribute.removedAt),
      ),
    )
    .all();
  if (rows.length + fields.length !== ids.length) throw notFound();
  return new Map<string, Column>([
    ...fields.map((id): [string, Column] => [id, { ...DOCUMENT_COLUMNS[id], owner: "document", surveyId: null }]),
    ...rows.map((row): [string, Column] => [row.id, row]),
  ]);
}

/** Every owner is one of the project's, and of the survey that its attribute belongs to. */
function assertOwners(
  tx: Tx,
  projectId: string,
  changes: readonly CellChange[],
  columns: ReadonlyMap<string, Column>,
): void {
  const asked = new Map<string, Set<string>>();
  for (const { ownerId, columnId } of changes) {
    const column = columns.get(columnId);
    const scope = `${column?.owner} ${column?.surveyId ?? ""}`;
    asked.set(scope, (asked.get(scope) ?? new Set()).add(ownerId));
  }
  for (const [scope, ids] of asked) {
    const [owner, surveyId] = scope.split(" ");
    const among = sql`(select value from json_each(${JSON.stringify([...ids])}))`;
    const found =
      owner === "document"
        ? tx
            .select({ id: document.id })
            .from(document)
            .where(and(inArray(document.id, among), eq(document.projectId, projectId), isNull(document.removedAt)))
            .all()
        : tx
            .select({ id: participant.id })
            .from(participant)
            .where(
              and(
                inArray(participant.id, among),
                eq(participant.projectId, projectId),
                surveyId ? eq(participant.surveyId, surveyId) : isNull(participant.surveyId),
              ),
            )
            .all();
    if (found.length !== ids.size) throw notFound();
  }
}

function versionThere(tx: Tx, ownerId: string, columnId: string, found: number | undefined): number {
  if (found !== undefined || !isDocumentField(columnId)) return found ?? 0;
  const row = tx.select({ version: document.version }).from(document).where(eq(document.id, ownerId)).get();
  return row?.version ?? 0;
}

function nameOf(tx: Tx, ownerId: string): string {
  const where = <Table extends typeof document | typeof participant>(table: Table) =>
    tx.select({ name: table.name }).from(table).where(eq(table.id, ownerId)).get()?.name;
  return where(document) ?? where(participant) ?? "";
}

function writeValues(tx: Tx, cells: readonly KeptCell[]): void {
  for (let at = 0; at < cells.length; at += CHUNK) {
    const rows = cells.slice(at, at + CHUNK).map(({ ownerId, columnId, left }) => [columnId, ownerId, left]);
    const json = JSON.stringify(rows);
    tx.run(sql`
      insert into ${attributeValue} (attribute_id, owner_id, value, version)
      select json_extract(each.value, '$[0]'), json_extract(each.value, '$[1]'), json_extract(each.value, '$[2]'), 1
      from json_each(${json}) as each where json_extract(each.value, '$[2]') is not null
      on conflict (attribute_id, owner_id) do update set value = excluded.value, version = version + 1`);
    tx.run(sql`
      delete from ${attributeValue} where (attribute_id, owner_id) in (
        select json_extract(each.value, '$[0]'), json_extract(each.value, '$[1]')
        from json_each(${json}) as each where json_extract(each.value, '$[2]') is null)`);
  }
}

function writeFields(tx: Tx, cells: readonly KeptCell[]): void {
  const byDocument = new Map<string, Partial<Record<DocumentField, string | null>>>();
  for (const { ownerId, columnId, left } of cells) {
    byDocument.set(ownerId, { ...byDocument.get(ownerId), [columnId]: left });
  }
  for (const [documentId, fields] of byDocument) {
    const kind = DOCUMENT_KINDS.find((each) => each === fields.kind);
    tx.update(document)
      .set({
        ...(kind && { kind }),
        ...(fields.date !== undefined && { date: fields.date }),
        ...(fields.group !== undefined && { groupName: fields.group }),
        ...(fields.note !== undefined && { note: fields.note ?? "" }),
        version: sql`${document.version} + 1`,
      })
      .where(eq(document.id, documentId))
      .run();
  }
}
