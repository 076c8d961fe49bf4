import { type Visitor, visitorFromRequest } from "@/db/accounts/visitor";
import { WORKSPACE_NAMES, type Workspace, type WorkspaceName } from "@/db/workspace";
import { notFound, Refusal } from "@/lib/refusal";
import { type ServerState, serverState } from "../server-state";
import { errorAnswer } from "./answer";
import { comesFromHere } from "./origin-check";

/** A request that was let in: to which workspace, by whom. */
export interface Asked<Params> {
  readonly request: Request;
  readonly url: URL;
  readonly params: Params;
  readonly state: ServerState;
  readonly workspace: Workspace;
  /** People reach this server by https, so its cookies are Secure. */
  readonly secure: boolean;
  readonly visitor: Visitor | null;
}

export interface AskedByPerson<Params> extends Asked<Params> {
  readonly visitor: Visitor;
}

export type Handler<Params> = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

export function isSecure(state: ServerState): boolean {
  return state.publicUrl?.startsWith("https:") ?? false;
}

export function workspaceNameOf(request: Request, url: URL): WorkspaceName {
  const wanted = request.headers.get("x-tandem-workspace") ?? url.searchParams.get("workspace") ?? "main";
  const name = WORKSPACE_NAMES.find((each) => each === wanted);
  if (!name) throw notFound();
  return name;
}

export function assertFromHere(request: Request): void {
  if (!comesFromHere(request.method, request.headers)) throw new Refusal("other-site", 403);
}

function finish(answer: Response, visitor: Visitor | null): Response {
  const headers = new Headers(answer.headers);
  if (!headers.has("cache-control")) headers.set("cache-control", "private, no-store");
  const sets = headers.getSetCookie().length > 0;
  // An answer that signs in or out has the last word about the cookie.
  if (visitor && !sets) for (const cookie of visitor.cookies) headers.append("set-cookie", cookie);
  return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers });
}

/** The way every handler is reached: workspace → origin → who it is → answer → headers; errors are mapped once. */
export function handleAnyone<Params = Record<never, never>>(
  answer: (asked: Asked<Params>) => Promise<Response> | Response,
): Handler<Params> {
  return async (request, context) => {
    try {
      const state = serverState();
      const url = new URL(request.url);
      const workspace = state.workspace(workspaceNameOf(request, url));
      assertFromHere(request);
      const secure = isSecure(state);
      const visitor = await visitorFromRequest(workspace, request.headers, secure);
      const params = await context.params;
      return finish(await answer({ request, url, params, state, workspace, secure, visitor }), visitor);
    } catch (error) {
      return errorAnswer(error);
    }
  };
}

/** As handleAnyone, for a person of the workspace alone: everybody else gets 401 whatever they ask for. */
export function handle<Params = Record<never, never>>(
  answer: (asked: AskedByPerson<Params>) => Promise<Response> | Response,
): Handler<Params> {
  return handleAnyone<Params>((asked) => {
    const { visitor } = asked;
    // A page that somebody else has signed in behind: what it sends is not that person's to do.
    const meant = asked.request.headers.get("x-tandem-person");
    if (!visitor || (meant !== null && meant !== visitor.actor.userId)) throw new Refusal("sign-in-needed", 401);
    return answer({ ...asked, visitor });
  });
}

/** Refuses an access token where a person must be present. */
export function assertByHand(visitor: Visitor): void {
  if (visitor.via !== "session") throw new Refusal("sign-in-by-hand", 403);
}
