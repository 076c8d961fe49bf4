import { changePassword, endSession, listSessions, signOut, tellSessionsChanged } from "@/db/accounts/sessions";
import { signIn } from "@/db/accounts/sign-in";
import { notFound, Refusal } from "@/lib/refusal";
import { jsonAnswer } from "../../answer";
import { type Asked, assertByHand, handleAnyone } from "../../handle";
import { readJson } from "../../read-json";

interface Params {
  all: string[];
}

function signedIn({ visitor }: Asked<Params>) {
  if (!visitor) throw new Refusal("sign-in-needed", 401);
  assertByHand(visitor);
  return visitor;
}

/** The whole of what better-auth does here; its other endpoints, sign-up among them, are not reached. */
export const POST = handleAnyone<Params>(async (asked) => {
  const { request, workspace, secure, params } = asked;
  switch (params.all.join("/")) {
    case "sign-in/email":
      return jsonAnswer({}, 200, await signIn(workspace, secure, request.headers, await readJson(request)));
    case "sign-out": {
      const cookies = await signOut(workspace, secure, request.headers, asked.visitor);
      if (asked.visitor) tellSessionsChanged(workspace, asked.visitor.actor.userId);
      return jsonAnswer({}, 200, cookies);
    }
    case "change-password": {
      const visitor = signedIn(asked);
      const input = await readJson(request);
      return jsonAnswer({}, 200, await changePassword(workspace, secure, request.headers, visitor, input));
    }
    case "revoke-session":
      endSession(workspace, signedIn(asked), await readJson(request));
      return jsonAnswer({});
    default:
      throw notFound();
  }
});

export const GET = handleAnyone<Params>((asked) => {
  switch (asked.params.all.join("/")) {
    case "get-session": {
      const { visitor } = asked;
      if (!visitor) return jsonAnswer({ person: null });
      const { userId: id, name, workspaceRole } = visitor.actor;
      return jsonAnswer({ person: { id, name, email: visitor.email, workspaceRole } });
    }
    case "list-sessions":
      return jsonAnswer({ sessions: listSessions(asked.workspace, signedIn(asked)) });
    default:
      throw notFound();
  }
});
