// A table goes out, is filled in elsewhere, and comes back: what nobody touched stays, all of it or none is taken.
import fs from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { proposeColumns } from "@/lib/attributes/propose-columns";
import { readAttributeTable } from "@/lib/attributes/read-attribute-table";
import { type AttributesTable, attributesCsv, attributesXlsx } from "@/lib/writers/attributes-table";
import { attributeTable } from "../attribute-table";
import { runRead } from "../reads/run-read";
import { journal } from "../schema";
import { stagedPaths } from "../staged-import";
import { attempt, idOf, makeStudy, type Study } from "../study-fixture";
import { importAttributes } from "./import-attributes";
import { prepareAct, runAct } from "./run-act";

let study: Study;
beforeAll(async () => {
  study = await makeStudy();
});
afterAll(() => study.end());

const table = (owner: "participant" | "document") =>
  runRead(study.workspace, study.lead, attributeTable, { projectId: study.projectId, owner }) as AttributesTable;

interface Grid {
  total: number;
  columns: { id: string; name: string; kind: string; choices: { value: string }[] | null; version: number }[];
  rows: { id: string; name: string; values: (string | null)[]; versions: number[]; speakers: number | null }[];
}
const grid = (owner: string, more: Record<string, unknown> = {}) =>
  study.read(study.lead, "attribute-grid", { owner, ...more }) as Grid;

async function staged(bytes: Uint8Array, name: string): Promise<string> {
  const stageId = idOf(name);
  const paths = stagedPaths(study.workspace.folder, stageId);
  fs.mkdirSync(paths.dir, { recursive: true });
  fs.writeFileSync(paths.read, JSON.stringify(await readAttributeTable(bytes)));
  const meta = { kind: "table", userId: study.lead.userId, projectId: study.projectId, fileName: name };
  const rest = { sha256: "0".repeat(64), expiresAt: "2100-01-01T00:00:00.000Z" };
  fs.writeFileSync(paths.meta, JSON.stringify({ ...meta, ...rest }));
  return stageId;
}

async function bringIn(stageId: string, input: Record<string, unknown>): Promise<unknown> {
  const request = { act: importAttributes, input: { projectId: study.projectId, stageId, ...input } };
  const prepared = await prepareAct(study.workspace, study.lead, request);
  return runAct(study.workspace, study.lead, request, prepared).result;
}

/** As the screen proposes it: every heading that is known, by its name. */
async function bringBack(owner: "participant" | "document", bytes: Uint8Array, name: string): Promise<unknown> {
  const { rows } = await readAttributeTable(bytes);
  const { columns: own, rows: owners } = grid(owner);
  const { key, columns } = proposeColumns(rows, owners, own);
  const mapped = columns.flatMap(({ index, columnId }) => (columnId ? [{ index, attributeId: columnId }] : []));
  expect(mapped).toHaveLength(own.length);
  return bringIn(await staged(bytes, name), { owner, keyColumn: key, columns: mapped, emptyClears: true });
}

const STRANGE = ["=1+1", "'=1+1", "''-2", "0007", "😀 שלום\nzwei", '@cmd,"x"', "_x0041_ +3", "2026-03-01"];

describe("a table of attributes", () => {
  const text = idOf("text attribute");
  const number = idOf("number attribute");
  const day = idOf("date attribute");
  const choice = idOf("choice attribute");
  const ofDocument = idOf("document attribute");

  it("comes back from a csv and a workbook as it went out, whatever is in it", async () => {
    const define = (attributeId: string, owner: string, name: string, kind: string, choices?: unknown) =>
      study.act(study.lead, "define-attribute", { attributeId, owner, name, kind, choices });
    define(text, "participant", "=Remarks", "text");
    define(number, "participant", "Age", "number");
    define(day, "participant", "Born", "date");
    define(choice, "participant", "Rank", "choice", [
      { value: "1", label: "Constable" },
      { value: "0002", label: "Sergeant" },
    ]);
    define(ofDocument, "document", "Site", "text");
    const people = grid("participant").rows;
    const cells = people.flatMap(({ id: ownerId }, i) => [
      { attributeId: text, ownerId, value: STRANGE[i % STRANGE.length] },
      { attributeId: number, ownerId, value: ["0007", "4,5", "-3", "41", "1.50", "+2", "1e3"][i % 7] },
      { attributeId: day, ownerId, value: ["1899-12-31", "1900-02-28", "2024-02-29", "1984-01-01"][i % 4] },
      { attributeId: choice, ownerId, value: ["Sergeant", "1"][i % 2] },
    ]);
    study.act(study.lead, "set-attribute-values", { values: cells });
    const documents = grid("document").rows;
    study.act(study.lead, "set-attribute-values", {
      values: documents.flatMap(({ id: ownerId }, i) => [
        { attributeId: "date", ownerId, value: "2026-01-15" },
        { attributeId: "group", ownerId, value: STRANGE[i] },
        { attributeId: "note", ownerId, value: STRANGE[i + 3] },
        { attributeId: ofDocument, ownerId, value: STRANGE[i + 4] },
      ]),
    });
    const before = study.rows(["attribute", "attribute_value", "document"]);
    for (const owner of ["participant", "document"] as const) {
      const out = table(owner);
      const csv = new TextEncoder().encode(attributesCsv(out));
      expect(await bringBack(owner, csv, `${owner}.csv`)).toMatchObject({
        changed: 0,
        matched: out.rows.length,
        leftOut: 0,
      });
      const xlsx = await attributesXlsx(out, "Attributes");
      expect(await bringBack(owner, xlsx, `${owner}.xlsx`)).toMatchObject({ changed: 0, matched: out.rows.length });
    }
    expect(study.rows(["attribute", "attribute_value", "document"])).toBe(before);
    const written = attributesCsv(table("participant"));
    expect(written).toContain("'=1+1");
    expect(written).not.toMatch(/(^|,)"?[=+@]/m);
  });

  it("gives known columns values and makes new ones, in one step that undo takes back and redo repeats", async () => {
    const [first, second] = grid("participant").rows;
    const bytes = new TextEncoder().encode(
      `Name,Age,Shift\n${first?.name},50,late\n${second?.name},,early\nNobody here,9,late\n`,
    );
    const before = study.rows(["attribute_value"]);
    const shift = idOf("shift attribute");
    const input = {
      owner: "participant",
      keyColumn: 0,
      columns: [
        { index: 1, attributeId: number },
        { index: 2, newId: shift, name: "Shift", kind: "text" },
      ],
    };
    const stageId = await staged(bytes, "new.csv");
    expect(await bringIn(stageId, input)).toEqual({ changed: 3, attributes: 1, matched: 2, leftOut: 1 });
    const find = (row: number, column: string) => {
      const { columns, rows } = grid("participant");
      return rows[row]?.values[columns.findIndex((each) => each.id === column)];
    };
    expect([find(0, number), find(1, shift), find(0, shift)]).toEqual(["50", "early", "late"]);
    const entry = study.db.select().from(journal).all().at(-1);
    expect(JSON.stringify([entry?.input, entry?.inverse])).not.toMatch(/late|early|"50"/);
    study.act(study.lead, "undo");
    expect(grid("participant").columns.some(({ id }) => id === shift)).toBe(false);
    expect(study.rows(["attribute_value"], ["version"])).toBe(before.replace(/,"version":\d+/g, ""));
    study.act(study.lead, "redo");
    expect([find(0, number), find(1, shift)]).toEqual(["50", "early"]);
    expect(fs.existsSync(stagedPaths(study.workspace.folder, stageId).dir), "the staged table is gone").toBe(false);
  });

  it("is refused whole where one value does not fit, and says where", async () => {
    const [first, second] = grid("participant").rows;
    const bytes = new TextEncoder().encode(`Name,Age\n${first?.name},51\n${second?.name},old\n`);
    const stageId = await staged(bytes, "bad.csv");
    const before = study.rows();
    const columns = [{ index: 1, attributeId: number }];
    const refused = bringIn(stageId, { owner: "participant", keyColumn: 0, columns });
    await expect(refused).rejects.toMatchObject({
      code: "table-values-do-not-fit",
      params: { count: 1, row: 3, column: "Age", misfit: "not-a-number" },
    });
    expect(study.rows()).toBe(before);
  });

  it("is nobody's but its sender's", async () => {
    const stageId = await staged(new TextEncoder().encode("Name,A\nx,1\n"), "mine.csv");
    const input = { projectId: study.projectId, stageId, owner: "participant", keyColumn: 0, columns: [] };
    for (const actor of [study.a, study.observer, study.outsider]) {
      const request = { act: importAttributes, input };
      await expect(prepareAct(study.workspace, actor, request)).rejects.toMatchObject({ name: "Refusal" });
    }
    expect(attempt(() => study.act(study.lead, "import-attributes", input))).toBe("not-found 404 {}");
  });
});
