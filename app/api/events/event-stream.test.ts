import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addPerson, freshWorkspace, withProject } from "@/db/accounts/accounts-fixture";
import type { Actor } from "@/db/actor";
import { recordEvents } from "@/db/acts/record-events";
import { latestEvent } from "@/db/reads/events-after";
import { event } from "@/db/schema";
import { dbOf } from "@/db/workspace";
import { eventStream } from "./event-stream";

// Passwords are hashed slowly on purpose, and this machine may be busy.
vi.setConfig({ testTimeout: 30_000 });

let fixture: ReturnType<typeof freshWorkspace>;
let lead: Actor;
let projectId: string;
let streams: Set<() => void>;
beforeEach(async () => {
  fixture = freshWorkspace();
  ({ lead, projectId } = await withProject(fixture.workspace));
  streams = new Set();
});
afterEach(() => {
  for (const close of [...streams]) close();
  fixture.end();
});

function tell(actor: Actor, documentId: string): void {
  const tells = [{ to: "self" as const, subject: "codings" as const, documentId }];
  const told = dbOf(fixture.workspace).transaction((tx) =>
    recordEvents(tx, actor, projectId, tells, new Date().toISOString()),
  );
  for (const userId of told) fixture.workspace.told.emit("told", userId);
}

function listen(actor: Actor, after: number, options: Partial<Parameters<typeof eventStream>[0]> = {}) {
  const stop = new AbortController();
  const { workspace } = fixture;
  const stream = eventStream({
    workspace,
    userId: actor.userId,
    after,
    stillIn: () => Promise.resolve(true),
    streams,
    signal: stop.signal,
    ...options,
  });
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  return {
    stop: () => stop.abort(),
    reader,
    /** Everything that comes until `last` was seen, or to the end of the stream. */
    async until(last: string): Promise<string> {
      let text = "";
      while (!text.includes(last)) {
        const { done, value } = await reader.read();
        if (done) return `${text}END`;
        text += decoder.decode(value);
      }
      return text;
    },
  };
}

test("a stream resumes after the number it is given and goes on with what happens next", async () => {
  for (const documentId of ["d1", "d2", "d3"]) tell(lead, documentId);
  const stream = listen(lead, 1);
  const caughtUp = await stream.until('"documentId":"d3"');
  expect(caughtUp).not.toContain('"d1"');
  expect(caughtUp).toContain(
    `id: 2\nevent: changed\ndata: {"projectId":"${projectId}","subject":"codings","documentId":"d2","roundId":null}`,
  );
  tell(lead, "d4");
  expect(await stream.until('"d4"')).toContain("id: 4\nevent: changed");
});

test("another person's work sends nothing and uses up no number", async () => {
  const bea = addPerson(fixture.workspace, "Bea", { projectId, role: "coder" });
  const cal = addPerson(fixture.workspace, "Cal", { projectId, role: "coder" });
  const stream = listen(bea, 0);
  for (let n = 0; n < 5; n++) tell(cal, "secret");
  tell(bea, "own");
  const seen = await stream.until("own");
  expect(seen).not.toContain("secret");
  expect(seen).toContain("id: 1\nevent: changed");
  expect(latestEvent(fixture.workspace, bea.userId)).toBe(1);
});

test("who was away for longer than events are kept, or comes with a number of another time, looks at everything", async () => {
  for (let n = 1; n <= 4; n++) tell(lead, `d${n}`);
  dbOf(fixture.workspace).delete(event).run();
  expect(await listen(lead, 9).until("everything")).toContain("id: 0\nevent: everything");
  for (let n = 1; n <= 201; n++) tell(lead, `d${n}`);
  expect(await listen(lead, 0).until("everything")).toContain("id: 201\nevent: everything");
});

test("a heartbeat keeps it open, and it ends with the session, the server and the reader", async () => {
  let still = true;
  const stillIn = () => Promise.resolve(still);
  const beating = listen(lead, 0, { heartbeatMs: 5, recheckMs: 20, stillIn });
  expect(await beating.until(": still here")).toContain(": still here");
  still = false;
  expect(await beating.until("signed-out")).toContain("signed-out");
  expect(await beating.until("more")).toBe("END");

  still = true;
  const ended = listen(lead, 0, { stillIn });
  still = false;
  fixture.workspace.told.emit("sessions", lead.userId);
  expect(await ended.until("signed-out")).toContain("signed-out");

  const closing = listen(lead, 0);
  for (const close of [...streams]) close();
  expect(await closing.until("more")).toContain("END");

  const leaving = listen(lead, 0);
  leaving.stop();
  expect(await leaving.until("more")).toContain("END");
  const cancelled = listen(lead, 0);
  await cancelled.reader.cancel();
  expect(streams.size).toBe(0);
  expect(fixture.workspace.told.listenerCount("told")).toBe(0);
});
