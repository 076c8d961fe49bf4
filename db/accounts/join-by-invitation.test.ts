// Joining by a link: single use under a race, expiry, withdrawal, and what a join leaves in the project.
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Actor } from "../actor";
import { removeMember } from "../acts/remove-member";
import { runAct } from "../acts/run-act";
import { withdrawInvitation } from "../acts/withdraw-invitation";
import { memberOf } from "../membership";
import { coder, event, journal, user } from "../schema";
import { dbOf } from "../workspace";
import { addPerson, freshWorkspace, invite, PASSWORD, withProject } from "./accounts-fixture";
import { joinByInvitation } from "./join-by-invitation";
import { lookAtInvitation } from "./look-at-invitation";

// Passwords are hashed slowly on purpose, and this machine may be busy.
vi.setConfig({ testTimeout: 30_000 });

let fixture: ReturnType<typeof freshWorkspace>;
let lead: Actor;
let projectId: string;
beforeEach(async () => {
  fixture = freshWorkspace();
  ({ lead, projectId } = await withProject(fixture.workspace));
});
afterEach(() => fixture.end());

const person = (n: number) => ({ name: `Coder ${n}`, email: `C${n}@example.org`, password: PASSWORD });
const actorOf = (userId: string): Actor => ({
  kind: "person",
  userId,
  name: "",
  workspaceRole: "member",
  scope: "write",
});

test("of several people with the same link exactly one joins and the others leave no account", async () => {
  const { workspace } = fixture;
  const { secret } = invite(workspace, lead, projectId, "coder");
  const answers = await Promise.allSettled(
    [1, 2, 3].map((n) => joinByInvitation(workspace, { ...person(n), secret }, null)),
  );
  expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
  for (const answer of answers) {
    if (answer.status === "rejected") expect(answer.reason).toMatchObject({ code: "invitation-used", status: 410 });
  }
  expect(dbOf(workspace).select().from(user).all()).toHaveLength(2);
});

test("a join makes a member with the role, a coder under the name, a journal entry, and tells the leads", async () => {
  const { workspace } = fixture;
  const { secret } = invite(workspace, lead, projectId, "coder");
  expect(lookAtInvitation(workspace, secret)).toEqual({
    projectName: "Wellbeing",
    role: "coder",
    invitedBy: "Ada Lead",
    name: "Somebody",
  });
  const told: string[] = [];
  workspace.told.on("told", (userId: string) => told.push(userId));
  const joined = await joinByInvitation(workspace, { ...person(1), secret }, null);
  expect(joined).toMatchObject({ projectId, email: "c1@example.org" });
  const db = dbOf(workspace);
  const found = memberOf(db, actorOf(joined.userId), projectId);
  expect(found.role).toBe("coder");
  expect(db.select().from(coder).where(eq(coder.userId, joined.userId)).all()).toMatchObject([
    { id: found.coderId, name: "Coder 1" },
  ]);
  expect(JSON.stringify(db.select().from(journal).all())).not.toContain(secret);
  expect(db.select().from(journal).all().at(-1)).toMatchObject({ act: "join-project", userId: joined.userId });
  expect(told).toContain(lead.userId);
  expect(db.select().from(event).where(eq(event.userId, lead.userId)).all().at(-1)).toMatchObject({
    subject: "members",
  });
});

test("an observer gets no author's place", async () => {
  const { workspace } = fixture;
  const { secret } = invite(workspace, lead, projectId, "observer");
  const { userId } = await joinByInvitation(workspace, { ...person(1), secret }, null);
  expect(memberOf(dbOf(workspace), actorOf(userId), projectId)).toMatchObject({ role: "observer", coderId: null });
});

test("an unknown, an expired, a withdrawn and a used link are refused", async () => {
  const { workspace } = fixture;
  const join = (secret: string, n: number) => joinByInvitation(workspace, { ...person(n), secret }, null);
  await expect(join("0".repeat(32), 1)).rejects.toMatchObject({ code: "invitation-unknown", status: 404 });
  const old = invite(workspace, lead, projectId, "coder", "2020-01-01T00:00:00.000Z");
  await expect(join(old.secret, 2)).rejects.toMatchObject({ code: "invitation-expired", status: 410 });
  const withdrawn = invite(workspace, lead, projectId, "coder");
  runAct(workspace, lead, { act: withdrawInvitation, input: { projectId, invitationId: withdrawn.invitationId } });
  await expect(join(withdrawn.secret, 3)).rejects.toMatchObject({ code: "invitation-withdrawn", status: 410 });
  const used = invite(workspace, lead, projectId, "coder");
  await join(used.secret, 4);
  await expect(join(used.secret, 5)).rejects.toMatchObject({ code: "invitation-used", status: 410 });
  expect(() =>
    runAct(workspace, lead, { act: withdrawInvitation, input: { projectId, invitationId: used.invitationId } }),
  ).toThrow(expect.objectContaining({ code: "invitation-used" }));
  expect(dbOf(workspace).select().from(user).all()).toHaveLength(2);
});

test("an address that has an account is sent to sign in, and the link stays good", async () => {
  const { workspace } = fixture;
  const { secret } = invite(workspace, lead, projectId, "coder");
  await expect(
    joinByInvitation(workspace, { ...person(1), email: "ADA@example.org", secret }, null),
  ).rejects.toMatchObject({ code: "email-has-account" });
  await expect(joinByInvitation(workspace, { secret }, lead)).rejects.toMatchObject({ code: "already-a-member" });
  await joinByInvitation(workspace, { ...person(2), secret }, null);
});

test("a signed-in person joins with the secret alone, and after removal comes back to the same author's place", async () => {
  const { workspace } = fixture;
  const bea = addPerson(workspace, "Bea");
  const first = invite(workspace, lead, projectId, "coder");
  expect(await joinByInvitation(workspace, { secret: first.secret }, bea)).toMatchObject({ userId: bea.userId });
  const before = memberOf(dbOf(workspace), bea, projectId);
  runAct(workspace, lead, { act: removeMember, input: { projectId, userId: bea.userId } });
  expect(() => memberOf(dbOf(workspace), bea, projectId)).toThrow(expect.objectContaining({ status: 404 }));
  const second = invite(workspace, lead, projectId, "coder");
  await joinByInvitation(workspace, { secret: second.secret }, bea);
  expect(memberOf(dbOf(workspace), bea, projectId).coderId).toBe(before.coderId);
  expect(() => runAct(workspace, lead, { act: removeMember, input: { projectId, userId: lead.userId } })).toThrow(
    expect.objectContaining({ code: "last-lead-stays" }),
  );
});
