// Who is asking: the person (or the command line) behind an act or a read, and their place in a project.

export const ROLES = ["lead", "coder", "observer"] as const;
export type Role = (typeof ROLES)[number];

/** Somebody who is in the workspace. `scope` is what a token may do; a signed-in person may write. */
export interface Actor {
  readonly kind: "person" | "command line";
  readonly userId: string;
  readonly name: string;
  readonly workspaceRole: "owner" | "member";
  readonly scope: "read" | "write";
}

/** An actor in one project. `coderId` is the author their codings carry, null for those who do not code. */
export interface Member extends Actor {
  readonly projectId: string;
  readonly role: Role;
  readonly coderId: string | null;
}
