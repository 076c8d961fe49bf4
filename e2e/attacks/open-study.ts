import { createHash } from "node:crypto";
import { Caller, fixedId, joined, openWorld, type World } from "./two-worlds-study";

/** An access token as a person's browser makes it: the secret, of which the server gets the hash alone. */
export async function tokenOf(
  who: Caller,
  world: Pick<World, "server">,
  name: string,
  scope: "read" | "write",
): Promise<{ script: Caller; tokenId: string; secret: string }> {
  const secret = `tdm_${createHash("sha256").update(name).digest("base64url")}`;
  const tokenId = fixedId(name);
  const secretHash = createHash("sha256").update(secret).digest("hex");
  await who.act("create-token", { tokenId, name, scope, secretHash, days: 30 });
  return { script: new Caller(world.server, secret), tokenId, secret };
}

export interface Study extends World {
  readonly anonymous: Caller;
  readonly observer: Caller;
  /** Has an account in the workspace and a project of their own, and no place in the study. */
  readonly outsider: Caller;
  /** Was a coder of the study until the lead removed them. */
  readonly removed: Caller;
  /** The lead's script, which may only read. */
  readonly reader: Caller;
  /** The outsider's project, which nobody else is in. */
  readonly otherProjectId: string;
  readonly otherCodeId: string;
}

export const PEOPLE = ["anonymous", "outsider", "removed", "a", "observer", "lead", "reader"] as const;
export type Person = (typeof PEOPLE)[number];

type Role = "lead" | "coder" | "observer";

/** `nobody`: only undo performs it. `anyone`: whoever has a place in the workspace. */
export type Who = readonly Role[] | "anyone" | "nobody";

export const LEAD: Who = ["lead"];
export const CODING: Who = ["lead", "coder"];
export const MEMBERS: Who = ["lead", "coder", "observer"];

/** What the person is in the study, or in the outsider's project: a role, or nothing. */
export function roleIn(person: Person, other: boolean): Role | null {
  if (other) return person === "outsider" ? "lead" : null;
  if (person === "a") return "coder";
  if (person === "reader") return "lead";
  return person === "lead" || person === "observer" ? person : null;
}

/** The study of two worlds with everybody around it who may try the doors. */
export async function openStudy(): Promise<Study> {
  const world = await openWorld();
  const { server, lead, projectId } = world;
  const observer = await joined(server, lead, projectId, "Oona Observer", "observer");
  const removed = await joined(server, lead, projectId, "Rolf Removed", "coder");
  const { people } = await lead.read<{ people: { name: string; managed: { userId: string } }[] }>("people", {
    projectId,
  });
  const userId = people.find((each) => each.name === "Rolf Removed")?.managed.userId;
  await lead.act("remove-member", { projectId, userId });
  // The only way to an account is an invitation, so the outsider came in by another project of the lead's.
  const doorId = fixedId("door");
  await lead.act("create-project", { projectId: doorId, name: "The door" });
  const outsider = await joined(server, lead, doorId, "Olga Outsider", "observer");
  const [otherProjectId, otherCodeId] = [fixedId("other project"), fixedId("other code")];
  await outsider.act("create-project", { projectId: otherProjectId, name: "Somebody else's" });
  const code = { codeId: otherCodeId, parentId: null, name: "Elsewhere", colour: "#117733" };
  await outsider.act("add-code", { projectId: otherProjectId, ...code });
  const { script: reader } = await tokenOf(lead, world, "reader", "read");
  return { ...world, anonymous: new Caller(server), observer, outsider, removed, reader, otherProjectId, otherCodeId };
}
