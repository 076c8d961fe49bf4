import { afterEach, beforeEach, expect, test } from "vitest";
import { addPerson, freshWorkspace, withProject } from "@/db/accounts/accounts-fixture";
import type { Actor } from "@/db/actor";
import { addCode } from "@/db/acts/add-code";
import { runAct } from "@/db/acts/run-act";
import { newId } from "@/db/new-id";
import { reads } from "@/db/reads";
import type { AnyRead } from "@/db/reads/read";
import { runRead } from "@/db/reads/run-read";
import { holdServerState } from "../../server-state";
import { exportFormats, exportPlace } from "./export-formats";

let fixture: ReturnType<typeof freshWorkspace>;
let lead: Actor;
let projectId: string;
beforeEach(async () => {
  fixture = freshWorkspace();
  ({ lead, projectId } = await withProject(fixture.workspace));
  // What a child would do is done here: the files are what this test is about.
  const figures = {
    run: async ({ actor, read, params }: { actor: Actor; read: string; params: unknown }) =>
      runRead(fixture.workspace, actor, reads[read] as AnyRead, params),
  };
  holdServerState({ figures } as never);
});
afterEach(() => fixture.end());

async function written(name: string, actor: Actor): Promise<Uint8Array | string> {
  const format = exportFormats[name];
  if (!format) throw new Error(`no format ${name}`);
  const params = name.startsWith("agreement-") ? { projectId, roundId: newId() } : { projectId };
  return format.write(fixture.workspace, actor, params, "Wellbeing");
}

test("the codebook comes as a table in the order of the tree", async () => {
  const add = (name: string, parentId: string | null) => {
    const codeId = newId();
    const input = { projectId, codeId, name, parentId, colour: "#123456" };
    runAct(fixture.workspace, lead, { act: addCode, input });
    return codeId;
  };
  const support = add("Support", null);
  add("Workload", null);
  add("=Peers", support);
  const csv = String(await written("codebook-csv", lead));
  expect(csv.startsWith("\uFEFF")).toBe(true);
  const names = csv
    .split("\r\n")
    .slice(1, 4)
    .map((row) => row.split(",")[0]);
  expect(names).toEqual(["Support", "Support > =Peers", "Workload"]);
  expect(csv).toContain("'=Peers");
});

test("quotes of a project without codings are files all the same", async () => {
  const docx = await written("quotes-docx", lead);
  expect(
    [...docx.slice(0, 2)].map((each) => (typeof each === "number" ? String.fromCharCode(each) : each)).join(""),
  ).toBe("PK");
  expect(
    String(await written("quotes-csv", lead))
      .split("\r\n")
      .filter(Boolean),
  ).toHaveLength(1);
});

test("a stranger gets nothing, not even the name", async () => {
  const stranger = addPerson(fixture.workspace, "Stranger");
  const gone = expect.objectContaining({ status: 404 });
  expect(() => exportPlace(fixture.workspace, stranger, { projectId })).toThrow(gone);
  for (const name of Object.keys(exportFormats)) await expect(written(name, stranger)).rejects.toEqual(gone);
  expect(exportPlace(fixture.workspace, lead, { projectId })).toEqual({ project: "Wellbeing", round: null });
});
