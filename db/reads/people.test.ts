// What people and my-projects show to whom; and that nothing in them moves when another coder works.
import { afterEach, beforeEach, expect, test } from "vitest";
import { addPerson, freshWorkspace, invite, withProject } from "../accounts/accounts-fixture";
import type { Actor } from "../actor";
import { runAct } from "../acts/run-act";
import { withdrawInvitation } from "../acts/withdraw-invitation";
import { newId } from "../new-id";
import { event } from "../schema";
import { dbOf } from "../workspace";
import { myProjects } from "./my-projects";
import { type PeopleAnswer, people } from "./people";
import { runRead } from "./run-read";

let fixture: ReturnType<typeof freshWorkspace>;
let lead: Actor;
let projectId: string;
beforeEach(async () => {
  fixture = freshWorkspace();
  ({ lead, projectId } = await withProject(fixture.workspace));
});
afterEach(() => fixture.end());

test("a coder sees names and roles and no more; the lead also addresses and open invitations", () => {
  const { workspace } = fixture;
  const bea = addPerson(workspace, "Bea", { projectId, role: "coder" });
  const cal = addPerson(workspace, "Cal", { projectId, role: "coder" });
  const open = invite(workspace, lead, projectId, "observer");
  const gone = invite(workspace, lead, projectId, "coder");
  runAct(workspace, lead, { act: withdrawInvitation, input: { projectId, invitationId: gone.invitationId } });
  const seen = runRead(workspace, bea, people, { projectId });
  expect(seen).toEqual({
    people: [
      { name: "Ada Lead", role: "lead", self: false, managed: null },
      { name: "Bea", role: "coder", self: true, managed: null },
      { name: "Cal", role: "coder", self: false, managed: null },
    ],
    invitations: [],
  });
  const bytes = JSON.stringify(seen);
  for (const hidden of [cal.userId, lead.userId, "@example.org"]) expect(bytes).not.toContain(hidden);
  const byLead = runRead(workspace, lead, people, { projectId }) as PeopleAnswer;
  expect(byLead).toMatchObject({ invitations: [{ invitationId: open.invitationId, role: "observer" }] });
  expect(JSON.stringify(byLead)).toContain("bea@example.org");
  const coders = byLead.people.map(({ name, managed }) => [name, typeof managed?.coderId]);
  expect(coders).toEqual([
    ["Ada Lead", "string"],
    ["Bea", "string"],
    ["Cal", "string"],
  ]);
});

test("a coder does not see that another coder works: the answer is the same bytes", () => {
  const { workspace } = fixture;
  const bea = addPerson(workspace, "Bea", { projectId, role: "coder" });
  const cal = addPerson(workspace, "Cal", { projectId, role: "coder" });
  const look = () =>
    JSON.stringify([runRead(workspace, bea, people, { projectId }), runRead(workspace, bea, myProjects, {})]);
  const before = look();
  const at = new Date().toISOString();
  dbOf(workspace).insert(event).values({ userId: cal.userId, number: 1, projectId, subject: "codings", at }).run();
  invite(workspace, lead, projectId, "coder");
  expect(look()).toBe(before);
});

test("a stranger finds no project, and a coder may not invite", () => {
  const { workspace } = fixture;
  const stranger = addPerson(workspace, "Stranger");
  const notThere = expect.objectContaining({ code: "not-found", status: 404 });
  expect(() => runRead(workspace, stranger, people, { projectId })).toThrow(notThere);
  expect(() => runRead(workspace, stranger, people, { projectId: newId() })).toThrow(notThere);
  expect(runRead(workspace, stranger, myProjects, {})).toEqual([]);
  expect(() => invite(workspace, stranger, projectId, "coder")).toThrow(notThere);
  const bea = addPerson(workspace, "Bea", { projectId, role: "coder" });
  expect(() => invite(workspace, bea, projectId, "lead")).toThrow(expect.objectContaining({ code: "role-may-not" }));
  expect(runRead(workspace, bea, myProjects, {})).toMatchObject([{ projectId, name: "Wellbeing", role: "coder" }]);
});
