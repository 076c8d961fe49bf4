// Claiming a workspace: once, however many try at the same moment.
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Refusal } from "@/lib/refusal";
import { account, journal, user, workspaceMember } from "../schema";
import { dbOf } from "../workspace";
import { freshWorkspace, PASSWORD } from "./accounts-fixture";
import { claimWorkspace, isClaimed } from "./claim-workspace";

// Passwords are hashed slowly on purpose, and this machine may be busy.
vi.setConfig({ testTimeout: 30_000 });

let fixture: ReturnType<typeof freshWorkspace>;
beforeEach(() => {
  fixture = freshWorkspace();
});
afterEach(() => fixture.end());

const person = (n: number) => ({ name: `Person ${n}`, email: `p${n}@example.org`, password: PASSWORD });

test("of several claims at once exactly one succeeds and the others leave nothing behind", async () => {
  const { workspace } = fixture;
  expect(isClaimed(workspace)).toBe(false);
  const answers = await Promise.allSettled([1, 2, 3, 4].map((n) => claimWorkspace(workspace, person(n), null)));
  expect(answers.filter((answer) => answer.status === "fulfilled")).toHaveLength(1);
  for (const answer of answers) {
    if (answer.status === "rejected") expect(answer.reason).toMatchObject({ code: "workspace-already-claimed" });
  }
  const db = dbOf(workspace);
  expect(db.select().from(user).all()).toHaveLength(1);
  expect(db.select().from(account).all()).toHaveLength(1);
  expect(db.select().from(workspaceMember).all()).toMatchObject([{ role: "owner" }]);
  expect(db.select().from(journal).all()).toMatchObject([{ act: "claim-workspace" }]);
  expect(isClaimed(workspace)).toBe(true);
});

test("where a setup code is needed, nothing but it will do", async () => {
  const { workspace } = fixture;
  for (const setupCode of [undefined, "", "wrong", "ABCD-EFG"]) {
    await expect(claimWorkspace(workspace, { ...person(1), setupCode }, "ABCD-EFGH")).rejects.toMatchObject({
      code: "setup-code-wrong",
      status: 403,
    });
  }
  await claimWorkspace(workspace, { ...person(1), setupCode: " ABCD-EFGH " }, "ABCD-EFGH");
  expect(isClaimed(workspace)).toBe(true);
});

test.each([
  ["a short password", { password: "123456789" }, "password"],
  ["a password beyond 128 characters", { password: "x".repeat(129) }, "password"],
  ["no address", { email: "nobody" }, "email"],
  ["no name", { name: "  " }, "name"],
])("refuses %s and names the field, not what was typed", async (_what, change, field) => {
  const refused = claimWorkspace(fixture.workspace, { ...person(1), ...change }, null);
  await expect(refused).rejects.toBeInstanceOf(Refusal);
  await expect(refused).rejects.toMatchObject({ code: "input-not-understood", params: { field } });
});
