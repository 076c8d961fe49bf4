import { visitorFromRequest } from "@/db/accounts/visitor";
import { latestEvent } from "@/db/reads/events-after";
import { Refusal } from "@/lib/refusal";
import { handle } from "../handle";
import { eventStream } from "./event-stream";

export const dynamic = "force-dynamic";

function numberIn(text: string | null): number | null {
  return text !== null && /^\d{1,15}$/.test(text) ? Number(text) : null;
}

/**
 * `Last-Event-ID` resumes; `after` is the number that a page knew when it was made; without either, from now on.
 * `person` is whose page listens, as x-tandem-person says it elsewhere: a stream of events cannot send that.
 */
export const GET = handle(({ request, url, workspace, visitor, state, secure }) => {
  const { userId } = visitor.actor;
  const meant = url.searchParams.get("person");
  if (meant !== null && meant !== userId) throw new Refusal("sign-in-needed", 401);
  const after =
    numberIn(request.headers.get("last-event-id")) ??
    numberIn(url.searchParams.get("after")) ??
    latestEvent(workspace, userId);
  const headers = request.headers;
  const body = eventStream({
    workspace,
    userId,
    after,
    stillIn: async () => {
      const now = await visitorFromRequest(workspace, headers, secure);
      return now?.actor.userId === userId;
    },
    streams: state.streams,
    signal: request.signal,
  });
  return new Response(body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "private, no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
});
