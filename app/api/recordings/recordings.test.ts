import fs from "node:fs";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { examine } from "@/app/cli/doctor";
import type { Actor } from "@/db/actor";
import { acts } from "@/db/acts";
import { prepareAct, runAct } from "@/db/acts/run-act";
import { heardRecording, type recordings } from "@/db/reads/recordings";
import { RECORDING_GRACE_MS, recordingPath, sweepRecordings, UNATTACHED_MS } from "@/db/recording-files";
import { document, recording } from "@/db/schema";
import { idOf, makeStudy, type Study } from "@/db/study-fixture";
import { waveBytes } from "@/lib/recordings/wave-fixture";
import { receiveRecording } from "./receive-recording";
import { assertRoomFor } from "./recording-room";
import { serveRecording } from "./serve-recording";

let study: Study;
beforeEach(async () => {
  study = await makeStudy();
});
afterEach(() => {
  study.end();
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

const WAVE = waveBytes(0.25);
const NOW = Date.parse("2026-03-01T09:00:00Z");
const inFolder = () => fs.readdirSync(study.workspace.folder.recordings).toSorted();
const refused = (code: string) => expect.objectContaining({ code });

function send(body: BodyInit | null, headers: Record<string, string> = {}, actor: Actor = study.lead) {
  const request = new Request("http://127.0.0.1/api/recordings", {
    method: "POST",
    body,
    headers,
    ...(body instanceof ReadableStream ? { duplex: "half" } : {}),
  });
  const place = { userId: actor.userId, projectId: study.projectId, documentId: study.documentId("interview") };
  return receiveRecording(study.workspace.folder, request, place);
}

async function attach(recordingId: string, more: Record<string, unknown> = {}, actor: Actor = study.lead) {
  const act = acts["attach-recording"];
  if (!act) throw new RangeError("there is no act attach-recording");
  const documentId = study.documentId("interview");
  const input = { projectId: study.projectId, documentId, recordingId, fileName: "Petra.wav", ...more };
  const request = { act, input };
  return runAct(study.workspace, actor, request, await prepareAct(study.workspace, actor, request)).result;
}

async function attached(): Promise<string> {
  const { recordingId } = await send(WAVE);
  await attach(recordingId);
  return recordingId;
}

const list = (actor: Actor) =>
  (study.read(actor, "recordings", { documentId: study.documentId("interview") }) as ReturnType<typeof recordings.run>)
    .recordings;
const heard = (actor: Actor, id: string) => study.db.transaction((tx) => heardRecording(tx, actor, id));

function ask(id: string, headers: Record<string, string> = {}, method = "GET") {
  const row = heard(study.lead, id);
  return serveRecording(study.workspace.folder, row, new Request("http://127.0.0.1/", { method, headers }));
}
const bytesOf = async (answer: Response) => new Uint8Array(await answer.arrayBuffer());

describe("sending", () => {
  test("keeps the bytes as they came under a fresh id, readable by their owner alone, and attaches them", async () => {
    const sent = await send(WAVE);
    expect(sent).toMatchObject({ mime: "audio/wav", bytes: WAVE.byteLength });
    const file = recordingPath(study.workspace.folder, sent.recordingId);
    expect(new Uint8Array(fs.readFileSync(file))).toEqual(WAVE);
    expect(fs.statSync(file).mode & 0o077).toBe(0);
    expect(list(study.lead)).toEqual([]);
    await attach(sent.recordingId, { offsetMs: 1500 });
    expect(inFolder()).toEqual([sent.recordingId]);
    expect(list(study.a)).toMatchObject([{ id: sent.recordingId, offsetMs: 1500, leadOnly: false }]);
    await expect(attach(sent.recordingId), "once").rejects.toEqual(refused("not-found"));
  });

  test("takes pieces of any size, and says what is larger than it may be while it comes", async () => {
    const pieces = (count: number) =>
      new ReadableStream({
        start(controller) {
          for (let i = 0; i < count; i++) controller.enqueue(i === 0 ? WAVE.subarray(0, 7) : WAVE.subarray(7));
          controller.close();
        },
      });
    expect((await send(pieces(2))).bytes).toBe(WAVE.byteLength);
    const before = inFolder();
    vi.stubEnv("TANDEM_RECORDING_LIMIT_MB", "1");
    await expect(send(pieces(700))).rejects.toEqual(refused("recording-too-large"));
    await expect(assertRoomFor(study.workspace.folder, 2 ** 20 + 1)).rejects.toEqual(refused("recording-too-large"));
    expect(inFolder()).toEqual(before);
  });

  test.each<[string, BodyInit | null, string]>([
    ["what is no recording", "INT: How was the year? ".repeat(10), "recording-kind-unknown"],
    ["a few bytes of nothing", "abc", "recording-kind-unknown"],
    ["nothing at all", null, "recording-empty"],
  ])("refuses %s and keeps nothing", async (_name, body, code) => {
    await expect(send(body)).rejects.toEqual(refused(code));
    expect(inFolder()).toEqual([]);
  });

  test("a cut connection leaves nothing, whether it is told or not", async () => {
    const cut = new ReadableStream({
      pull(controller) {
        controller.enqueue(WAVE);
        controller.error(new Error("aborted"));
      },
    });
    await expect(send(cut)).rejects.toThrow();
    await expect(send(WAVE, { "content-length": String(WAVE.byteLength + 1) })).rejects.toEqual(
      refused("recording-cut-off"),
    );
    expect(inFolder()).toEqual([]);
  });

  test("is refused beforehand where the disk has too little room", async () => {
    const full = { bavail: 600 * 256, bsize: 4096 } as fs.StatsFs;
    vi.spyOn(fs.promises, "statfs").mockResolvedValue(full);
    await expect(send(WAVE, { "content-length": String(200 * 2 ** 20) })).rejects.toEqual(
      refused("recording-no-space"),
    );
    expect(inFolder()).toEqual([]);
  });

  test("what another person sent, or for another document, cannot be attached", async () => {
    const { recordingId } = await send(WAVE, {}, study.a);
    await expect(attach(recordingId)).rejects.toEqual(refused("not-found"));
    const own = await send(WAVE);
    const elsewhere = { documentId: study.documentId("group") };
    await expect(attach(own.recordingId, elsewhere)).rejects.toEqual(refused("not-found"));
    await expect(attach(own.recordingId, {}, study.a)).rejects.toEqual(refused("role-may-not"));
    await expect(attach(idOf("never sent"))).rejects.toEqual(refused("not-found"));
  });
});

describe("hearing", () => {
  test("all of it, one range of it, or that there is no such range", async () => {
    const id = await attached();
    const whole = await ask(id);
    expect([whole.status, whole.headers.get("content-length")]).toEqual([200, String(WAVE.byteLength)]);
    expect(whole.headers.get("content-type")).toBe("audio/wav");
    expect(whole.headers.get("x-content-type-options")).toBe("nosniff");
    expect(whole.headers.get("content-disposition")).toBe("inline");
    expect(await bytesOf(whole)).toEqual(WAVE);
    const part = await ask(id, { range: "bytes=44-99" });
    expect([part.status, part.headers.get("content-range")]).toEqual([206, `bytes 44-99/${WAVE.byteLength}`]);
    expect(await bytesOf(part)).toEqual(WAVE.slice(44, 100));
    const beyond = await ask(id, { range: `bytes=${WAVE.byteLength}-` });
    expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, `bytes */${WAVE.byteLength}`]);
    const etag = whole.headers.get("etag") ?? "";
    expect((await ask(id, { range: "bytes=0-1", "if-range": etag })).status).toBe(206);
    expect(await bytesOf(await ask(id, { range: "bytes=0-1", "if-range": '"another"' }))).toEqual(WAVE);
    const head = await ask(id, { range: "bytes=0-1" }, "HEAD");
    expect([head.status, head.headers.get("content-length"), await head.text()]).toEqual([
      200,
      String(WAVE.byteLength),
      "",
    ]);
  });

  test("is read from the disk as it is taken, and let go of when nobody listens any more", async () => {
    const large = waveBytes(100);
    const { recordingId } = await send(large);
    await attach(recordingId);
    const open = vi.spyOn(fs.promises, "open");
    const answer = await ask(recordingId);
    expect(open).not.toHaveBeenCalled();
    const reader = answer.body?.getReader();
    expect((await reader?.read())?.value?.byteLength).toBeLessThan(large.byteLength);
    const handle = await (open.mock.results[0]?.value as Promise<fs.promises.FileHandle>);
    const read = vi.spyOn(handle, "read");
    await reader?.read();
    expect(read).toHaveBeenCalledTimes(1);
    await reader?.cancel();
    await expect(handle.stat()).rejects.toThrow();
  });

  test("members hear it; strangers, and everybody else once it is the lead's alone, find nothing there", async () => {
    const id = await attached();
    for (const actor of [study.lead, study.a, study.b, study.observer]) {
      expect(list(actor).map((each) => each.id)).toEqual([id]);
      expect(heard(actor, id).id).toBe(id);
    }
    expect(() => heard(study.outsider, id)).toThrow(refused("not-found"));
    study.act(study.lead, "set-recording", { recordingId: id, offsetMs: 0, leadOnly: true });
    for (const actor of [study.a, study.observer]) {
      expect(list(actor)).toEqual([]);
      expect(() => heard(actor, id)).toThrow(refused("not-found"));
    }
    expect(list(study.lead)).toHaveLength(1);
  });

  test("beside pseudonyms it is the lead's alone until the lead says otherwise, and undo does not say so", async () => {
    const id = await attached();
    study.act(study.lead, "set-recording", { recordingId: id, offsetMs: 0, leadOnly: true });
    study.db
      .update(document)
      .set({ pseudonymisedAt: "2026-03-01T00:00:00.000Z" })
      .where(eq(document.id, study.documentId("interview")))
      .run();
    expect(() => study.act(study.lead, "undo")).toThrow(refused("recording-names-replaced"));
    const later = await attached();
    expect(list(study.a)).toEqual([]);
    study.act(study.lead, "set-recording", { recordingId: later, offsetMs: 0, leadOnly: false });
    expect(list(study.a).map((each) => each.id)).toEqual([later]);
  });

  test("bytes that are missing or cut short are not found, and the doctor tells", async () => {
    const id = await attached();
    const found = () => examine(study.root).find((each) => each.check === "recordings");
    expect(found()).toMatchObject({ ok: true, found: "1 are there in their full size" });
    fs.truncateSync(recordingPath(study.workspace.folder, id), 100);
    await expect(ask(id)).rejects.toEqual(refused("not-found"));
    expect(found()).toMatchObject({ ok: false });
  });
});

describe("removing", () => {
  test("is undone while the bytes are kept, and told to be past when they are not", async () => {
    study.act(study.lead, "rename-project", { name: "Another name" });
    const id = await attached();
    study.act(study.lead, "remove-recording", { recordingId: id });
    expect(list(study.lead)).toEqual([]);
    expect(() => heard(study.lead, id)).toThrow(refused("not-found"));
    study.act(study.lead, "undo");
    expect(list(study.a).map((each) => each.id)).toEqual([id]);
    study.act(study.lead, "remove-recording", { recordingId: id });
    const removedAt = Date.parse(study.db.select().from(recording).get()?.removedAt ?? "");
    sweepRecordings(study.workspace.folder, study.db, removedAt + RECORDING_GRACE_MS - 1);
    expect(inFolder()).toEqual([id]);
    sweepRecordings(study.workspace.folder, study.db, removedAt + RECORDING_GRACE_MS + 1);
    expect(inFolder()).toEqual([]);
    expect(() => study.act(study.lead, "undo")).toThrow(refused("recording-deleted"));
    // It stands aside, and so does attaching what is gone: what was done before can still be undone.
    expect(() => study.act(study.lead, "undo")).toThrow(refused("recording-removed"));
    expect(study.act(study.lead, "undo")).toMatchObject({ act: "rename-project" });
  });

  test("sweeping takes what was never attached after a day, and what is half there at the start alone", async () => {
    const kept = await attached();
    const { recordingId: left } = await send(WAVE);
    const { recordings: dir } = study.workspace.folder;
    const half = path.join(dir, `${idOf("half")}.partial`);
    fs.writeFileSync(half, "RIFF");
    fs.writeFileSync(path.join(dir, "notes.txt"), "somebody's own");
    const day = new Date(NOW - UNATTACHED_MS - 1);
    sweepRecordings(study.workspace.folder, study.db, Date.now());
    expect(inFolder()).toHaveLength(5);
    for (const name of [left, `${left}.json`]) fs.utimesSync(path.join(dir, name), day, day);
    sweepRecordings(study.workspace.folder, study.db, NOW);
    expect(inFolder()).toEqual([kept, path.basename(half), "notes.txt"].toSorted());
    sweepRecordings(study.workspace.folder, study.db, NOW, true);
    expect(inFolder()).toEqual([kept, "notes.txt"].toSorted());
  });
});
