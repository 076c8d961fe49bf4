import { randomInt } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { and, eq } from "drizzle-orm";
import { emailSchema, hashedPassword, insertAccount, personSchema } from "@/db/accounts/new-account";
import { openReadOnly } from "@/db/connection";
import { dataFolder } from "@/db/data-folder";
import { newId } from "@/db/new-id";
import { account, journal, session, user as userTable, workspaceMember } from "@/db/schema";
import { closeWorkspace, dbOf, openWorkspace, type Workspace } from "@/db/workspace";
import { Refusal } from "@/lib/refusal";
import { type Command, type CommandAnswer, type CommandCall, UsageError } from "./command";

const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

/** About 99 bits, in groups that can be read out over the telephone. */
function newPassword(): string {
  const groups = Array.from({ length: 5 }, () =>
    Array.from({ length: 4 }, () => LETTERS[randomInt(LETTERS.length)]).join(""),
  );
  return groups.join("-");
}

/** Opens the data for writing, which a running server forbids, and always closes it again. */
async function withWorkspace<T>(call: CommandCall, work: (workspace: Workspace) => Promise<T>): Promise<T> {
  if (!fs.existsSync(dataFolder(call.dataRoot).database))
    throw new Refusal("no-data-here", 404, { folder: call.dataRoot });
  const workspace = openWorkspace("main", call.dataRoot, path.join(call.root, "db", "migrations"));
  try {
    return await work(workspace);
  } finally {
    closeWorkspace(workspace);
  }
}

function list(call: CommandCall): CommandAnswer {
  const { database } = dataFolder(call.dataRoot);
  if (!fs.existsSync(database)) throw new Refusal("no-data-here", 404, { folder: call.dataRoot });
  const sqlite = openReadOnly(database);
  try {
    const users = sqlite
      .prepare(
        `select user.name, user.email, workspace_member.role, workspace_member.joined_at as joinedAt
         from user left join workspace_member on workspace_member.user_id = user.id order by user.email`,
      )
      .all() as { name: string; email: string; role: string | null; joinedAt: string | null }[];
    return {
      json: { users },
      lines: users.map((one) => `${one.email}  ${one.name}  ${one.role ?? "no longer a member"}`),
    };
  } finally {
    sqlite.close();
  }
}

async function resetPassword(call: CommandCall, given: string): Promise<CommandAnswer> {
  const email = emailSchema.parse(given);
  return withWorkspace(call, async (workspace) => {
    const password = newPassword();
    const hash = await hashedPassword(password);
    const now = new Date();
    dbOf(workspace).transaction(
      (tx) => {
        const found = tx.select({ id: userTable.id }).from(userTable).where(eq(userTable.email, email)).get();
        if (!found) throw new Refusal("no-such-account", 404, { email });
        tx.update(account)
          .set({ password: hash, updatedAt: now })
          .where(and(eq(account.userId, found.id), eq(account.providerId, "credential")))
          .run();
        // Whoever holds an open session may be the reason for the reset.
        tx.delete(session).where(eq(session.userId, found.id)).run();
        tx.insert(journal)
          .values({
            id: newId(),
            actor: "command line",
            at: now.toISOString(),
            act: "reset-password",
            input: { userId: found.id },
          })
          .run();
      },
      { behavior: "immediate" },
    );
    return { json: { email, password }, lines: [`The new password of ${email} is ${password}`] };
  });
}

async function add(call: CommandCall, given: string): Promise<CommandAnswer> {
  const name = String(call.values.name ?? "");
  if (!name) throw new UsageError("Give the person's name: user add EMAIL --name NAME.");
  const password = newPassword();
  const parsed = personSchema.safeParse({ name, email: given, password });
  if (!parsed.success)
    throw new UsageError(parsed.error.issues[0]?.message ?? "The e-mail address was not understood.");
  const person = parsed.data;
  return withWorkspace(call, async (workspace) => {
    const hash = await hashedPassword(password);
    const now = new Date().toISOString();
    dbOf(workspace).transaction(
      (tx) => {
        const taken = tx.select({ id: userTable.id }).from(userTable).where(eq(userTable.email, person.email)).get();
        if (taken) throw new Refusal("account-exists", 409, { email: person.email });
        const first = tx.select({ role: workspaceMember.role }).from(workspaceMember).limit(1).get() === undefined;
        const userId = insertAccount(tx, person, hash, now);
        tx.insert(workspaceMember)
          .values({ userId, role: first ? "owner" : "member", joinedAt: now })
          .run();
        tx.insert(journal)
          .values({ id: newId(), actor: "command line", at: now, act: "add-user", input: { userId } })
          .run();
      },
      { behavior: "immediate" },
    );
    return {
      json: { email: person.email, name, password },
      lines: [`Added ${name}. The password of ${person.email} is ${password}`],
    };
  });
}

export const user: Command = {
  name: "user",
  summary: "List accounts, add one, or give one a new password",
  usage: "list | add EMAIL --name NAME | reset-password EMAIL",
  about: [
    "reset-password prints a new password and ends the person's sessions. The first account added is the owner.",
    "Stop the server first for everything but list.",
  ],
  options: { name: { type: "string" } },
  async run(call) {
    const [what, email, ...more] = call.positionals;
    if (more.length > 0) throw new UsageError("That is one argument too many.");
    if (what === "list" && email === undefined) return list(call);
    if (email === undefined) throw new UsageError("Say what to do, and with which e-mail address.");
    if (what === "reset-password") return resetPassword(call, email);
    if (what === "add") return add(call, email);
    throw new UsageError(`"user ${what}" is not known.`);
  },
};
