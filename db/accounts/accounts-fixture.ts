// A workspace in a fresh folder with an owner and a project, for the tests of accounts, acts and reads.
import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Actor, Role } from "../actor";
import { inviteMember } from "../acts/invite-member";
import { runAct } from "../acts/run-act";
import { newId } from "../new-id";
import { coder, member, project, user, workspaceMember } from "../schema";
import { closeWorkspace, dbOf, openWorkspace, type Workspace } from "../workspace";
import { claimWorkspace } from "./claim-workspace";
import { sha256Hex } from "./sha256-hex";

const MIGRATIONS = fileURLToPath(new URL("../migrations", import.meta.url));

export const PASSWORD = "a long enough password";

export function freshWorkspace(): { workspace: Workspace; end: () => void } {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), "tandem-accounts-"));
  const workspace = openWorkspace("main", root, MIGRATIONS);
  return {
    workspace,
    end() {
      closeWorkspace(workspace);
      fs.rmSync(root, { recursive: true, force: true });
    },
  };
}

/** Claims the workspace for Ada and gives her a project that she leads. */
export async function withProject(workspace: Workspace): Promise<{ lead: Actor; projectId: string }> {
  const { userId } = await claimWorkspace(
    workspace,
    { name: "Ada Lead", email: "ada@example.org", password: PASSWORD },
    null,
  );
  const lead: Actor = { kind: "person", userId, name: "Ada Lead", workspaceRole: "owner", scope: "write" };
  const projectId = newId();
  const now = new Date().toISOString();
  const db = dbOf(workspace);
  db.insert(project).values({ id: projectId, name: "Wellbeing", createdAt: now, createdBy: userId }).run();
  db.insert(member).values({ id: newId(), projectId, userId, role: "lead", joinedAt: now }).run();
  db.insert(coder).values({ id: newId(), projectId, userId, name: "Ada Lead" }).run();
  return { lead, projectId };
}

/** An account without a password, for tests that do not sign in; with a role it is a member of the project. */
export function addPerson(workspace: Workspace, name: string, place?: { projectId: string; role: Role }): Actor {
  const db = dbOf(workspace);
  const at = new Date();
  const now = at.toISOString();
  const userId = newId();
  const email = `${name.toLowerCase().replaceAll(" ", ".")}@example.org`;
  db.insert(user).values({ id: userId, name, email, createdAt: at, updatedAt: at }).run();
  db.insert(workspaceMember).values({ userId, role: "member", joinedAt: now }).run();
  if (place) {
    db.insert(member)
      .values({ id: newId(), ...place, userId, joinedAt: now })
      .run();
    if (place.role !== "observer")
      db.insert(coder).values({ id: newId(), projectId: place.projectId, userId, name }).run();
  }
  return { kind: "person", userId, name, workspaceRole: "member", scope: "write" };
}

export function invite(workspace: Workspace, lead: Actor, projectId: string, role: Role, now?: string) {
  const secret = newId();
  const invitationId = newId();
  runAct(workspace, lead, {
    act: inviteMember,
    input: { projectId, invitationId, role, name: "Somebody", secretHash: sha256Hex(secret), days: 14 },
    now,
  });
  return { secret, invitationId };
}
