// Attributes cell by cell: checked by their kind, versions seen, undone without a word in the journal.
import fs from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { journal, participant, survey } from "../schema";
import { attempt, idOf, makeStudy, type Study } from "../study-fixture";

let study: Study;
beforeAll(async () => {
  study = await makeStudy();
  const define = (name: string, kind: string, more = {}) =>
    study.act(study.lead, "define-attribute", { attributeId: idOf(name), owner: "participant", name, kind, ...more });
  define("Age", "number");
  define("Born", "date");
  define("Band", "text");
  define("Rank", "choice", {
    choices: [
      { value: "c", label: "Constable" },
      { value: "s", label: "Sergeant" },
    ],
  });
});
afterAll(() => study.end());

interface Grid {
  total: number;
  role: string;
  columns: { id: string; name: string; kind: string; version: number; choices: { value: string }[] | null }[];
  rows: { id: string; name: string; values: (string | null)[]; versions: number[]; words: number | null }[];
}
const grid = (more: Record<string, unknown> = {}, actor = study.lead) =>
  study.read(actor, "attribute-grid", { owner: "participant", ...more }) as Grid;
const owner = (at: number) => grid().rows[at]?.id ?? "";
const set = (...values: unknown[]) => study.act(study.lead, "set-attribute-values", { values });
const cell = (name: string, ownerId: string, value: string | null, more = {}) => ({
  attributeId: idOf(name),
  ownerId,
  value,
  ...more,
});
const there = (name: string, ownerId: string) => {
  const { columns, rows } = grid();
  return rows.find((row) => row.id === ownerId)?.values[columns.findIndex((each) => each.name === name)];
};

describe("values of attributes", () => {
  it("are kept as typed where they fit, and refused with their row and column where not", () => {
    const name = grid().rows[0]?.name;
    set(cell("Age", owner(0), "0007"), cell("Rank", owner(0), "sergeant"), cell("Born", owner(0), "2024-02-29"));
    expect([there("Age", owner(0)), there("Rank", owner(0)), there("Born", owner(0))]).toEqual([
      "0007",
      "s",
      "2024-02-29",
    ]);
    const wrong: [string, string, string][] = [
      ["Age", "about forty", "not-a-number"],
      ["Born", "2023-02-29", "not-a-date"],
      ["Born", "29.02.2024", "not-a-date"],
      ["Rank", "General", "not-a-choice"],
      ["Band", "x".repeat(2_001), "too-long"],
    ];
    const before = study.rows();
    for (const [column, value, misfit] of wrong) {
      const said = attempt(() => set(cell("Band", owner(1), "fine"), cell(column, owner(0), value)));
      expect(said).toBe(`value-does-not-fit 422 ${JSON.stringify({ row: name, column, misfit })}`);
    }
    expect(study.rows()).toBe(before);
  });

  it("are refused when somebody wrote since, and for whoever is not of the project or its kind of owner", () => {
    set(cell("Band", owner(1), "30-39", { version: 0 }));
    expect(attempt(() => set(cell("Band", owner(1), "40-49", { version: 0 })))).toBe("changed-meanwhile 409 {}");
    set(cell("Band", owner(1), "40-49", { version: 1 }));
    for (const ownerId of [study.documentId("interview"), idOf("nobody"), study.lead.userId]) {
      expect(attempt(() => set(cell("Band", ownerId, "x")))).toBe("not-found 404 {}");
    }
    const kind = { attributeId: "kind", ownerId: study.documentId("interview") };
    expect(attempt(() => set({ ...kind, value: null }))).toMatch(/^value-does-not-fit/);
    expect(attempt(() => set({ ...kind, value: "other", version: 99 }))).toBe("changed-meanwhile 409 {}");
    expect(attempt(() => set(cell("Band", owner(1), "a"), cell("Band", owner(1), "b")))).toBe("not-found 404 {}");
  });

  it("come back by undo and go again by redo, though the journal holds none of them", () => {
    set(cell("Band", owner(2), "zweiundvierzig"));
    set(cell("Band", owner(2), "dreiundvierzig"), cell("Age", owner(2), "43"));
    study.act(study.lead, "undo");
    expect([there("Band", owner(2)), there("Age", owner(2))]).toEqual(["zweiundvierzig", null]);
    study.act(study.lead, "redo");
    expect([there("Band", owner(2)), there("Age", owner(2))]).toEqual(["dreiundvierzig", "43"]);
    study.act(study.lead, "undo");
    study.act(study.lead, "undo");
    expect(there("Band", owner(2))).toBeNull();
    expect(JSON.stringify(study.db.select().from(journal).all())).not.toMatch(/vierzig/);
  });

  it("are not overwritten by an undo where somebody else wrote since", () => {
    study.addPerson(study.person("Second Lead"), "lead");
    set(cell("Band", owner(0), "first"));
    study.act(study.person("Second Lead"), "set-attribute-values", { values: [cell("Band", owner(0), "second")] });
    expect(attempt(() => study.act(study.lead, "undo"))).toBe("changed-meanwhile 409 {}");
    expect(there("Band", owner(0))).toBe("second");
  });

  it("a day later undo says that they are gone, and goes on with the step before", () => {
    study.act(study.lead, "rename-project", { name: "Renamed" });
    set(cell("Band", owner(3), "kept a day"));
    const { staging } = study.workspace.folder;
    for (const name of fs.readdirSync(staging)) fs.rmSync(`${staging}/${name}`, { recursive: true, force: true });
    expect(attempt(() => study.act(study.lead, "undo"))).toBe("earlier-values-gone 409 {}");
    expect(there("Band", owner(3))).toBe("kept a day");
    expect(study.act(study.lead, "undo")).toMatchObject({ act: "rename-project" });
  });
});

describe("an attribute", () => {
  const change = (name: string, more: Record<string, unknown>) =>
    study.act(study.lead, "change-attribute", { attributeId: idOf(name), name, ...more });

  it("changes its kind only where what is recorded fits", () => {
    const ages = grid().rows.slice(0, 3);
    const [a, b, c] = ages.map(({ id }) => id);
    set(cell("Band", a ?? "", "30"), cell("Band", b ?? "", "forty"), cell("Band", c ?? "", "30"), {
      ...cell("Band", owner(3), null),
    });
    expect(attempt(() => change("Band", { kind: "number" }))).toBe('values-do-not-fit 409 {"count":1,"kind":"number"}');
    change("Band", { kind: "choice" });
    const column = () => grid().columns.find(({ id }) => id === idOf("Band"));
    expect(column()?.choices?.map(({ value }) => value)).toEqual(["30", "forty"]);
    study.act(study.lead, "undo");
    expect(column()).toMatchObject({ kind: "text", choices: null });
    set(cell("Band", b ?? "", "40"));
    change("Band", { kind: "number" });
    expect(column()?.kind).toBe("number");
  });

  it("has a heading of its own in its table", () => {
    for (const name of ["age", "Name"]) {
      const input = { attributeId: idOf(`another ${name}`), owner: "participant", name, kind: "text" };
      expect(attempt(() => study.act(study.lead, "define-attribute", input))).toMatch(/^attribute-name-taken/);
    }
    expect(attempt(() => change("Age", { name: "Rank", kind: "number" }))).toMatch(/^attribute-name-taken/);
  });

  it("goes and comes back with its values", () => {
    const before = there("Age", owner(0));
    study.act(study.lead, "remove-attribute", { attributeId: idOf("Age") });
    expect(grid().columns.map(({ name }) => name)).not.toContain("Age");
    expect(attempt(() => set(cell("Age", owner(0), "1")))).toBe("not-found 404 {}");
    study.act(study.lead, "undo");
    expect(there("Age", owner(0))).toBe(before);
  });
});

describe("the grid", () => {
  it("pages and finds, by name, value and label, and tells everybody of the project the same", () => {
    const all = grid();
    expect(all.total).toBe(all.rows.length);
    const page = grid({ from: 2, count: 2 });
    expect(page.rows.map(({ id }) => id)).toEqual(all.rows.slice(2, 4).map(({ id }) => id));
    expect(page.total).toBe(all.total);
    set(cell("Rank", owner(1), "c"));
    expect(grid({ find: "constab" }).rows.map(({ id }) => id)).toEqual([owner(1)]);
    expect(grid({ find: "P1" }).rows.map(({ name }) => name)).toContain("P1");
    expect(grid({ find: "%" }).total).toBe(0);
    for (const actor of [study.a, study.b, study.observer]) {
      expect({ ...grid({}, actor), role: "lead" }).toEqual(grid());
    }
  });

  it("shows of documents what they are, and describe-document changes it with one step back", () => {
    const documents = () => grid({ owner: "document" });
    const [first] = documents().rows;
    expect(documents().columns.map(({ name }) => name)).toEqual(["Kind", "Date", "Group", "Note"]);
    expect(first).toMatchObject({ name: "interview", values: ["interview", null, null, null], speakers: 2 });
    expect(first?.words).toBeGreaterThan(15);
    const version = first?.versions[0];
    const input = {
      documentId: first?.id,
      kind: "other",
      date: "2026-03-01",
      groupName: "North",
      note: "tired",
      version,
    };
    expect(attempt(() => study.act(study.lead, "describe-document", { ...input, date: "1.3.2026" }))).toMatch(
      /^value-does-not-fit 422 .*"column":"Date"/,
    );
    study.act(study.lead, "describe-document", input);
    expect(documents().rows[0]?.values).toEqual(["other", "2026-03-01", "North", "tired"]);
    expect(grid({ owner: "document", find: "north" }).total).toBe(1);
    expect(attempt(() => study.act(study.lead, "describe-document", input))).toBe("changed-meanwhile 409 {}");
    study.act(study.lead, "undo");
    expect(documents().rows[0]?.values).toEqual(["interview", null, null, null]);
    expect(JSON.stringify(study.db.select().from(journal).all())).not.toMatch(/tired/);
  });

  it("keeps a survey's respondents and their attributes in a table of their own", () => {
    const { db, projectId } = study;
    const [surveyId, respondent, elsewhere] = [idOf("survey"), idOf("respondent"), idOf("another survey")];
    const row = { projectId, name: "Staff", layout: {}, addedAt: "2026-01-01", addedBy: study.lead.userId };
    db.insert(survey)
      .values([
        { ...row, id: surveyId },
        { ...row, id: elsewhere },
      ])
      .run();
    db.insert(participant).values({ id: respondent, projectId, name: "R_1", role: "participant", surveyId }).run();
    const attributeId = idOf("satisfied");
    const satisfied = { attributeId, owner: "participant", surveyId, name: "Age", kind: "text" };
    study.act(study.lead, "define-attribute", satisfied);
    set({ attributeId, ownerId: respondent, value: "very" });
    expect(grid({ surveyId })).toMatchObject({
      columns: [{ id: attributeId }],
      rows: [{ name: "R_1", values: ["very"], versions: [1] }],
      total: 1,
    });
    expect(grid({ surveyId: elsewhere })).toMatchObject({ columns: [], rows: [], total: 0 });
    expect(grid().rows.some(({ id }) => id === respondent)).toBe(false);
    expect(attempt(() => set({ attributeId, ownerId: owner(0), value: "x" }))).toBe("not-found 404 {}");
    expect(attempt(() => set(cell("Band", respondent, "1")))).toBe("not-found 404 {}");
    expect(attempt(() => grid({ surveyId, owner: "document" }))).toBe("not-found 404 {}");
  });
});
