// The sample study: made by the same acts as any study, within the bars that its issue sets.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "../actor";
import { memberOf } from "../membership";
import { agreementReport } from "../reads/agreement-report";
import { projectOverview } from "../reads/project-overview";
import { reconciliation } from "../reads/reconciliation";
import { roundProgress } from "../reads/round-progress";
import { project, revision, turn, user } from "../schema";
import { closeWorkspace, dbOf, openWorkspace, type Workspace } from "../workspace";
import { createSample } from "./create-sample";

const root = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-sample-"));
let workspace: Workspace;

beforeAll(async () => {
  workspace = openWorkspace("sample", root, fileURLToPath(new URL("../migrations", import.meta.url)));
  await createSample(workspace);
});
afterAll(() => {
  closeWorkspace(workspace);
  fs.rmSync(root, { recursive: true, force: true });
});

function lead() {
  const db = dbOf(workspace);
  const row = db
    .select()
    .from(user)
    .all()
    .find((each) => each.email === "lead@sample.invalid");
  const actor: Actor = { kind: "person", userId: row?.id ?? "", name: "", workspaceRole: "owner", scope: "write" };
  return memberOf(db, actor, db.select().from(project).get()?.id ?? "");
}

describe("the sample study", () => {
  it("has the shape of the model study: 8 interviews, 9 focus groups, 59 participants", () => {
    const db = dbOf(workspace);
    const overview = projectOverview.run(db, lead(), { projectId: lead().projectId });
    expect(overview.documents.filter((each) => each.kind === "interview")).toHaveLength(8);
    expect(overview.documents.filter((each) => each.kind === "focus-group")).toHaveLength(9);
    for (const each of overview.documents) expect(each.words).toBeGreaterThan(each.kind === "interview" ? 1200 : 1500);
    const speakers = new Set(
      db
        .select({ label: turn.label })
        .from(turn)
        .all()
        .map((row) => row.label),
    );
    expect([...speakers].filter((label) => /^P\d{3}$/.test(label ?? ""))).toHaveLength(8 + 51);
    expect(speakers).toEqual(new Set([...speakers].filter((label) => /^(P\d{3}|INT|MOD)$/.test(label ?? ""))));
  });

  it("repeats no paragraph", () => {
    const paragraphs = dbOf(workspace)
      .select({ text: revision.text })
      .from(revision)
      .all()
      .flatMap((row) => row.text.split("\n"))
      .filter((line) => line.split(" ").length > 3);
    expect(new Set(paragraphs).size).toBe(paragraphs.length);
  });

  it("has one revealed round of 8 documents, partly settled, with at least 250 codings each, and one open round", () => {
    const db = dbOf(workspace);
    const projectId = lead().projectId;
    const { rounds } = projectOverview.run(db, lead(), { projectId });
    expect(rounds.map((each) => [each.status, each.documents])).toEqual([
      ["revealed", 8],
      ["open", 3],
    ]);
    const roundId = rounds[0]?.id ?? "";
    const report = agreementReport.run(db, lead(), agreementReport.params.parse({ projectId, roundId }));
    expect(Math.min(...report.counted.codings)).toBeGreaterThanOrEqual(250);
    for (const code of report.figures) expect(code.pooled.cohenKappa.kind).toBe("defined");
    const kinds = new Set<string>();
    let settled = 0;
    let total = 0;
    for (const each of reconciliation.run(db, lead(), { projectId, roundId }).documents) {
      settled += each.settled;
      total += each.total;
      const one = reconciliation.run(db, lead(), { projectId, roundId, documentId: each.id });
      for (const found of one.disagreements) kinds.add(found.kind);
    }
    expect(kinds).toEqual(new Set(["missed", "boundaries", "other-code", "other-level"]));
    expect(settled).toBeGreaterThan(40);
    expect(total).toBeGreaterThan(settled);
    const open = roundProgress.run(db, lead(), { projectId, roundId: rounds[1]?.id ?? "" });
    expect(open.seats.every((seat) => seat.state === "open")).toBe(true);
  });
});
